import type { PageView } from '../../page/protocol.ts';
import { homeOf, modalsOf, type View } from '../../state/views.ts';
import type { Workspace } from '../../state/workspace.ts';

const pageView = ({ id, type, title, submit, close, blocks, callback_id, hash }: View): PageView => ({
  ...{ id, type, blocks, callback_id, hash },
  ...(title ? { title } : {}),
  ...(submit ? { submit } : {}),
  ...(close ? { close } : {}),
});

/** The person's modals, the one on top last. */
export const pageViews = (workspace: Workspace, user: string): PageView[] => modalsOf(workspace, user).map(pageView);

export function pageHome(workspace: Workspace, user: string): PageView | null {
  const home = homeOf(workspace, user);
  return home ? pageView(home) : null;
}

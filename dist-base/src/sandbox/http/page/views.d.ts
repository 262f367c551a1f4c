import type { PageView } from '../../page/protocol.ts';
import type { Workspace } from '../../state/workspace.ts';
/** The person's modals, the one on top last. */
export declare const pageViews: (workspace: Workspace, user: string) => PageView[];
export declare function pageHome(workspace: Workspace, user: string): PageView | null;

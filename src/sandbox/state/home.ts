import type { Person } from './model.ts';
import { completeView, homeOf, mustMatch, replaceView, type View, type ViewDefinition } from './views.ts';
import { directMessageId, type Workspace } from './workspace.ts';

/** Shows a view in the person's App Home. It keeps its id as long as the app is here. */
export function publishHome(workspace: Workspace, user: string, wanted: ViewDefinition, hash?: string): View {
  const before = homeOf(workspace, user);
  mustMatch(before, hash);
  const id = before?.id ?? workspace.ids.fresh('V');
  const view = completeView(workspace, wanted, { id, root_view_id: id, previous_view_id: null });
  replaceView(workspace, user, view);
  return view;
}

/** The person looks at the App Home, or at their messages with the app: it hears of that each time. */
export function openHome(workspace: Workspace, by: Person, tab: 'home' | 'messages' = 'home'): void {
  const view = tab === 'home' ? homeOf(workspace, by.id) : undefined;
  workspace.delivery.event({
    type: 'app_home_opened',
    user: by.id,
    channel: directMessageId(by.id, workspace.bot.userId),
    tab,
    event_ts: workspace.clock.ts(),
    ...(view ? { view } : {}),
  });
}

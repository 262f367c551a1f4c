import { usePage } from '../page.ts';
import type { PageConversation } from '../protocol.ts';

/** What the app says that it does at the moment, in a thread or in the direct messages with it. */
export function StatusLine({ channel, thread }: { channel: string; thread?: string }) {
  const { state, conversation } = usePage();
  const isDirect = conversation(channel)?.kind === 'im';
  const wanted = thread === undefined ? `${channel}/` : `${channel}/${thread}`;
  const found = Object.entries(state.statuses).find(
    ([key, status]) => status !== '' && (thread === undefined ? isDirect && key.startsWith(wanted) : key === wanted),
  );
  return (
    <p class="status-line" role="status">
      {found && `${state.app.name} ${found[1]}`}
    </p>
  );
}

/** Says why nothing answers, where an answer is expected. */
export function AppNotice({ conversation }: { conversation: PageConversation }) {
  const { state } = usePage();
  const { app } = state;
  if (app.connections > 0 || !conversation.members.includes(app.userId)) return null;
  return (
    <p class="app-notice" role="status">
      <span class="presence app-notice-dot" />
      <span>
        <strong>{app.name}</strong> is not connected. What you say waits for it.
      </span>
    </p>
  );
}

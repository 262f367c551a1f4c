import type { Conversation } from './model.ts';
import type { Workspace } from './workspace.ts';

const lifetime = 2 * 60_000;

const keyOf = (conversation: Conversation, thread: string): string => `${conversation.id}/${thread}`;

/** An empty status ends the one before. */
export function setStatus(workspace: Workspace, conversation: Conversation, thread: string, status: string): void {
  if (status === '') {
    clearStatus(workspace, conversation, thread);
    return;
  }
  const { statuses, clock, changes } = workspace;
  statuses.set(keyOf(conversation, thread), { status, until: clock.now() + lifetime });
  changes.tell({ type: 'status', channel: conversation.id, thread, status });
  clock.timer(lifetime, () => endLate(workspace, conversation, thread));
}

export function clearStatus({ statuses, changes }: Workspace, conversation: Conversation, thread: string): void {
  if (!statuses.delete(keyOf(conversation, thread))) return;
  changes.tell({ type: 'status', channel: conversation.id, thread, status: '' });
}

/** Another status may have come meanwhile: it has its own end. */
function endLate(workspace: Workspace, conversation: Conversation, thread: string): void {
  const found = workspace.statuses.get(keyOf(conversation, thread));
  if (found && found.until <= workspace.clock.now()) clearStatus(workspace, conversation, thread);
}

/** Sets the ends of statuses that were there before this process. */
export function resumeStatuses(workspace: Workspace): void {
  for (const [key, { until }] of workspace.statuses) {
    const [channel = '', thread = ''] = key.split('/');
    const conversation = workspace.conversations.get(channel);
    if (!conversation) continue;
    const left = Math.max(0, until - workspace.clock.now());
    workspace.clock.timer(left, () => endLate(workspace, conversation, thread));
  }
}

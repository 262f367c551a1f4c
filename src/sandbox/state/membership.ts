import { type MemberEvent, memberEvent, messageEvent } from './events.ts';
import { storeMessage } from './messages.ts';
import type { Conversation, Message } from './model.ts';
import { tell } from './posting.ts';
import type { Workspace } from './workspace.ts';

/** The line that the room shows, and the event, of somebody who came or went. */
function announce(workspace: Workspace, conversation: Conversation, user: string, type: MemberEvent): void {
  const [subtype, did] = type === 'member_joined_channel' ? ['channel_join', 'joined'] : ['channel_leave', 'left'];
  const message: Message = {
    type: 'message',
    subtype,
    ts: workspace.clock.ts(),
    user,
    text: `<@${user}> has ${did} the channel`,
    team: workspace.team.id,
  };
  storeMessage(workspace, conversation, message);
  workspace.changes.tell({ type: 'conversation', channel: conversation.id });
  tell(workspace, conversation, messageEvent(conversation, message));
  tell(workspace, conversation, memberEvent(type, conversation, user, workspace.team.id, workspace.clock.ts()));
  if (user === workspace.bot.userId && type === 'member_left_channel') tellLeft(workspace, conversation);
}

/** The app hears no more of what happens there, but that it left. */
function tellLeft({ delivery, clock }: Workspace, { id, kind }: Conversation): void {
  delivery.event({ type: kind === 'group' ? 'group_left' : 'channel_left', channel: id, event_ts: clock.ts() });
}

/** Whether the user was not there before. */
export function join(workspace: Workspace, conversation: Conversation, user: string): boolean {
  if (conversation.members.has(user)) return false;
  conversation.members.add(user);
  announce(workspace, conversation, user, 'member_joined_channel');
  return true;
}

/** Whether the user was there. */
export function leave(workspace: Workspace, conversation: Conversation, user: string): boolean {
  if (!conversation.members.delete(user)) return false;
  announce(workspace, conversation, user, 'member_left_channel');
  return true;
}

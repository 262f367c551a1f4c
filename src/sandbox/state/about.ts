import { escapeText } from '../text/wire.ts';
import { seconds } from './clock.ts';
import { messageEvent } from './events.ts';
import { storeMessage } from './messages.ts';
import type { Conversation, Message } from './model.ts';
import { tell } from './posting.ts';
import type { Workspace } from './workspace.ts';

/** What a channel says of itself: what it is about now, and what it is for. */
export type AboutKind = 'topic' | 'purpose';

/** Sets it, as everybody there sees; nothing where it says so already. */
export function setAbout(workspace: Workspace, room: Conversation, user: string, kind: AboutKind, text: string): void {
  const value = escapeText(text);
  if ((room[kind]?.value ?? '') === value) return;
  room[kind] = { value, creator: user, lastSet: seconds(workspace.clock) };
  const message: Message = {
    type: 'message',
    subtype: `${room.kind === 'group' ? 'group' : 'channel'}_${kind}`,
    ts: workspace.clock.ts(),
    user,
    text: value === '' ? `cleared the channel ${kind}` : `set the channel ${kind}: ${value}`,
    team: workspace.team.id,
    [kind]: value,
  };
  storeMessage(workspace, room, message);
  workspace.changes.tell({ type: 'conversation', channel: room.id });
  tell(workspace, room, messageEvent(room, message));
}

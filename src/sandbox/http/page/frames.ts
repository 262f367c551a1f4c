import type { Frame, PageConversation } from '../../page/protocol.ts';
import type { Change } from '../../state/changes.ts';
import type { Conversation, Person } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
import { stateFor } from './hello.ts';
import { messageForPage } from './messages.ts';
import { isKnown, pageConversation } from './people.ts';
import { pageHome, pageViews } from './views.ts';

export interface Follower {
  world: PageWorld;
  person: Person;
  /** The address that the page has. */
  origin: string;
  /** Takes a frame under a name; it is made when it goes, and a later one of its name takes its place. */
  put(name: string, make: () => Frame | undefined): void;
  /** The conversations that the page knows. */
  known: readonly PageConversation[];
}

/** What each conversation was last said to be, so that nothing is said twice. */
type Said = Map<string, string>;

const spelled = (conversation: PageConversation): string => JSON.stringify(conversation);

function conversationFrame({ world, person }: Follower, said: Said, id: string): Frame | undefined {
  const conversation = world.workspace.conversations.get(id);
  if (!conversation || !isKnown(conversation, person)) {
    return said.delete(id) ? { type: 'conversation_removed', channel: id } : undefined;
  }
  const now = pageConversation(world.workspace, conversation, person);
  if (said.get(id) === spelled(now)) return undefined;
  said.set(id, spelled(now));
  return { type: 'conversation', conversation: now };
}

function putMessage(follower: Follower, room: Conversation, change: Change & { type: 'message' }): void {
  const { message } = change;
  if (message.ephemeralTo !== undefined && message.ephemeralTo !== follower.person.id) return;
  follower.put(`message ${room.id} ${message.ts}`, () => ({
    type: 'message',
    channel: room.id,
    message: messageForPage(message, follower.origin),
  }));
}

function putInRoom(follower: Follower, said: Said, change: Change & { channel: string }): void {
  const { world, person, put } = follower;
  const isFor = (user: string | undefined): boolean => user === undefined || user === person.id;
  const room = world.workspace.conversations.get(change.channel);
  const isIn = room?.members.has(person.id);
  if (room && isIn) {
    if (change.type === 'message') putMessage(follower, room, change);
    if (change.type === 'message_removed' && isFor(change.ephemeralTo)) {
      put(`message ${room.id} ${change.ts}`, () => ({ type: 'message_removed', channel: room.id, ts: change.ts }));
    }
    if (change.type === 'status') {
      const { channel, thread, status } = change;
      put(`status ${channel} ${thread}`, () => ({ type: 'status', channel, thread, status }));
    }
  }
  if (change.type === 'status' || (change.type === 'read' && change.user !== person.id)) return;
  if (isIn || change.type === 'conversation') {
    put(`conversation ${change.channel}`, () => conversationFrame(follower, said, change.channel));
  }
}

/** Puts out what the person may know of each change, until it is stopped. */
export function followFor(follower: Follower): () => void {
  const { world, person, put } = follower;
  const said: Said = new Map(follower.known.map((conversation) => [conversation.id, spelled(conversation)]));
  let notices = 0;
  return world.workspace.changes.follow((change) => {
    if ('channel' in change) return putInRoom(follower, said, change);
    if (change.type === 'connections') {
      return put('connections', () => ({ type: 'connections', connections: world.connections() }));
    }
    if (change.type === 'workspace') return put('hello', () => ({ type: 'hello', state: stateFor(world, person) }));
    if (change.user !== person.id) return;
    if (change.type === 'notice') {
      notices += 1;
      return put(`notice ${notices}`, () => ({ type: 'notice', text: change.text }));
    }
    if (change.type === 'views') put('views', () => ({ type: 'views', views: pageViews(world.workspace, person.id) }));
    else put('home', () => ({ type: 'home', home: pageHome(world.workspace, person.id) }));
  });
}

import type { PageConversation, PageState, PageUser } from '../../../../src/sandbox/page/protocol.ts';
import type { Message } from '../../../../src/sandbox/state/model.ts';

const user = (id: string, name: string, isBot = false): PageUser => ({ id, name, realName: name, isBot });

export const message = (ts: string, more: Partial<Message> = {}): Message => ({
  ...{ type: 'message', ts, user: 'U1', text: `text ${ts}`, team: 'T1' },
  ...more,
});

export const conversation = (id: string, more: Partial<PageConversation> = {}): PageConversation => ({
  ...{ id, kind: 'channel', name: id.toLowerCase(), members: ['U1', 'U2'], creator: 'U1', topic: '', isMember: true },
  ...{ lastRead: '0', latest: '0', unread: 0, mentions: 0 },
  ...more,
});

const people = [user('U1', 'mary'), user('U2', 'tom')];

/** What a server says at the beginning to one of two people, in a workspace with an app. */
export const pageState = (me: string, more: Partial<PageState> = {}): PageState => ({
  team: { id: 'T1', name: 'Sandbox', domain: 'sandbox' },
  me: people.find(({ id }) => id === me) ?? user(me, me),
  people: [...people].sort((one) => (one.id === me ? -1 : 0)),
  users: [...people, user('U9', 'ops', true)],
  app: { id: 'A1', name: 'ops', userId: 'U9', connections: 1 },
  conversations: [conversation('C1'), conversation('C2')],
  ...{ usergroups: [], commands: [], shortcuts: [], views: [], home: null, statuses: {} },
  ...more,
});

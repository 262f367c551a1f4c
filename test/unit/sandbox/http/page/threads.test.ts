import { expect, it } from 'vitest';
import { threadsOf } from '../../../../../src/sandbox/http/page/threads.ts';
import type { Conversation, Message } from '../../../../../src/sandbox/state/model.ts';

const ts = (at: number): string => `1700000000.${String(at).padStart(6, '0')}`;

/** A first message with replies; `latest` is when the newest came. */
const root = (text: string, user: string, users: readonly string[], latest: number): Message => ({
  ...{ type: 'message', ts: ts(latest - 50), user, text, team: 'T1', thread_ts: ts(latest - 50) },
  ...{ reply_count: users.length, reply_users: users, latest_reply: ts(latest) },
});

const room = (id: string, members: readonly string[], messages: Message[]): Conversation => ({
  ...{ id, name: id, kind: 'channel', created: 0, creator: 'U1', members: new Set(members), messages },
});

const texts = (rooms: readonly Conversation[], person: string): string[] =>
  threadsOf(rooms, person).map(({ room: { id }, root: { text } }) => `${id} ${text}`);

it('lists the threads that a person takes part in, the one with the newest reply first', () => {
  const rooms = [
    room(
      'C1',
      ['U1', 'U2'],
      [
        root('begun', 'U1', ['U2'], 100),
        root('of others', 'U2', ['U2'], 110),
        root('answered', 'U2', ['U2', 'U1'], 140),
        { ...root('taken away', 'U1', [], 150) },
      ],
    ),
    room('C2', ['U1'], [root('hey <@U1>', 'U2', ['U2'], 120)]),
    room('C3', ['U2'], [root('not there any more', 'U1', ['U1'], 130)]),
  ];
  expect(texts(rooms, 'U1')).toEqual(['C1 answered', 'C2 hey <@U1>', 'C1 begun']);
  expect(texts(rooms, 'U3')).toEqual([]);
});

it('lists fifty at most', () => {
  const many = Array.from({ length: 60 }, (_, at) => root(`number ${at}`, 'U1', ['U2'], 100 + at));
  const found = texts([room('C1', ['U1'], many)], 'U1');
  expect(found).toHaveLength(50);
  expect(found[0]).toBe('C1 number 59');
});

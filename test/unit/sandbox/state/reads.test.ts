import { expect, it } from 'vitest';
import type { Conversation, Message } from '../../../../src/sandbox/state/model.ts';
import { markRead, unreadOf } from '../../../../src/sandbox/state/reads.ts';
import type { Workspace } from '../../../../src/sandbox/state/workspace.ts';

const ts = (at: number): string => `1700000000.${String(at).padStart(6, '0')}`;

const message = (at: number, more: Partial<Message>): Message => ({
  ...{ type: 'message', ts: ts(at), user: 'UTOM', text: 'x', team: 'T1' },
  ...more,
});

function room(messages: readonly Partial<Message>[], kind: Conversation['kind'] = 'channel'): Conversation {
  const all = messages.map((more, at) => message(at + 1, more));
  return { id: 'C1', name: 'ops', kind, created: 0, creator: 'U1', members: new Set(['UMARY', 'UTOM']), messages: all };
}

function workspaceWith(lastRead?: string): Workspace {
  const reads = new Map(lastRead === undefined ? [] : [['UMARY/C1', lastRead]]);
  const usergroups = new Map([['S1', { id: 'S1', users: ['UMARY'] }]]);
  return { reads, usergroups, changes: { tell: () => {} } } as unknown as Workspace;
}

const thread = { thread_ts: ts(1) };

it.each<[string, Partial<Message>[], [number, number]]>([
  ['nothing', [], [0, 0]],
  ['what others said', [{}, {}], [2, 0]],
  ['not what the person said', [{ user: 'UMARY' }, {}], [1, 0]],
  ['a mention', [{ text: 'hi <@UMARY>' }, { text: 'hi <@UTOM>' }], [2, 1]],
  ['a call to a group of theirs', [{ text: '<!subteam^S1> now' }, { text: '<!subteam^S2>' }], [2, 1]],
  ['a call to all', [{ text: '<!here> now' }, { text: '<!channel>' }, { text: '<!date^1^x|y>' }], [3, 2]],
  [
    'a reply only where it mentions the person',
    [{ user: 'UMARY' }, { ...thread }, { ...thread, text: '<@UMARY>' }],
    [1, 1],
  ],
  ['a reply that was sent to the room', [{ user: 'UMARY' }, { ...thread, subtype: 'thread_broadcast' }], [1, 0]],
  [
    'neither what one alone sees, nor who came and went, nor what the room is about',
    [{ ephemeralTo: 'UMARY' }, { subtype: 'channel_join' }, { subtype: 'channel_topic' }, { subtype: 'group_purpose' }],
    [0, 0],
  ],
  ['at most a thousand', Array.from({ length: 1500 }, () => ({})), [1000, 0]],
])('counts %s as unread', (_, messages, [unread, mentions]) => {
  expect(unreadOf(workspaceWith(), 'UMARY', room(messages))).toMatchObject({ unread, mentions, lastRead: '0' });
});

it('counts what comes after the message that was read last', () => {
  const some = room([{}, {}, {}, {}]);
  expect(unreadOf(workspaceWith(ts(3)), 'UMARY', some)).toEqual({
    ...{ lastRead: ts(3), latest: ts(4), unread: 1, mentions: 0 },
  });
});

it('counts every direct message as one that mentions the person', () => {
  expect(unreadOf(workspaceWith(), 'UMARY', room([{}, {}], 'im'))).toMatchObject({ unread: 2, mentions: 2 });
});

it('tells of it once when a person has read something', () => {
  const told: unknown[] = [];
  const workspace = workspaceWith();
  workspace.changes.tell = (change) => void told.push(change);
  markRead(workspace, 'UMARY', 'C1', ts(2));
  markRead(workspace, 'UMARY', 'C1', ts(2));
  expect(told).toEqual([{ type: 'read', user: 'UMARY', channel: 'C1', ts: ts(2) }]);
  expect(unreadOf(workspace, 'UMARY', room([{}, {}, {}])).unread).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { candidatesFor, type Sources } from '../../../../../src/sandbox/page/composer/candidates.ts';
import type { Trigger } from '../../../../../src/sandbox/page/composer/trigger.ts';
import type { PageConversation } from '../../../../../src/sandbox/page/protocol.ts';

const user = (id: string, name: string, realName: string, isBot = false) => ({ id, name, realName, isBot });
const room = (name: string, kind: PageConversation['kind'], isMember: boolean): PageConversation => ({
  ...{ id: name, kind, name, members: [], creator: 'U1', topic: '', isMember },
  ...{ lastRead: '0', latest: '0', unread: 0, mentions: 0 },
});

const sources: Sources = {
  me: 'U1',
  users: [
    user('U1', 'mary', 'Mary Jones'),
    user('U2', 'tom', 'Tom Berger'),
    user('U3', 'ops', 'ops', true),
    user('U4', 'marcel', 'Marcel Dupont'),
    user('U5', 'jo', 'Jo Marsh'),
  ],
  groups: [{ id: 'S1', handle: 'oncall', name: 'On call' }],
  members: ['U1', 'U2', 'U3', 'U5'],
  isDirect: false,
  conversations: [
    room('ops', 'channel', true),
    room('devops', 'channel', true),
    room('ops-secret', 'group', true),
    room('operations', 'channel', false),
    room('U3', 'im', true),
  ],
  commands: [
    { command: '/ops', description: 'Run an operation', usageHint: '' },
    { command: '/oncall', description: 'Who is on call', usageHint: '[team]' },
  ],
  emoji: [
    {
      group: 'Smileys',
      emoji: [
        ['😠', 'angry'],
        ['❤️', 'heart'],
        ['😍', 'heart_eyes'],
        ['🥰', 'smiling_face_with_3_hearts'],
        ['👂', 'ear', 'hear'],
      ],
    },
  ],
  recentEmoji: ['heart_eyes'],
};

const inserts = (kind: Trigger['kind'], query: string, more: Partial<Sources> = {}) =>
  candidatesFor({ kind, query, from: 0, to: query.length + 1 }, { ...sources, ...more }).map(({ insert }) => insert);

describe('completion', () => {
  it('offers who is in the room first, by name, by full name, by any word of it', () => {
    expect(inserts('mention', 'mar')).toEqual(['@mary ', '@jo ', '@marcel ']);
    expect(inserts('mention', 'tom b')).toEqual(['@tom ']);
    expect(inserts('mention', 'onc')).toEqual(['@oncall ']);
    expect(inserts('mention', 'BER')).toEqual(['@tom ']);
  });

  it('offers everybody, the app and the calls for an @ alone', () => {
    expect(inserts('mention', '')).toEqual([
      '@jo ',
      '@ops ',
      '@tom ',
      '@mary ',
      '@marcel ',
      '@oncall ',
      '@here ',
      '@channel ',
      '@everyone ',
    ]);
    expect(inserts('mention', '', { isDirect: true })).not.toContain('@here ');
  });

  it('says who is not in the room', () => {
    const [found] = candidatesFor({ kind: 'mention', query: 'marc', from: 0, to: 5 }, sources);
    expect(found).toMatchObject({ kind: 'user', isMember: false, isMe: false });
  });

  it('ends with the name: what follows is only text', () => {
    expect(inserts('mention', 'mary ')).toEqual([]);
    expect(inserts('mention', 'ops deploy')).toEqual([]);
  });

  it('offers channels, those that begin so first and those one is in before others', () => {
    expect(inserts('channel', 'op')).toEqual(['#ops ', '#ops-secret ', '#operations ', '#devops ']);
  });

  it('offers emoji by name, then by how they begin, the recently used first', () => {
    expect(inserts('emoji', 'hear')).toEqual([':hear: ', ':heart_eyes: ', ':heart: ', ':smiling_face_with_3_hearts: ']);
  });

  it('offers commands with their words', () => {
    expect(inserts('command', '')).toEqual(['/oncall ', '/ops ']);
    expect(inserts('command', 'op')).toEqual(['/ops ']);
  });
});

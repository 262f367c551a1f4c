import { describe, expect, it } from 'vitest';
import { clockFinding } from '../../../src/slack/doctor/clock.ts';
import { roomFinding } from '../../../src/slack/doctor/rooms.ts';
import { scopeFindings } from '../../../src/slack/doctor/scopes.ts';
import { manualClock } from '../../support/manual-clock.ts';

const states = (findings: readonly { state: string }[]): string[] => findings.map(({ state }) => state);

describe('the clock of this machine', () => {
  const at = 'Thu, 01 Jan 2026 12:00:00 GMT';

  it.each([
    ['agrees', '2026-01-01T12:00:59Z', 'ok', 'the clock of this machine agrees with that of Slack'],
    [
      'is a little ahead',
      '2026-01-01T12:02:00Z',
      'warning',
      'the clock of this machine is 120 s ahead of that of Slack',
    ],
    ['is behind', '2026-01-01T11:00:00Z', 'warning', 'the clock of this machine is 3600 s behind that of Slack'],
    [
      'is so far ahead that no line would be run',
      '2026-01-01T12:16:00Z',
      'fault',
      'the clock of this machine is 960 s ahead of that of Slack: lines would seem too old to be run',
    ],
  ])('%s', (_, now, state, says) => {
    expect(clockFinding(at, new Date(now))).toEqual([expect.objectContaining({ state, says })]);
  });

  it('is compared with nothing where Slack says no time', () => {
    expect(clockFinding(null, new Date())).toEqual([]);
  });
});

describe('the scopes of a bot', () => {
  const all = [
    ...['chat:write', 'channels:history', 'groups:history', 'im:history', 'mpim:history', 'app_mentions:read'],
    ...[
      'files:write',
      'users:read',
      'channels:read',
      'groups:read',
      'im:write',
      'commands',
      'files:read',
      'reactions:write',
    ],
  ];
  const without = (...left: string[]): string[] => all.filter((scope) => !left.includes(scope));

  it.each([
    ['are enough', all, ['ok']],
    ['lack what one feature needs', without('files:write', 'mpim:history'), ['warning', 'warning']],
    ['let it hear and not answer', without('chat:write'), ['fault']],
    [
      'let it hear nothing',
      all.filter((scope) => !/:history$|^app_mentions/.test(scope)),
      ['fault', 'fault', 'fault', 'fault', 'fault'],
    ],
  ])('%s', (_, scopes, expected) => {
    expect(states(scopeFindings(scopes, false))).toEqual(expected);
  });

  it('includes usergroups:read where a role is of a user group', () => {
    const lacking = scopeFindings([], true).find(({ says }) => says.includes('usergroups:read'));
    expect(lacking).toMatchObject({ state: 'fault' });
    expect(scopeFindings([], false).some(({ says }) => says.includes('usergroups:read'))).toBe(false);
  });
});

describe('a message to a room', () => {
  it.each([
    ['did not come back where nobody else listens', 0, 'fault', 1],
    ['may have gone to a listener', 2, 'warning', 4],
  ])('%s', async (_, others, state, posts) => {
    const clock = manualClock();
    const calls: string[] = [];
    const ask = async (method: string) => {
      calls.push(method);
      return { ts: '1.1', channel: 'C1' };
    };
    const found = roomFinding({ ask, room: '#ops', bot: 'ops', heard: new Set(), others }, clock);
    await clock.advance(60_000);
    expect(await found).toMatchObject({ area: 'room', state });
    expect(calls.filter((method) => method === 'chat.postMessage')).toHaveLength(posts);
    expect(calls.filter((method) => method === 'chat.delete')).toHaveLength(posts);
  });
});

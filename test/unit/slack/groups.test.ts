import { expect, it } from 'vitest';
import type { Context } from '../../../src/context/context.ts';
import { keepGroups } from '../../../src/slack/groups.ts';
import { manualClock, settle } from '../../support/manual-clock.ts';

const slack = { appToken: 'a', botToken: 'b', word: 'ops', pool: 1 };
type Roles = Context['config']['roles'];

function keep(roles: Roles, groupAge?: number) {
  const clock = manualClock();
  const asked: string[] = [];
  const over = new AbortController();
  const groups = () => ({
    members: async () => ({ people: new Set<string>(), doubts: new Map() }),
    refresh: async ({ id }: { id: string }) => void asked.push(`${id} ${clock.elapsed()}`),
  });
  const context = { clock, config: { roles, journal: { path: '/j' } }, project: { groups } } as unknown as Context;
  const ended = keepGroups(
    { context, slack: { ...slack, ...(groupAge === undefined ? {} : { groupAge }) } },
    over.signal,
  );
  const end = (): Promise<void> => {
    over.abort();
    return ended;
  };
  return { clock, asked, end };
}

it('asks for each group twice an age, once for several roles, and no more once it is over', async () => {
  const { clock, asked, end } = keep({
    a: { people: [], slack: ['S1', 'S2'] },
    b: { people: [], slack: ['S1'], ldap: ['cn=x'] },
    c: ['mary'],
  });
  await clock.advance(30_000);
  expect(asked).toEqual(['S1 0', 'S2 0', 'S1 30000', 'S2 30000']);
  await end();
  await clock.advance(60_000);
  expect(asked).toHaveLength(4);
});

it('asks no more often than Slack allows', async () => {
  const { clock, asked, end } = keep({ a: { people: [], slack: ['S1', 'S2', 'S3', 'S4', 'S5'] } }, 1000);
  await clock.advance(59_999);
  expect(asked.length).toBe(15);
  await end();
});

it('asks for nothing where no role is of a group', async () => {
  const { asked, end } = keep({ a: ['mary'], b: { people: [], ldap: ['cn=x'] } });
  await settle();
  expect(asked).toEqual([]);
  await end();
});

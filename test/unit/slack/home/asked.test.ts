import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Origin } from '../../../../src/context/host.ts';
import { nobody } from '../../../../src/context/process.ts';
import { openSqliteJournal } from '../../../../src/journal/sqlite.ts';
import { recordApproval, recordRequest } from '../../../../src/run/approval/facts.ts';
import { watchAsked } from '../../../../src/slack/home/asked.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const mary = { id: 'os:here:1001', name: 'mary' };
const terminal: Origin = { type: 'terminal', host: 'here', directory: '/' };
const subject = { command: 'deploy', effect: 'change', environment: 'prod' } as const;
const bound = { line: 'a', plan: 'b', policy: 'c', mark: 'abc' };
const leads = ['slack:T1:U1', 'os:here:1003', 'slack:T2:U8', 'slack:T1:U2'];

/** A listener that looks at a journal, and whose Home tabs are told of at each look. */
async function open() {
  const clock = manualClock();
  const journal = await openSqliteJournal(join(temporaryFolder(), 'journal.db'));
  onTestFinished(() => journal.close());
  const told: string[] = [];
  const homes = { changed: (user = 'all') => void told.push(user) };
  const look = watchAsked({ journal, homes, clock, team: 'T1' });
  const where = (run: string) => ({ run, subject: run, actor: mary, at: clock.now() });
  return {
    clock,
    seen: async (): Promise<string[]> => {
      await look();
      return told.splice(0);
    },
    asks: async (from: readonly string[] = ['lead'], approvers: readonly string[] = leads): Promise<string> => {
      const process = { host: 'here', pid: 7, started: 'then' };
      const row = await journal.accept({ argv: ['deploy'], actor: mary, origin: terminal, process, at: clock.now() });
      const run = row?.id ?? '';
      const need = { type: 'approval', rule: 'two', from, count: 2, within: 60_000 } as const;
      const expires = new Date(clock.now().getTime() + 60_000);
      const request = { ...bound, person: 'mary', subject, needs: [need], words: [], approvers, preview: [], expires };
      await recordRequest(journal, request as never, where(run));
      await journal.wait(run, nobody);
      return run;
    },
    approves: (run: string) => recordApproval(journal, { mark: 'abc', person: 'ann', counts: [0] }, where(run)),
    ends: (run: string) =>
      journal.finish(run, { state: 'cancelled', outcome: 'cancelled', exitCode: 130, at: clock.now() }),
  };
}

describe('the Home tabs of those whose approval is asked for elsewhere', () => {
  it('follow what is asked, what is given and what is withdrawn, once each, and nobody else’s do', async () => {
    const { seen, asks, approves, ends } = await open();
    expect(await seen()).toEqual([]);
    const run = await asks();
    expect([await seen(), await seen()]).toEqual([['U1', 'U2'], []]);
    await approves(run);
    expect([await seen(), await seen()]).toEqual([['U1', 'U2'], []]);
    await ends(run);
    expect([await seen(), await seen()]).toEqual([['U1', 'U2'], []]);
  });

  it('follow several at once', async () => {
    const { seen, asks } = await open();
    await asks();
    await asks(['lead'], ['slack:T1:U2', 'slack:T1:U3']);
    expect((await seen()).sort()).toEqual(['U1', 'U2', 'U3']);
  });

  it('follow what has run out of time, though nobody has written so', async () => {
    const { clock, seen, asks } = await open();
    await asks();
    await seen();
    await clock.advance(60_001);
    expect([await seen(), await seen()]).toEqual([['U1', 'U2'], []]);
  });

  it('are those of everyone where everyone may give it', async () => {
    const { seen, asks } = await open();
    await asks(['everyone'], []);
    expect(await seen()).toEqual(['all']);
  });
});

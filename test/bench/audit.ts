import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/journal/database.ts';
import { recordFact } from '../../src/journal/facts.ts';
import { acceptRun, finishRun, startRun } from '../../src/journal/runs.ts';
import { openDatabase, openSqliteJournal } from '../../src/journal/sqlite.ts';
import { median } from './measure.ts';
import { atLeast, bounded, type Section } from './table.ts';

const [runs, rounds, writes] = [25_000, 5, 2000];
const least = 100_000;
/** Milliseconds of the processor, all that a write takes. */
const mostOfAWrite = 0.5;
const actor = { id: 'slack:T012AB3CD:U012AB3CD', name: 'Mary Jones' };
const process_ = { host: 'build-1', pid: 4711, started: '921837d9-ab4a-4a18-82bf-64f417f453c5:3598495' };
const origin = { type: 'room', team: 'T012AB3CD', channel: 'C012AB3CD', message: '1763.000100' } as const;

/** What it takes to prove a journal, and to write one. */
export async function measureAudit(stack: AsyncDisposableStack): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-bench-audit-'));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'journal.db');
  await fill(path);
  const journal = await openSqliteJournal(path);
  stack.defer(() => journal.close());
  const [rates, cpu]: [number[], number[]] = [[], []];
  let [entries, rows] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const [began, before] = [performance.now(), process.cpuUsage()];
    const found = await journal.verify();
    const { user, system } = process.cpuUsage(before);
    if (found.problemCount > 0) throw new Error('the journal does not hold');
    [entries, rows] = [found.entries, found.rows];
    rates.push(((entries + rows) / (performance.now() - began)) * 1000);
    cpu.push(((entries + rows) / (user + system)) * 1e6);
  }
  return [
    {
      title: 'Audit',
      how: `a journal of ${entries} entries and ${rows} rows that they tell of, ${(statSync(path).size / 1e6).toFixed(0)} MB; median of ${rounds}`,
      rows: [
        atLeast('entries and rows verified a second', median(rates), least),
        { what: 'the same a second of the processor', value: median(cpu).toFixed(0) },
        bounded('a write of the journal, its time of the processor', await measureWrite(folder), mostOfAWrite, 'ms'),
      ],
    },
  ];
}

async function fill(path: string): Promise<void> {
  const database = await openDatabase(path, 5000);
  // It is to be there soon, and not to last.
  database.script('PRAGMA synchronous = OFF');
  for (let run = 0; run < runs; run++) addRun(database, run);
  database.close();
}

function addRun(database: Database, run: number): void {
  const at = new Date(Date.UTC(2026, 0, 1) + run * 60_000);
  const claim = `T012AB3CD/C012AB3CD/${run}`;
  const argv = ['deploy', 'uat', '--ref', `v${run}`];
  const { id = '' } = acceptRun(database, { argv, actor, origin, process: process_, at, claim }) ?? {};
  const decision = { allowed: true, rule: 'developers-deploy', person: 'mary', policy: 'a'.repeat(64) };
  startRun(database, id, { command: 'deploy', effect: 'change', environment: 'uat', process: process_, at, decision });
  const fact = { run: id, kind: 'deployment', subject: 'web/uat', data: { version: `v${run}`, state: 'live' } };
  recordFact(database, { ...fact, at, actor });
  finishRun(database, id, { state: 'succeeded', outcome: 'ok', exitCode: 0, at });
}

async function measureWrite(folder: string): Promise<number> {
  const database = await openDatabase(join(folder, 'written.db'), 5000);
  database.script('PRAGMA synchronous = OFF');
  for (let run = 0; run < 200; run++) addRun(database, run);
  const before = process.cpuUsage();
  for (let run = 0; run < writes / 4; run++) addRun(database, run + 200);
  const { user, system } = process.cpuUsage(before);
  database.close();
  return (user + system) / 1000 / writes;
}

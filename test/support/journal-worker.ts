import { closeSync, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Actor, ProcessId } from '../../src/context/host.ts';
import type { Journal } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';

/** A process of its own that works on a journal: says `ready`, waits for the end of stdin, works, says the result. */
const actor: Actor = { id: 'os:laptop:1000', name: 'Ana' };
const self: ProcessId = { host: 'laptop', pid: process.pid, started: 'now' };
const nobody = 65_534;

/** As many as begin at once may have little of a slow machine each: how long one waits is not what is looked at here. */
const open = (path: string): Promise<Journal> => openSqliteJournal(path, { busyTimeout: 60_000 });

async function accept(journal: Journal, claim?: string): Promise<string | undefined> {
  const origin = { type: 'terminal', host: 'laptop', directory: '/' } as const;
  const argv = ['deploy', 'uat'];
  const run = { argv, actor, origin, process: self, at: new Date(), ...(claim === undefined ? {} : { claim }) };
  return (await journal.accept(run))?.id;
}

async function claims(path: string): Promise<string[]> {
  const journal = await open(path);
  const won: string[] = [];
  for (let index = 0; index < 100; index += 1) {
    if ((await accept(journal, `claim ${index}`)) !== undefined) won.push(`claim ${index}`);
  }
  await journal.close();
  return won;
}

/** Whoever holds the lock makes a file that must not be there, and takes it away before the lock is freed. */
async function locks(path: string): Promise<{ taken: number; violations: number }> {
  const journal = await open(path);
  const result = { taken: 0, violations: 0 };
  for (let turn = 0; turn < 150; turn += 1) {
    const run = (await accept(journal)) ?? '';
    const lock = await journal.lock({ key: 'shop/uat', run, actor, reason: `turn ${turn}`, since: new Date() });
    if (!lock.taken) continue;
    result.taken += 1;
    try {
      closeSync(openSync(`${path}.held`, 'wx'));
      await journal.locks();
      unlinkSync(`${path}.held`);
    } catch {
      result.violations += 1;
    }
    const end = { state: 'succeeded', outcome: 'ok', exitCode: 0, at: new Date() } as const;
    await (turn % 2 === 0 ? journal.unlock(run) : journal.finish(run, end));
  }
  await journal.close();
  return result;
}

/** Takes what waits for somebody: how many it got of those that all saw. */
async function takes(path: string): Promise<string[]> {
  const journal = await open(path);
  const won: string[] = [];
  for (const { id } of (await journal.runs({ states: ['waiting'], limit: 1000 })).reverse()) {
    if (await journal.take(id, self)) won.push(id);
  }
  await journal.close();
  return won;
}

/** Records what comes after all that is there; gives back what each of its own came after. */
async function nexts(path: string): Promise<number[]> {
  const journal = await open(path);
  const run = (await accept(journal)) ?? '';
  const came: number[] = [];
  for (let index = 0; index < 30; index += 1) {
    const fact = await journal.recordNext({ kind: 'next', limit: 1000 }, (before) => ({
      fact: { run, kind: 'next', subject: 'x', data: { before: before.length }, at: new Date(), actor },
    }));
    came.push(Number(fact?.data['before']));
  }
  await journal.close();
  return came;
}

async function recover(path: string): Promise<string[]> {
  const journal = await open(path);
  const interrupted = await journal.recover(() => false, new Date());
  await journal.close();
  return interrupted.map(({ run }) => run.id);
}

/** Begins a change and goes on writing until it is killed. */
async function hang(path: string): Promise<never> {
  const journal = await open(path);
  const run = (await accept(journal)) ?? '';
  const at = new Date();
  await journal.lock({ key: 'shop/uat', run, actor, reason: 'ops deploy uat', since: at });
  await journal.start(run, { command: 'deploy', effect: 'change', environment: 'uat', process: self, at });
  await journal.addGroup(run, { host: 'laptop', pid: 4_000_000, started: 'then' });
  say(run);
  for (let index = 0; ; index += 1) {
    await journal.record({ run, kind: 'noise', subject: 'x', data: { index }, at: new Date(), actor });
  }
}

async function acceptOne(path: string): Promise<string | undefined> {
  const journal = await open(path);
  const id = await accept(journal);
  await journal.close();
  return id;
}

/** Who is behind only opens and so catches up: the processes meet at the journal that is made next. */
async function makeMany(path: string): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  for (let index = 0; index < 8; index += 1) ids.push(await acceptOne(join(path, `${index}`, '.ops', 'journal.db')));
  return ids;
}

async function acceptOneAsNobody(path: string): Promise<string | undefined> {
  // The superuser may write everywhere, and SQLite would change the mode of a device for it.
  if (process.getuid?.() === 0) process.setuid?.(nobody);
  return acceptOne(path);
}

async function fill(path: string): Promise<{ accepted: number; error: unknown }> {
  const journal = await open(path);
  for (let accepted = 0; ; accepted += 1) {
    try {
      await accept(journal);
    } catch (error) {
      await journal.close();
      return { accepted, error: told(error) };
    }
  }
}

const tasks = { claims, takes, nexts, makeMany, locks, recover, hang, acceptOne, acceptOneAsNobody, fill };
export type JournalTask = keyof typeof tasks;

function told(error: unknown): unknown {
  return error instanceof Error ? { ...error, message: error.message } : error;
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value ?? null)}\n`);
}

const [task, path] = process.argv.slice(2) as [JournalTask, string];
say('ready');
await text(process.stdin);
await tasks[task](path).then(say, (error: unknown) => say({ error: told(error) }));

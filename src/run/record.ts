import type { Output } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Decided } from '../context/evidence.ts';
import { rerunKind } from '../context/facts.ts';
import type { Clock, System } from '../context/host.ts';
import type { Interrupted, Journal, RunEnd } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import type { Decision } from '../policy/policy.ts';
import { wordsOf } from './failure.ts';
import { createLateStart } from './late-start.ts';
import { environmentOf, type RunRequest, type RunWorld } from './request.ts';
import { watchForStop } from './stop-watch.ts';

/** How often a process looks whether others doubt that it lives, well within the time that they give it. */
const vouchEvery = 5000;

/** The run's own view of the journal. */
export interface RunLog {
  /** Undefined where nothing is recorded. */
  run: string | undefined;
  journal: Journal | undefined;
  /** Why nothing is recorded, where the journal is at fault. */
  fault: unknown;
  /** What the policy said: the start, or the end where there was none, tells of the last that it did. */
  decided(decision: Decision): Promise<void>;
  start(): Promise<void>;
  /** What it does next leaves traces: its start is in the journal. */
  begin(): Promise<void>;
  finish(end: RunEnd): Promise<void>;
  reportInterrupted(output: Output): Promise<void>;
  /** Looks until it is disposed of whether somebody asked the run to end. */
  watchForStop(stop: (reason: OpsError) => void): Disposable;
  /** Removes what is older than `journal.keep`, where that is configured. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Accepts the run in the journal, before anything else happens. Outside a project what changes nothing leaves no
 * record; a change always does, or does not run.
 */
export async function openRecord(request: RunRequest, world: RunWorld): Promise<RunLog> {
  const { host, loaded } = world;
  const { system } = host;
  if (loaded.file === undefined && (request.command.effect === 'read' || request.dryRun)) return unrecorded;
  if (host.isLook) return openLook(request, world);
  let journal: Journal | undefined;
  try {
    journal = await system.journal(loaded.config.journal.path);
    const interrupted = isCaredFor(request, host) ? [] : await recover(journal, system, system.clock);
    const run = host.run ?? (await accept(journal, request, host));
    await link(journal, run, request, host);
    return recorded(journal, run, interrupted, request, world);
  } catch (error) {
    await journal?.close().catch(() => {});
    if (request.command.effect === 'change' || host.run !== undefined) throw notRecorded(error);
    return {
      ...unrecorded,
      fault: error,
      reportInterrupted: async (output) => output.warn(`this run is not recorded: ${wordsOf(error)}`),
    };
  }
}

/**
 * The listener that accepted it looks after dead runs; a change looks too, for one of them may hold its lock. A terminal
 * that carries on what was approved is alone.
 */
function isCaredFor({ command }: Pick<RunRequest, 'command'>, host: RunWorld['host']): boolean {
  return host.run !== undefined && host.origin.type === 'room' && command.effect === 'read';
}

/** Reads what the journal has, and leaves nothing in it. */
async function openLook({ command }: RunRequest, { host: { system }, loaded }: RunWorld): Promise<RunLog> {
  if (command.effect === 'change') throw new OpsError('usage', `${command.name} changes something`);
  const journal = await system.journal(loaded.config.journal.path);
  return { ...unrecorded, journal, close: () => journal.close() };
}

function recorded(
  journal: Journal,
  run: string,
  interrupted: readonly Interrupted[],
  request: RunRequest,
  world: RunWorld,
): RunLog {
  const { host, redact, loaded } = world;
  const { system, origin } = host;
  const { name: command, effect } = request.command;
  const subject = { command, effect, environment: environmentOf(request) };
  const self = system.identify();
  const { keep } = loaded.config.journal;
  const late = createLateStart(journal, run);
  let decision: { decision?: Decided } = {};
  const vouching = setInterval(() => void journal.vouch(self).catch(() => {}), vouchEvery).unref();
  return {
    run,
    journal: late.journal,
    fault: undefined,
    decided: async ({ allowed, rule }) => {
      const policy = await journal.usePolicy(world.policyText(), host.actor);
      decision = { decision: { allowed, rule, person: world.person, policy } };
    },
    start: async () => {
      const start = { ...subject, process: self, at: system.clock.now(), ...decision };
      if (effect === 'read') late.start(start);
      else await journal.start(run, start);
      decision = {};
    },
    begin: late.begin,
    finish: ({ message, ...end }) => {
      const said = message === undefined ? {} : { message: redact(message) };
      return late.finish({ ...end, ...said, subject, ...decision });
    },
    reportInterrupted: async (output) => {
      // A room hears of its own lines from its listener, and of no others.
      if (origin.type === 'room') return;
      for (const { run: lost } of interrupted) output.warn(describeInterrupted(lost));
    },
    watchForStop: (stop) => watchForStop(journal, run, stop),
    prune: async () => {
      // What cannot be removed now is tried again with the next run.
      if (keep !== undefined) await journal.prune({ keep, now: system.clock.now() }).catch(() => {});
    },
    close: () => {
      clearInterval(vouching);
      late.close();
      return journal.close();
    },
  };
}

const unrecorded: RunLog = {
  run: undefined,
  journal: undefined,
  fault: undefined,
  decided: async () => {},
  start: async () => {},
  begin: async () => {},
  finish: async () => {},
  reportInterrupted: async () => {},
  watchForStop: () => ({ [Symbol.dispose]: () => {} }),
  prune: async () => {},
  close: async () => {},
};

async function accept(journal: Journal, request: RunRequest, host: RunWorld['host']): Promise<string> {
  const { argv } = request;
  const { actor, origin, system } = host;
  const row = await journal.accept({ argv, actor, origin, process: system.identify(), at: system.clock.now() });
  if (row === undefined) throw new OpsError('bug', 'a run without a claim was refused by the journal');
  return row.id;
}

/** A line that repeats another one was accepted, in a room, as it was typed. */
async function link(
  journal: Journal,
  run: string,
  { repeats, argv }: RunRequest,
  host: RunWorld['host'],
): Promise<void> {
  if (repeats === undefined) return;
  const { actor, system } = host;
  if (host.run !== undefined) await journal.restate(run, argv);
  await journal.record({ run, kind: rerunKind, subject: repeats.id, data: {}, at: system.clock.now(), actor });
}

/**
 * Ends what a killed process left running, and then its run: the lock that it held is free once nothing of it lives.
 * Gives back the runs that were interrupted: one that was stopped is what somebody wanted.
 */
export async function recover(
  journal: Journal,
  { alive, killGroup, killRun }: Pick<System, 'alive' | 'killGroup' | 'killRun'>,
  clock: Clock,
): Promise<Interrupted[]> {
  const givenOut = clock.now();
  const end = async ({ run, groups }: Interrupted): Promise<Interrupted[]> => {
    const kills = [killRun(run.id, run.process), ...groups.map((group) => killGroup(group))];
    const areGone = (await Promise.all(kills)).every((isGone) => isGone);
    if (run.finishedAt !== undefined) return [{ run, groups }];
    const ended = areGone ? await journal.interrupt(run.id, givenOut, clock.now()) : undefined;
    return ended === undefined ? [] : [{ run: ended, groups }];
  };
  const ended = await Promise.all((await journal.recover(alive, givenOut)).map(end));
  return ended.flat().filter(({ run }) => run.state === 'interrupted');
}

export function describeInterrupted({ id, argv, actor, acceptedAt, startedAt }: Interrupted['run']): string {
  const since = acceptedAt.toISOString().slice(0, 16).replace('T', ' ');
  // A read may have begun: its start is written down late, and before it leaves a trace.
  const why =
    startedAt === undefined
      ? 'was interrupted before it changed anything: type it again'
      : 'was interrupted: its process was killed. It was not run again';
  return `${formatLine(argv)} (run ${id} of ${actor.name}, ${since} UTC) ${why}`;
}

export function notRecorded(error: unknown, what = 'nothing was run'): OpsError {
  const outcome = error instanceof OpsError && error.outcome !== 'ok' ? error.outcome : 'unavailable';
  const hint = error instanceof OpsError ? error.hint : undefined;
  return new OpsError(outcome, `${what}, because it could not be recorded: ${wordsOf(error)}`, {
    ...(hint === undefined ? {} : { hint }),
    cause: error,
  });
}

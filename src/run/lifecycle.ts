import type { Command, Data, InputValues } from '../command/define.ts';
import type { Context } from '../context/context.ts';
import { createContext } from '../context/create.ts';
import { OpsError } from '../context/errors.ts';
import type { Sink } from '../context/events.ts';
import type { RunEnd, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { formatTime } from '../context/time.ts';
import { createPeople } from '../policy/people.ts';
import type { Decision } from '../policy/policy.ts';
import { requestOf } from '../policy/request.ts';
import { administratorsOf } from '../policy/roles.ts';
import { agree } from './agree.ts';
import { stopAfter } from './cancel.ts';
import { writeEnd } from './end.ts';
import { failureOf } from './failure.ts';
import { createLocks } from './held.ts';
import { takeLock, waitForTurn } from './lock.ts';
import { keepOutput } from './output.ts';
import { openRecord, type RunLog } from './record.ts';
import type { RunRequest, RunWorld } from './request.ts';
import { createRuns } from './runs.ts';

/** How long a process stays for the sake of the journal alone. */
const longestWriting = 60_000;
const defaultTimeout = { read: 60_000, change: 3_600_000 } as const;

/** Carries a parsed line through policy, plan, confirmation, lock, run and journal. Returns the exit code. */
export async function carryOut(request: RunRequest, world: RunWorld): Promise<number> {
  const { host, sink } = world;
  const began = host.system.clock.now().getTime();
  const log = await openRecord(request, world);
  const { command } = request;
  using limit = stopAfter(host, request.timeout ?? command.timeout ?? defaultTimeout[command.effect]);
  using _watch = log.watchForStop(limit.stop);
  const output = keepOutput(log.run, command, world);
  await sink({
    type: 'started',
    run: log.run,
    line: formatLine(request.argv),
    actor: host.actor.name,
    at: new Date(began).toISOString(),
  });
  if (request.repeats !== undefined) await sayRepeats(request.repeats, sink);
  const ms = (): number => host.system.clock.now().getTime() - began;
  try {
    const end = await attempt(request, world, log, limit.signal);
    const { outcome, exitCode } = end;
    // Whoever hears of the end finds all that led to it.
    await output.write();
    const goOn = await writeEnd(log, { ...end, at: host.system.clock.now() }, sink);
    await output.write();
    await sink({ type: 'finished', outcome, exitCode, ms: ms() });
    await output.sweep();
    await goOn?.({ clock: host.system.clock, signal: host.signal, most: longestWriting });
    return exitCode;
  } finally {
    await log.close();
  }
}

async function sayRepeats({ id, actor, acceptedAt }: RunRecord, sink: Sink): Promise<void> {
  const text = `Repeats run ${id} of ${actor.name}, ${formatTime(acceptedAt)}`;
  await sink({ type: 'note', level: 'info', blocks: [{ type: 'text', text }] });
}

/** How it ended. What went wrong is said. */
async function attempt(
  request: RunRequest,
  world: RunWorld,
  log: RunLog,
  signal: AbortSignal,
): Promise<Omit<RunEnd, 'at'>> {
  try {
    await proceed(request, world, log, signal);
    return { state: 'succeeded', outcome: 'ok', exitCode: 0 };
  } catch (thrown) {
    const { event, end } = failureOf(signal.aborted ? signal.reason : thrown, log.run, request.debug);
    await world.sink(event);
    return end;
  }
}

async function proceed(request: RunRequest, world: RunWorld, log: RunLog, signal: AbortSignal): Promise<void> {
  const { command, input } = request;
  const { host, sink, loaded } = world;
  const context = createContext({
    ...{ host, sink, loaded },
    journal: log.journal,
    journalFault: log.fault,
    run: log.run,
    signal,
    project: world.project(log.journal),
    redact: world.redact,
    runs: (journal) =>
      createRuns({ ...{ host, journal, signal }, run: log.run, journalPath: loaded.config.journal.path }),
    locks: (journal) => createLocks({ ...ownersOf(world), journal, run: log.run }),
    yes: request.yes,
  });
  await log.reportInterrupted(context.output);
  const { actor, origin, system } = world.host;
  const allow = async (): Promise<void> =>
    refuse(await world.policy(requestOf(request, { actor, origin, at: system.clock.now() })), request);
  await allow();
  if (command.effect === 'read') {
    if (request.dryRun) return showLine(request, world.sink);
    await log.start();
    const patience = command.patience?.(input);
    return report(command, await untilStopped(command.run(input, context), signal, patience), world.sink);
  }
  if (!request.dryRun) await waitForTurn(request, world, log, signal);
  const plan = await untilStopped(planOf(command, input, context), signal);
  const preview = command.preview?.(plan) ?? [];
  if (request.dryRun) return void (await world.sink({ type: 'result', data: plan, blocks: preview }));
  await world.sink({ type: 'note', level: 'info', blocks: preview });
  await agree(request, context);
  signal.throwIfAborted();
  await takeLock(request, world, log, signal);
  await allow();
  samePlan(plan, await untilStopped(planOf(command, input, context), signal), request);
  signal.throwIfAborted();
  await log.start();
  await report(command, await untilStopped(command.run(plan, context), signal), world.sink);
}

async function report(command: Command, data: Data, sink: Sink): Promise<void> {
  await sink({ type: 'result', data, blocks: command.show(data) });
}

async function showLine(request: RunRequest, sink: Sink): Promise<void> {
  const line = formatLine(request.argv.filter((word) => word !== '--dry-run'));
  const blocks = [{ type: 'text', text: `${line} reads and changes nothing: run it without --dry-run` }] as const;
  await sink({ type: 'result', data: { line }, blocks });
}

async function planOf(command: Command, input: InputValues, context: Context): Promise<Data> {
  return command.plan === undefined ? input : command.plan(input, context);
}

/** Whose a lock is. */
function ownersOf({ host: { actor, system }, loaded: { config } }: RunWorld) {
  return { actor, system, people: () => createPeople(config), administrators: administratorsOf(config) };
}

function samePlan(shown: Data, now: Data, request: RunRequest): void {
  if (JSON.stringify(shown) === JSON.stringify(now)) return;
  throw new OpsError('failed', 'what would run is no longer what was shown: it moved meanwhile, and nothing was run', {
    hint: `look again: ${formatLine(request.argv)}`,
    details: { shown, now },
  });
}

/** A command that does not heed its signal is left behind, so that stopping always works. */
async function untilStopped<Result>(
  work: Result | Promise<Result>,
  signal: AbortSignal,
  patience = 10_000,
): Promise<Result> {
  if (!(work instanceof Promise)) return work;
  const { promise, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    timer = setTimeout(() => reject(signal.reason), patience);
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function refuse(decision: Decision, { argv, command }: RunRequest): void {
  if (decision.allowed) {
    refuseNeeds(decision, argv);
    return;
  }
  const { who, reason, hint, rule } = decision;
  const permission = command.permission ?? command.name;
  throw new OpsError('denied', `${who} may not run ${formatLine(argv)}: ${reason}`, {
    hint,
    details: { who, permission, ...(rule === undefined ? {} : { rule }) },
  });
}

/** What is asked for and cannot be given is not there: nothing passes without it. */
function refuseNeeds({ needs }: Extract<Decision, { allowed: true }>, argv: readonly string[]): void {
  const [need] = needs;
  if (need === undefined) return;
  const what = need.type === 'code' ? 'a one-time code' : 'approvals';
  throw new OpsError(
    'config',
    `the rule ${need.rule} asks for ${what} before ${formatLine(argv)}: this ops takes none`,
    {
      hint: 'nothing was run',
    },
  );
}

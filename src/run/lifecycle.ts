import type { Command, Data, InputValues } from '../command/define.ts';
import type { Context } from '../context/context.ts';
import { createContext } from '../context/create.ts';
import { exitCodes, OpsError } from '../context/errors.ts';
import type { RunEnd } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { askToBeTold, isTold } from '../context/notify.ts';
import type { Need } from '../policy/needs.ts';
import type { Decision } from '../policy/policy.ts';
import { requestOf } from '../policy/request.ts';
import { administratorsOf } from '../policy/roles.ts';
import { agree } from './agree.ts';
import type { Status } from './approval/facts.ts';
import type { GateParts, Passage } from './approval/gate.ts';
import { approved, earlierRequest, mustStillPass, openApprovals, shownAgain } from './approval/open.ts';
import { editedWords } from './approval/words.ts';
import { stopAfter } from './cancel.ts';
import type { WantedCode } from './code/give.ts';
import { openCodes } from './code/open.ts';
import { writeEnd } from './end.ts';
import { failureOf } from './failure.ts';
import { keepFound } from './found-fields.ts';
import { createLocks } from './held.ts';
import { takeLock, waitForTurn } from './lock.ts';
import { keepOutput } from './output.ts';
import { createPrivacy } from './private.ts';
import { openRecord, type RunLog } from './record.ts';
import type { RunRequest, RunWorld } from './request.ts';
import { createRuns } from './runs.ts';
import { report, sayRepeats, showLine, showPlan } from './tell.ts';
import { untilStopped } from './until-stopped.ts';

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
  const tell = async ({ outcome, exitCode }: Pick<End, 'outcome' | 'exitCode'>): Promise<void> =>
    sink({ type: 'finished', outcome, exitCode, ms: host.system.clock.now().getTime() - began });
  try {
    const end = await attempt({ request, world, log, signal: limit.signal, hold: limit.hold });
    if ('as' in end) return await goOnAs(end.as, world, log);
    // Whoever hears of the end finds all that led to it.
    await output.write();
    if ('parked' in end) {
      await tell(end.parked);
      return end.parked.exitCode;
    }
    const goOn = await writeEnd(log, { ...end, at: host.system.clock.now() }, sink);
    await output.write();
    await tell(end);
    await output.sweep();
    await log.prune();
    await goOn?.({ clock: host.system.clock, signal: host.signal, most: longestWriting });
    return end.exitCode;
  } finally {
    await log.close();
  }
}

type End = Omit<RunEnd, 'at'>;

/** It has not ended: it was put aside, or goes on as that run. */
type Aside = { parked: Pick<End, 'outcome' | 'exitCode'> } | { as: string };

/** How it ended. What went wrong is said. */
async function attempt(parts: GateParts): Promise<End | Aside> {
  const { request, world, log, signal } = parts;
  try {
    const passage = await proceed(parts);
    if (passage?.type === 'as') return { as: passage.run };
    if (passage?.type !== 'parked') return { state: 'succeeded', outcome: 'ok', exitCode: 0 };
    const { why } = passage;
    if (why !== undefined) await world.sink(failureOf(why, log.run, request.debug).event);
    return { parked: { outcome: 'retry', exitCode: exitCodes.retry } };
  } catch (thrown) {
    const { event, end } = failureOf(signal.aborted ? signal.reason : thrown, log.run, request.debug);
    await keepFound(thrown, log, world);
    await world.sink(event);
    return end;
  }
}

/** It is approved, and this process has it: the same line, as that run. A line that was typed again ends as that does. */
async function goOnAs(run: string, world: RunWorld, log: RunLog): Promise<number> {
  const exitCode = await world.again(run);
  if (run === log.run) return exitCode;
  const { state = 'failed', outcome = 'failed', message } = (await log.journal?.run(run)) ?? {};
  const said = message === undefined ? {} : { message };
  await log.finish({ state, outcome, exitCode, ...said, at: world.host.system.clock.now() });
  return exitCode;
}

function contextFor({ request, world, log, signal }: GateParts): Context {
  const { host, sink, loaded } = world;
  const privacy = createPrivacy(host, world.people);
  return createContext({
    ...{ host, sink, loaded },
    journal: log.journal,
    journalFault: log.fault,
    run: log.run,
    begin: log.begin,
    signal,
    project: world.project(log.journal),
    redact: world.redact,
    env: request.command.env ?? [],
    isListed: privacy.isListed,
    runs: (journal) =>
      createRuns({ ...{ host, journal, signal, privacy }, run: log.run, journalPath: loaded.config.journal.path }),
    approvals: (journal) => openApprovals(world, log.run, journal),
    locks: (journal) => createLocks({ ...ownersOf(world), journal, run: log.run, privacy }),
    codes: (journal) => openCodes({ world, journal, run: log.run, signal }),
    yes: request.yes,
    json: request.json,
  });
}

/** What is known once the policy has let a line through. */
interface Allowed extends GateParts {
  context: Context;
  needs: readonly Need[];
  code: WantedCode | undefined;
  earlier: Status | undefined;
  /** Asks the policy again: what the line takes now. */
  allow(): Promise<readonly Need[]>;
}

async function proceed(parts: GateParts): Promise<Passage | undefined> {
  const { request, world, log } = parts;
  const context = contextFor(parts);
  await log.reportInterrupted(context.output);
  const { actor, origin, system } = world.host;
  const allow = async (): Promise<readonly Need[]> => {
    const decision = await world.policy(requestOf(request, { actor, origin, at: system.clock.now() }), log.journal);
    await log.decided(decision);
    return refuse(decision, request);
  };
  const needs = await allow();
  // Whom the policy lets through.
  if (request.repeats !== undefined) await sayRepeats(request.repeats, world.sink);
  const code = await codeFor(needs, parts);
  const earlier = await earlierRequest(log, world);
  const allowed = { ...parts, context, needs, code, earlier, allow };
  return request.command.effect === 'read' ? read(allowed) : change(allowed);
}

async function read({ context, needs, code, earlier, allow, ...parts }: Allowed): Promise<Passage | undefined> {
  const { request, world, log, signal } = parts;
  const { command, input } = request;
  if (request.dryRun) return showLine(request, world.sink);
  const passage = await approved({ needs, plan: input, preview: [] }, earlier, parts);
  if (passage !== undefined) return passage;
  await code?.ask(input);
  if (code !== undefined) mustStillPass(await allow(), request, { approval: earlier !== undefined, code: true });
  await log.start();
  const patience = command.patience?.(input);
  return report(command, await untilStopped(command.run(input, context), signal, patience), world.sink);
}

async function change({ context, needs, code, earlier, allow, ...parts }: Allowed): Promise<Passage | undefined> {
  const { request, world, log, signal } = parts;
  const { command, input } = request;
  if (request.queue === true) await promiseEnd(request, context);
  if (!request.dryRun) await waitForTurn(request, world, log, signal);
  const plan = await untilStopped(planOf(command, input, context), signal);
  const preview = command.preview?.(plan) ?? [];
  if (request.dryRun) return showPlan(plan, preview, world.sink);
  if (request.queue !== true) await promiseEnd(request, context);
  await world.sink({ type: 'note', level: 'info', blocks: shownAgain(preview, earlier, world.host.origin) });
  // A question is answered once.
  if (earlier === undefined) await agree(request, context);
  signal.throwIfAborted();
  const passage = await approved({ needs, plan, preview }, earlier, parts);
  if (passage !== undefined) return passage;
  await code?.ask(plan);
  await takeLock(request, world, log, signal);
  await sameRules(request, world);
  const now = { needs: await allow(), plan: await untilStopped(planOf(command, input, context), signal), preview };
  samePlan(plan, now.plan, request);
  mustStillPass(now.needs, request, { approval: earlier !== undefined, code: code !== undefined });
  if (earlier !== undefined) await approved(now, earlier, parts);
  signal.throwIfAborted();
  await log.start();
  return report(command, await untilStopped(command.run(plan, context), signal), world.sink);
}

/** From here on it may wait for long, and nobody looks at it: also where it never runs, whoever asked for that is told. */
async function promiseEnd({ command, input, dryRun }: RunRequest, context: Context): Promise<void> {
  const isAsked = command.notify !== undefined && input[command.notify] === true;
  if (isAsked && !dryRun && isTold(context)) await askToBeTold({ run: context.run ?? '' }, context);
}

/** The code that it takes; whoever cannot give one is told at once. */
async function codeFor(needs: readonly Need[], parts: GateParts): Promise<WantedCode | undefined> {
  if (parts.request.dryRun || !needs.some(({ type }) => type === 'code')) return undefined;
  const { wantedCode } = await import('./code/give.ts');
  return wantedCode(needs, parts);
}

async function planOf(command: Command, input: InputValues, context: Context): Promise<Data> {
  return command.plan === undefined ? input : command.plan(input, context);
}

/** Whose a lock is. */
function ownersOf({ host: { actor, system }, loaded: { config }, people, asked }: RunWorld) {
  return { actor, system, people, asked, administrators: administratorsOf(config) };
}

/** Who waited in line, or for an answer, is not let through by rules of an earlier time. */
async function sameRules({ argv }: RunRequest, world: RunWorld): Promise<void> {
  if ((await world.policyTextNow()) === world.policyText()) return;
  throw new OpsError('denied', `${editedWords}: nothing was run`, { hint: `type it again: ${formatLine(argv)}` });
}

function samePlan(shown: Data, now: Data, request: RunRequest): void {
  if (JSON.stringify(shown) === JSON.stringify(now)) return;
  throw new OpsError('failed', 'what would run is no longer what was shown: it moved meanwhile, and nothing was run', {
    hint: `look again: ${formatLine(request.argv)}`,
    details: { shown, now },
  });
}

/** What it takes besides. */
function refuse(decision: Decision, { argv, command }: RunRequest): readonly Need[] {
  if (decision.allowed) return decision.needs;
  const { who, reason, hint, rule } = decision;
  const permission = command.permission ?? command.name;
  throw new OpsError('denied', `${who} may not run ${formatLine(argv)}: ${reason}`, {
    hint,
    details: { who, permission, ...(rule === undefined ? {} : { rule }) },
  });
}

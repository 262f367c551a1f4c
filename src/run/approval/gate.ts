import type { Block } from '../../context/blocks.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { nobody } from '../../context/process.ts';
import { mask } from '../../context/redact.ts';
import { isApproval, missingOf, whomToTell } from '../../policy/approval.ts';
import { type ApprovalNeed, type Need, needWords, rolesIn } from '../../policy/needs.ts';
import type { People } from '../../policy/people.ts';
import type { RunLog } from '../record.ts';
import { environmentOf, type RunRequest, type RunWorld } from '../request.ts';
import { contentOf } from './content.ts';
import { type Bound, boundTo, markOf } from './digest.ts';
import { type ApprovalRequest, recordRequest, type Status } from './facts.ts';
import { whyOver } from './parked.ts';
import { findEarlier, waitFor } from './wait.ts';
import { approvalBlock, movedWords, takesMore, waitingBlocks } from './words.ts';

/** What is about to run, and what it takes. */
export interface Asked {
  needs: readonly Need[];
  plan: unknown;
  preview: readonly Block[];
}

/** How a line goes on: here; later, by whoever takes its run, which is said; or at once, as that run. */
export type Passage = { type: 'here' } | { type: 'parked'; why?: OpsError } | { type: 'as'; run: string };

export interface GateParts {
  request: RunRequest;
  world: RunWorld;
  log: RunLog;
  signal: AbortSignal;
  /** Nothing is to end the run because of the time that it waits. */
  hold(): void;
}

/** Refuses what was approved, where it is not that any longer. */
export async function mustHold(status: Status, asked: Asked, parts: GateParts): Promise<void> {
  const { request: line, world } = parts;
  const { argv } = line;
  const { request, approvals } = status;
  const { host } = world;
  const over = whyOver(status, host.system.clock.now());
  if (over !== undefined) throw over;
  const now = await boundNow(asked.plan, parts);
  const hint = `ask again: ${formatLine(argv)}`;
  for (const what of ['line', 'policy', 'plan'] as const) {
    if (now[what] !== request[what]) throw new OpsError('denied', movedWords(what), { hint });
  }
  const needs = asked.needs.filter(isApproval);
  // A rule may hold by now that did not when they looked at it, such as a freeze.
  const more = needs.find(({ rule }) => !request.needs.some((one) => one.rule === rule));
  if (more !== undefined) throw takesMore(more, argv);
  const given = approvals.map(({ actor }) => actor);
  const names = given.flatMap(({ id }) => world.people.find(id)?.name ?? []);
  const people = await peopleFor(needs, names, parts);
  const missing = missingOf(needs, given, host.actor, people);
  const lacking = needs.find((_, index) => missing[index] !== 0);
  if (lacking === undefined) return;
  const what = needWords(lacking, people, people.find(host.actor.id)?.name);
  throw new OpsError('denied', `not all that is needed is there, and nothing was run: it takes ${what}`, { hint });
}

/** Lets a line through that takes no approval; puts others aside until they have it. */
export async function pass(asked: Asked, parts: GateParts): Promise<Passage> {
  const { request, world, log } = parts;
  const needs = asked.needs.filter(isApproval);
  if (needs.length === 0) return { type: 'here' };
  const { journal, run } = log;
  if (journal === undefined || run === undefined) {
    throw new OpsError('denied', `${formatLine(request.argv)} takes an approval, for which it has to be recorded`);
  }
  if (world.host.isLook) throw new OpsError('denied', 'nobody asked for it');
  const wanted = await wantedBy(needs, asked, parts);
  const isRoom = world.host.origin.type === 'room';
  if (isRoom) refuseSecrets(request);
  const earlier = isRoom ? undefined : await findEarlier(wanted.mark, run, journal, world);
  const waiting = earlier ?? { run, status: { request: wanted, approvals: [], denial: undefined, missing: [1] } };
  if (earlier === undefined) await park(wanted, run, parts);
  const isPatient = isRoom || request.wait || world.host.ask !== undefined;
  // Where nobody waits, the error says it.
  if (isPatient) await note(waitingBlocks(waiting.run, waiting.status.request), parts);
  for (const approval of waiting.status.approvals) await note([approvalBlock(approval)], parts);
  if (isRoom) {
    await world.sink({ type: 'parked', run, mark: wanted.mark });
    return { type: 'parked' };
  }
  parts.hold();
  const why = await waitFor(waiting, { ...parts, journal, isPatient });
  if (why === undefined) return { type: 'as', run: waiting.run };
  if (earlier === undefined) return { type: 'parked', why };
  throw why;
}

async function note(blocks: readonly Block[], { world }: GateParts): Promise<void> {
  await world.sink({ type: 'note', level: 'info', blocks });
}

async function park(wanted: ApprovalRequest, run: string, { log: { journal }, world }: GateParts): Promise<void> {
  const { actor, system } = world.host;
  if (journal === undefined) return;
  await recordRequest(journal, wanted, { run, subject: run, actor, at: system.clock.now() });
  await journal.wait(run, nobody);
}

async function wantedBy(needs: readonly ApprovalNeed[], asked: Asked, parts: GateParts): Promise<ApprovalRequest> {
  const { request, world } = parts;
  const { host } = world;
  const people = await peopleFor(needs, undefined, parts);
  const bound = await boundNow(asked.plan, parts);
  const now = host.system.clock.now().getTime();
  const person = people.find(host.actor.id)?.name;
  return {
    ...{ ...bound, mark: markOf(bound), needs, person: person ?? `${host.actor.name} (${host.actor.id})` },
    subject: { command: request.command.name, effect: request.command.effect, environment: environmentOf(request) },
    words: needs.map((need) => needWords(need, people, person)),
    approvers: whomToTell(needs, host.actor, people),
    preview: redacted(asked.preview, world.redact),
    expires: new Date(now + Math.min(...needs.map(({ within }) => within))),
  };
}

/** What is about to run, as an approval knows it. */
async function boundNow(plan: unknown, parts: GateParts): Promise<Bound> {
  const { request, world } = parts;
  const { command, input, override } = request;
  const content = await contentOf(plan, parts);
  const named = { command: command.name, input, override, plan, content };
  return boundTo({ ...named, redact: world.redact, policy: world.policyText() });
}

/** With the roles known that make a difference. */
async function peopleFor(
  needs: readonly ApprovalNeed[],
  names: readonly string[] | undefined,
  { world, log: { journal } }: GateParts,
): Promise<People> {
  return journal === undefined ? world.people : world.asked(journal, rolesIn(needs), names);
}

/** All texts within a value. */
function redacted<Value>(value: Value, redact: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? redact(part) : part));
}

/** What was typed is not kept, and so cannot be carried out later. */
function refuseSecrets({ argv }: RunRequest): void {
  if (!argv.some((word) => word.includes(mask))) return;
  throw new OpsError('usage', 'a line with a secret is not kept, and so cannot wait for an approval in a room', {
    hint: 'type it in a terminal, with --wait',
  });
}

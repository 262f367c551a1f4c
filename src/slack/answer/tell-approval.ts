import { text } from '../../context/blocks.ts';
import type { Clock, System } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { layoutEvent } from '../../render/layout.ts';
import { renderMessage } from '../../render/slack.ts';
import { isComplete, type Status, statusOf } from '../../run/approval/facts.ts';
import { endParked, whyOver } from '../../run/approval/parked.ts';
import { approvalBlock, waitingBlocks } from '../../run/approval/words.ts';
import { approvalIn, buttonsFor, isRepeatable } from '../ask/buttons.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Content, Delivery, Place } from '../delivery/deliver.ts';
import { placeOf } from './announce.ts';
import type { Manners } from './manners.ts';
import type { Recent } from './recent.ts';

export interface TellApprovalParts {
  journal: Journal;
  delivery: Delivery;
  clock: Clock;
  processes: Pick<System, 'identify'>;
  manners: Pick<Manners, 'rooms'>;
  team: string;
  shown: Recent;
  /** Carries on a run that this process has taken. */
  goOn(run: RunRecord): void;
}

/** Carries on a run that has its approvals; ends one whose time is over; of others, shows how far that is. */
export async function tellApproval(run: RunRecord, parts: TellApprovalParts): Promise<void> {
  const { journal, clock, processes } = parts;
  const status = await statusOf(journal, run.id);
  if (status === undefined) return;
  const over = whyOver(status, clock.now());
  // Its end is told with those of others.
  if (over !== undefined) {
    await endParked(run.id, over, { journal, system: { clock, identify: processes.identify } });
  } else if (!isComplete(status)) {
    await show(run, status, parts);
  } else if (await journal.take(run.id, processes.identify())) {
    parts.goOn((await journal.run(run.id)) ?? run);
  }
}

async function show(run: RunRecord, status: Status, parts: TellApprovalParts): Promise<void> {
  const { shown, manners } = parts;
  const key = `${run.id}.${status.approvals.length}`;
  if (shown.has(key)) return;
  try {
    const { place } = await placeOf(run, manners.rooms);
    const ts = await showIn(place, run, status, parts.delivery);
    if (ts !== undefined) await callApprovers({ ...place, thread: place.thread ?? ts }, run, status, parts);
  } catch (error) {
    // A room that says no stays so.
    if (error instanceof SlackCallError && error.refusal !== undefined) shown.add(key);
    throw error;
  }
  shown.add(key);
}

/** In the message of the run, or in one of its own where there is none: its ts. */
async function showIn(place: Place, run: RunRecord, status: Status, delivery: Delivery): Promise<string | undefined> {
  const live = await delivery.find(place);
  const content = contentOf(run, status);
  if (live === undefined) return delivery.post(place, () => content);
  const isThere = status.approvals.length === 0 && approvalIn(live.blocks) === approvalIn(content.blocks);
  if (!isThere) await delivery.update(place, live.ts, () => content);
  return live.ts;
}

function contentOf({ id: run, argv, actor }: RunRecord, { request, approvals }: Status): Content {
  const line = formatLine(argv);
  const able = { run, line, state: 'waiting', mark: request.mark, isWhole: true } as const;
  const buttons = buttonsFor({ ...able, isRepeatable: isRepeatable(argv) });
  const blocks = [...request.preview, ...waitingBlocks(run, request), ...approvals.map(approvalBlock)];
  const head = blocks.flatMap((block) => layoutEvent({ type: 'note', level: 'info', blocks: [block] }));
  const window = { head, omitted: 0, tail: [], live: [] };
  return renderMessage({ line, actor: actor.name, state: 'waiting', run, buttons, window });
}

/** People that are called by name, at the most: more are a crowd, and called by nobody. */
const mostCalled = 10;

/** Those who may approve are called once: an edit of a message calls nobody. */
async function callApprovers(
  place: Place,
  { id, argv }: RunRecord,
  { request }: Status,
  { delivery, team, shown }: TellApprovalParts,
): Promise<void> {
  const mine = request.approvers.map((one) => one.split(':')).filter(([kind, of]) => kind === 'slack' && of === team);
  const users = mine.flatMap(([, , user]) => user ?? []).slice(0, mostCalled);
  const called = { ...place, run: `${id}:call` };
  if (users.length === 0 || shown.has(called.run)) return;
  shown.add(called.run);
  if ((await delivery.find(called)) !== undefined) return;
  const words = `${request.person} asks for approval of ${formatLine(argv)} (run ${id})`;
  const elements = users.flatMap((user_id) => [
    { type: 'user', user_id },
    { type: 'text', text: ' ' },
  ]);
  const section = { type: 'rich_text_section', elements: [...elements, { type: 'text', text: words }] };
  const plain = renderMessage({
    ...{ line: '', actor: request.person, state: 'waiting' },
    window: {
      head: layoutEvent({ type: 'note', level: 'info', blocks: [text(words)] }),
      omitted: 0,
      tail: [],
      live: [],
    },
  });
  await delivery.post(called, () => ({ text: plain.text, blocks: [{ type: 'rich_text', elements: [section] }] }));
}

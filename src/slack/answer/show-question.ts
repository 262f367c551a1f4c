import type { Question } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { layoutEvent } from '../../render/layout.ts';
import { outputBlocks, renderMessage } from '../../render/slack.ts';
import { openQuestion } from '../../run/question.ts';
import { buttonsFor, isRepeatable, questionIn } from '../ask/buttons.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Content, Delivery, Place } from '../delivery/deliver.ts';
import { placeOf } from './announce.ts';
import type { Manners } from './manners.ts';
import type { Recent } from './recent.ts';

export interface ShowParts {
  journal: Journal;
  delivery: Delivery;
  manners: Pick<Manners, 'rooms'>;
  shown: Recent;
}

/** Shows what a run asks whose listener is gone: in its message, or in one of its own where there is none. */
export async function showQuestion(run: RunRecord, { journal, delivery, manners, shown }: ShowParts): Promise<void> {
  const open = await openQuestion(journal, run.id);
  const key = `${run.id}.${open?.id}`;
  if (open === undefined || shown.has(key)) return;
  try {
    const { place } = await placeOf(run, manners.rooms);
    await show(run, open, place, delivery);
  } catch (error) {
    // A room that says no stays so.
    if (error instanceof SlackCallError && error.refusal !== undefined) shown.add(key);
    throw error;
  }
  shown.add(key);
}

async function show(run: RunRecord, open: Question, place: Place, delivery: Delivery): Promise<void> {
  const live = await delivery.find(place);
  if (live?.isFinal === true) return;
  const content = contentOf(run, open, live?.blocks ?? []);
  if (live === undefined) return void (await delivery.post(place, () => content));
  if (questionIn(live.blocks) !== questionIn(content.blocks)) await delivery.update(place, live.ts, () => content);
}

/** `before` is what the message held until now. */
function contentOf(
  { id: run, argv, actor }: RunRecord,
  { id, question, typed, code }: Question,
  before: readonly unknown[],
): Content {
  const line = formatLine(argv);
  const able = {
    run,
    line,
    state: 'waiting',
    question: id,
    typed,
    isCode: code !== undefined,
    isWhole: true,
    isRepeatable: isRepeatable(argv),
  } as const;
  const window = { head: [], omitted: 0, tail: [], live: layoutEvent({ type: 'ask', id, question }) };
  const view = { line, actor: actor.name, state: 'waiting', run, buttons: buttonsFor(able), window } as const;
  const { text, blocks } = renderMessage(view);
  return { text, blocks: [...blocks.slice(0, 1), ...outputBlocks(before).said, ...blocks.slice(1)] };
}

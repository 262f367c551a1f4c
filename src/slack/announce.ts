import { text } from '../context/blocks.ts';
import type { RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { type MessageBlock, renderMessage } from '../render/slack.ts';
import { createWindow, type OutputWindow } from '../render/window.ts';
import { describeInterrupted } from '../run/record.ts';
import { isUneditable } from './call-error.ts';
import type { Content, Delivery, Place } from './deliver.ts';
import { type HandOverParts, handOver } from './hand-over.ts';
import { openOutput } from './output.ts';
import { literal } from './whisper.ts';

export interface AnnounceParts extends HandOverParts {
  delivery: Delivery;
}

/** Text that a message holds before its middle is left out. */
const size = { head: 1000, tail: 2000 };

/**
 * Tells how a run ended whose listener was gone by then: in the message that still says that it runs, which keeps what
 * it shows and gets what came after, and in a new one, since an old message that changes is seen by nobody.
 */
export async function announce(run: RunRecord, parts: AnnounceParts): Promise<void> {
  const { delivery, outputs } = parts;
  const place = placeOf(run);
  const live = await delivery.find(place);
  if (live?.isFinal === true) {
    return handOver(run, { place: { ...place, thread: place.thread ?? live.ts } }, parts);
  }
  const words = endWords(run);
  const output = await (await openOutput(outputs, run))?.content.text();
  const window = windowOf(output, words);
  const view = (): Content => endView(run, window, output === undefined ? (live?.blocks ?? []) : []);
  const isShown = live !== undefined && (await updated(delivery.update(place, live.ts, view)));
  const isNews = isShown || output === undefined;
  const posted = await (isNews
    ? delivery.post({ ...place, run: `${run.id}:end` }, () => literal(words))
    : delivery.post(place, view));
  const under = { ...place, thread: place.thread ?? (isShown ? live.ts : posted) };
  await handOver(run, { place: under, isWhole: window.isWhole() }, parts);
}

/** False where the message cannot be edited any more. */
async function updated(update: Promise<void>): Promise<boolean> {
  try {
    await update;
    return true;
  } catch (error) {
    if (isUneditable(error)) return false;
    throw error;
  }
}

function placeOf({ id, origin }: RunRecord): Place {
  if (origin.type !== 'room') throw new Error(`the run ${id} was not typed in a room`);
  const { channel, thread, message } = origin;
  return { channel, thread, asked: message, run: id };
}

function endWords(run: RunRecord): string {
  if (run.state === 'interrupted') return `✗ ${describeInterrupted(run)}`;
  const { id, argv, actor, state, exitCode = 0 } = run;
  return `${state === 'succeeded' ? '✓' : '✗'} ${formatLine(argv)} (run ${id} of ${actor.name}) ended while the listener was away: ${state}, exit ${exitCode}`;
}

function windowOf(output: string | undefined, words: string): OutputWindow {
  const window = createWindow(size);
  if (output !== undefined) window.add({ type: 'line', stream: 'stdout', text: output.replace(/\n$/, '') });
  window.add({ type: 'note', level: 'info', blocks: [text(words)] });
  return window;
}

/** `shown` is what the message held until now: header, output, footer. */
function endView(
  { id, argv, actor, outcome = 'failed', exitCode = 1 }: RunRecord,
  window: OutputWindow,
  shown: readonly unknown[],
): Content {
  const view = { line: formatLine(argv), actor: actor.name, state: outcome, exitCode, run: id };
  const { text: words, blocks } = renderMessage({ ...view, window: { ...window.lines(), live: [] } });
  const body = shown.slice(1).filter((block) => (block as MessageBlock).type === 'rich_text');
  return { text: words, blocks: [...blocks.slice(0, 1), ...body, ...blocks.slice(1)], isFinal: true };
}

import { text } from '../../context/blocks.ts';
import type { RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { cutOff, type MessageBlock, outputBlocks, renderMessage } from '../../render/slack.ts';
import { createWindow, type OutputWindow } from '../../render/window.ts';
import { describeInterrupted } from '../../run/record.ts';
import { buttonsFor, isRepeatable } from '../ask/buttons.ts';
import { isUneditable } from '../connection/call-error.ts';
import type { Content, Delivery, Place } from '../delivery/deliver.ts';
import { openOutput } from '../delivery/output.ts';
import { type HandOverParts, handOver } from './hand-over.ts';
import { size } from './live.ts';
import { type Manners, threadOf } from './manners.ts';
import { isDeniedUnseen, isQuiet } from './quiet.ts';
import type { Rooms } from './rooms.ts';
import { literal } from './whisper.ts';

export interface AnnounceParts extends HandOverParts {
  delivery: Delivery;
  manners: Pick<Manners, 'rooms' | 'reactions'>;
}

/**
 * Tells how a run ended whose listener was gone by then: in the message that still says that it runs, which keeps what
 * it shows and gets what came after, and in a new one, since an old message that changes is seen by nobody.
 */
export async function announce(run: RunRecord, parts: AnnounceParts): Promise<void> {
  const { delivery, outputs, manners } = parts;
  const { quiet, place } = await placeOf(run, manners.rooms);
  const { origin } = run;
  const isQuietly = origin.type === 'room' && (isQuiet(origin, run.argv) || isDeniedUnseen(origin, run));
  if (isQuietly) return announceQuietly(run, place, delivery);
  // A mark that was never set is not there to be changed.
  if (!quiet) settleMark(run, place, manners);
  const live = await delivery.find(place);
  const words = endWords(run);
  const output = await (await openOutput(outputs, run))?.content.text();
  const shown = outputBlocks(live?.blocks ?? []);
  const window = windowOf(output, ...unfinished(run, output, shown.live), words);
  const isAtRoot = place.thread === undefined;
  if (live?.isFinal === true) {
    const under = { ...place, thread: place.thread ?? live.ts };
    return handOver(run, { place: under, isWhole: windowOf(output).isWhole(), isAtRoot }, parts);
  }
  const view = (): Content => endView(run, window, output === undefined ? shown.said : []);
  const isShown = live !== undefined && (await updated(delivery.update(place, live.ts, view)));
  const isNews = isShown || output === undefined;
  const posted = await (isNews
    ? delivery.post({ ...place, run: `${run.id}:end` }, () => literal(words))
    : delivery.post(place, view));
  const under = { ...place, thread: place.thread ?? (isShown ? live.ts : posted) };
  await handOver(run, { place: under, isWhole: window.isWhole(), isAtRoot }, parts);
}

function settleMark(
  { id, origin, outcome = 'failed' }: RunRecord,
  { channel, asked }: Place,
  { reactions }: Pick<Manners, 'reactions'>,
) {
  const isTyped = origin.type === 'room' && origin.way === undefined;
  if (isTyped && asked !== undefined) reactions.settle({ channel, ts: asked, run: id }, outcome);
}

/** Only whoever asked for it is told, and only what did not go well. */
async function announceQuietly(run: RunRecord, { channel, thread }: Place, delivery: Delivery): Promise<void> {
  const [, , user = ''] = run.actor.id.split(':');
  if (run.state !== 'succeeded') await delivery.whisper(channel, thread, user, literal(endWords(run)));
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

export async function placeOf({ id, origin }: RunRecord, rooms: Rooms): Promise<{ quiet: boolean; place: Place }> {
  if (origin.type !== 'room') throw new Error(`the run ${id} was not typed in a room`);
  const { channel, thread, message } = origin;
  const settings = await rooms.settingsOf(channel);
  const answered = threadOf({ thread, ts: message }, settings);
  return { quiet: settings.quiet, place: { channel, thread: answered, asked: message, run: id } };
}

function endWords(run: RunRecord): string {
  if (run.state === 'interrupted') return `✗ ${describeInterrupted(run)}`;
  const { id, argv, actor, state, message, startedAt, exitCode = 0 } = run;
  // It never ran: why is all there is to say.
  if (startedAt === undefined && message !== undefined)
    return `✗ ${formatLine(argv)} (run ${id} of ${actor.name}) was not run: ${message}`;
  return `${state === 'succeeded' ? '✓' : '✗'} ${formatLine(argv)} (run ${id} of ${actor.name}) ended while the listener was away: ${state}, exit ${exitCode}`;
}

/** What the message says to go on, and of which nothing else tells how it ended. */
function unfinished({ state }: RunRecord, output: string | undefined, live: readonly MessageBlock[]): string[] {
  const isTold = state === 'succeeded' || (output !== undefined && state !== 'interrupted');
  return isTold ? [] : cutOff(live);
}

function windowOf(output: string | undefined, ...notes: string[]): OutputWindow {
  const window = createWindow(size);
  if (output !== undefined) window.add({ type: 'line', stream: 'stdout', text: output.replace(/\n$/, '') });
  for (const words of notes) window.add({ type: 'note', level: 'info', blocks: [text(words)] });
  return window;
}

/** `said` is the output that the message held until now. */
function endView(
  { id, argv, actor, outcome = 'failed', exitCode = 1 }: RunRecord,
  window: OutputWindow,
  said: readonly MessageBlock[],
): Content {
  const line = formatLine(argv);
  const able = { run: id, line, state: outcome, isWhole: window.isWhole(), isRepeatable: isRepeatable(argv) };
  const view = { line, actor: actor.name, state: outcome, exitCode, run: id, buttons: buttonsFor(able) };
  const { text: words, blocks } = renderMessage({ ...view, window: { ...window.lines(), live: [] } });
  return { text: words, blocks: [...blocks.slice(0, 1), ...said, ...blocks.slice(1)], isFinal: true };
}

import type { Outcome } from '../../context/errors.ts';
import type { Event } from '../../context/events.ts';
import type { Clock } from '../../context/host.ts';
import { calledOff } from '../../context/timer.ts';
import { type MessageView, renderMessage } from '../../render/slack.ts';
import { createWindow, type OutputWindow } from '../../render/window.ts';
import { buttonsFor } from '../ask/buttons.ts';
import { isThreadless, isUneditable, SlackCallError } from '../connection/call-error.ts';
import type { Content, Delivery, Place } from '../delivery/deliver.ts';
import { createFirstWords } from './first-words.ts';
import { type Heard, listenIn } from './heard.ts';
import { createLatest } from './latest.ts';
import { calledIn, uncalled } from './uncalled.ts';

export interface LiveMessageOptions {
  delivery: Delivery;
  clock: Clock;
  place: Place;
  user: string;
  line: string;
  actor: string;
  /** It makes sense to run it again. */
  isRepeatable: boolean;
  /** A line that did not parse is told to its sender alone. */
  whisperUsage: boolean;
  /** It was pressed or filled in, and nobody saw the line: that it is denied is told to whoever did alone. @default false */
  isUnseen?: boolean | undefined;
  /** Tells the sender alone where the line stands; false where it has its turn. */
  sayPlace(): Promise<boolean>;
  /** Nothing is said before the end, unless something is asked. */
  quiet: boolean;
  /** Whether it will be over in a moment, as such lines usually are. @default nobody knows */
  isQuick?: boolean | undefined;
  /** The message that told of the run until it was put aside. */
  posted?: string | undefined;
  /** What people call a room. @default its id */
  roomName?: ((channel: string) => Promise<string>) | undefined;
  /** @default as a run */
  draw?: (view: MessageView) => Pick<Content, 'text' | 'blocks'>;
}

export interface LiveMessage {
  add(events: readonly Event[]): void;
  /** Resolves when the run's last words are out; rejects where they could not be delivered. */
  finished(end: { outcome: Outcome; exitCode: number; ms: number }): Promise<Shown>;
}

export interface Shown {
  /** The message; undefined where it was a whisper, or cannot be known. */
  ts: string | undefined;
  /** The thread it stands in; undefined at the room's root. */
  thread: string | undefined;
  /** Only one person saw it. */
  isPrivate: boolean;
  /** Nothing was left out. */
  isWhole: boolean;
}

/** Milliseconds after which a silent run is said to run. */
const silence = 500;
/** The same for one of which it is not known yet whether its words make sense. */
const longSilence = 3000;
/**
 * From the first words to the next ones, and then from one edit to the next: more than a second, so that there is not an
 * edit too many for the early one.
 */
const [firstPause, shortestPause] = [200, 1100];
/** Text that a message holds before its middle is left out. */
export const size = { head: 1000, tail: 2500 };

type State = { state: 'running' | Outcome; exitCode?: number; ms?: number };

/** One message a run: its first words at once, then edits as Slack allows (the newest text wins), then the end. */
export function createLiveMessage(options: LiveMessageOptions): LiveMessage {
  const { delivery, clock, place, user } = options;
  const window = createWindow(size);
  const over = new AbortController();
  const heard = listenIn(options.isUnseen);
  const first = createFirstWords(options);
  const shown = createShown(delivery, place, over.signal, options.posted);
  let state: State = { state: 'running' };

  const draw = (isWhispered = false): Content => drawing(options, window, heard, state, isWhispered);
  const latest = createLatest(async (taken) => {
    const content = (isWhispered = false): Content => {
      taken();
      return draw(isWhispered);
    };
    // Somebody is waited for.
    const isAsking = heard.question() !== undefined && shown.ts() === undefined;
    const pause = isAsking ? 0 : (shown.pause() ?? first.wait());
    if (pause > 0 && state.state === 'running') await clock.sleep(pause, over.signal).catch(() => {});
    if (shown.ts() !== undefined || !heard.isRefused() || !options.whisperUsage) return shown.show(() => content());
    return delivery.whisper(place.channel, typedIn(place), user, content(true));
  });
  const sayHeard = async (): Promise<void> => {
    await clock.sleep(silence, over.signal);
    heard.beOverdue();
    if (!heard.isStarted()) await clock.sleep(longSilence - silence, over.signal);
    if (!heard.isSilent()) return;
    if (heard.isStarted()) return latest.touch();
    if (await options.sayPlace()) return;
    if (!options.whisperUsage) return latest.touch();
    // It waits for its turn, and may make no sense then: nobody else is to see it yet.
    await delivery.whisper(place.channel, typedIn(place), user, draw(true));
  };
  if (!options.quiet) sayHeard().catch(() => {});
  return {
    add: (events) => {
      first.begin();
      for (const event of events) window.add(event);
      // Whoever is asked something must see it.
      if (heard.isToShow(events) && (!options.quiet || heard.hasAsked())) latest.touch();
    },
    finished: async ({ outcome, exitCode, ms }) => {
      state = { state: outcome, exitCode, ms };
      over.abort(calledOff);
      await latest.finish().catch((error: unknown) => named(error, options));
      // All is said already, whether they hear of it or not.
      await shown.callMissed().catch(() => {});
      const isPrivate = shown.ts() === undefined && heard.isRefused() && options.whisperUsage;
      return { ts: shown.ts(), thread: shown.thread(), isPrivate, isWhole: window.isWhole() };
    },
  };
}

/** The message as it stands now. What one person alone sees cannot be edited: only a form can be opened from it. */
function drawing(
  { place: { run }, line: typed, actor, isRepeatable, draw = renderMessage }: LiveMessageOptions,
  window: OutputWindow,
  heard: Heard,
  state: State,
  isWhispered: boolean,
): Content {
  const isRunning = state.state === 'running';
  const question = isRunning ? heard.question() : undefined;
  const line = heard.line() ?? typed;
  const mark = heard.mark();
  const isWaiting = !heard.isStarted() || question !== undefined || heard.isInLine();
  const isHeldUp = mark !== undefined || (isRunning && isWaiting);
  const now = isHeldUp ? ({ state: 'waiting' } as const) : state;
  const isFillable = heard.isFillable();
  const asked = { question: question?.id, typed: question?.typed, isCode: question?.isCode, mark };
  const able = { run, line, state: now.state, ...asked, isWhole: window.isWhole(), isRepeatable, isFillable };
  const buttons = isWhispered && now.state !== 'usage' ? [] : buttonsFor(able);
  const view = {
    line,
    actor,
    run,
    buttons,
    ...now,
    window: { ...window.lines(), ...(isRunning ? { live: window.live(), progress: window.progress() } : { live: [] }) },
  };
  return { ...draw(view), isFinal: !isRunning && mark === undefined };
}

/** A line of the room's root that is answered in a thread of its own: nobody looks into that yet. */
function typedIn({ thread, asked }: Place): string | undefined {
  return thread === asked ? undefined : thread;
}

/** The one message in the room. */
function createShown(delivery: Delivery, place: Place, over: AbortSignal, posted: string | undefined) {
  let ts = posted;
  let isEdited = false;
  let isPostedAnew = false;
  let { thread } = place;
  let last: Content | undefined;
  const called = new Set<string>();
  const post = async (content: () => Content): Promise<string | undefined> => {
    const posted = await delivery.post({ ...place, thread }, () => (last = content()), over);
    for (const user of calledIn(last?.blocks ?? [])) called.add(user);
    return posted;
  };
  const edit = async (posted: string, content: () => Content): Promise<boolean> => {
    try {
      await delivery.update(place, posted, () => (last = content()), over);
      isEdited = true;
      return true;
    } catch (error) {
      // Somebody deleted it, and may not have meant the run. Twice is meant.
      if (isPostedAnew || !isUneditable(error)) throw error;
      isPostedAnew = true;
      return false;
    }
  };
  return {
    ts: () => ts,
    thread: () => thread,
    /** Whoever is mentioned only since the message was edited. */
    callMissed: async (): Promise<void> => {
      const missed = uncalled(last?.blocks ?? [], called);
      if (missed !== undefined) await delivery.post({ ...place, thread, run: `${place.run}:mention` }, () => missed);
    },
    /** Until the next edit; undefined before the first words. */
    pause: () =>
      ts === undefined ? undefined : Math.max(delivery.updateWait(), isEdited ? shortestPause : firstPause),
    show: async (content: () => Content): Promise<void> => {
      if (ts !== undefined && (await edit(ts, content))) return;
      ts = await post(content).catch((error: unknown) => {
        // The line that the thread hangs on was deleted.
        if (thread === undefined || !isThreadless(error)) throw error;
        thread = undefined;
        return post(content);
      });
    },
  };
}

/** With the run and the room that it is about. */
async function named(
  error: unknown,
  { place, roomName }: Pick<LiveMessageOptions, 'place' | 'roomName'>,
): Promise<never> {
  if (!(error instanceof SlackCallError)) throw error;
  const { run, channel } = place;
  const { message, refusal } = error;
  const room = (await roomName?.(channel)) ?? channel;
  const words = `the room ${room} did not get the answer of run ${run}: ${message}`;
  throw new SlackCallError(words, { cause: error, ...(refusal === undefined ? {} : { refusal }) });
}

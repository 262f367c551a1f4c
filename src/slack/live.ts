import type { Outcome } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { Clock } from '../context/host.ts';
import { type MessageView, renderMessage } from '../render/slack.ts';
import { createWindow } from '../render/window.ts';
import { isUneditable, SlackCallError } from './call-error.ts';
import type { Content, Delivery, Place } from './deliver.ts';
import { createLatest } from './latest.ts';

export interface LiveMessageOptions {
  delivery: Delivery;
  clock: Clock;
  place: Place;
  user: string;
  line: string;
  actor: string;
  /** A line that did not parse is told to its sender alone. */
  whisperUsage: boolean;
  /** @default as a run */
  draw?: (view: MessageView) => Pick<Content, 'text' | 'blocks'>;
}

export interface LiveMessage {
  add(events: readonly Event[]): void;
  /** Resolves when the run's last words are out; rejects where they could not be delivered. */
  finished(end: { outcome: Outcome; exitCode: number; ms: number }): Promise<Shown>;
}

export interface Shown {
  /** The message; undefined where it was a whisper. */
  ts: string | undefined;
  /** Nothing was left out. */
  isWhole: boolean;
}

/** Milliseconds after which a silent run is said to run. */
const silence = 500;
/** The same for one of which it is not known yet whether its words make sense. */
const longSilence = 3000;
/** From one edit to the next. */
const shortestPause = 200;
/** Where edits are scarce, a run has so long to end with its first words: then they need none. More where ends are late. */
const scarcePause = { shortest: 150, longest: 1000, ofWait: 0.1 };
/** Text that a message holds before its middle is left out. */
const size = { head: 1000, tail: 2000 };

type State = { state: 'running' | Outcome; exitCode?: number; ms?: number };

/** One message a run: its first words at once, then edits as Slack allows (the newest text wins), then the end. */
export function createLiveMessage(options: LiveMessageOptions): LiveMessage {
  const { delivery, clock, place, user, line, actor, draw: drawView = renderMessage } = options;
  const window = createWindow(size);
  const over = new AbortController();
  const heard = listenIn();
  const shown = createShown(delivery, place, over.signal);
  let state: State = { state: 'running' };

  const draw = (): Content => {
    const now = state.state === 'running' && !heard.isStarted() ? ({ state: 'waiting' } as const) : state;
    const view = { line, actor, run: place.run, ...now, window: { ...window.lines(), live: window.live() } };
    return { ...drawView(view), isFinal: state.state !== 'running' };
  };
  const latest = createLatest(async (taken) => {
    const content = (): Content => {
      taken();
      return draw();
    };
    const pause = shown.pause();
    if (pause > 0 && state.state === 'running') await clock.sleep(pause, over.signal).catch(() => {});
    if (shown.ts() !== undefined || !heard.isUsage() || !options.whisperUsage) return shown.show(content);
    return delivery.whisper(place.channel, place.thread, user, content());
  });
  const sayHeard = async (): Promise<void> => {
    await clock.sleep(silence, over.signal);
    heard.beOverdue();
    if (!heard.isStarted()) await clock.sleep(longSilence - silence, over.signal);
    if (!heard.isSilent()) return;
    if (heard.isStarted() || !options.whisperUsage) return latest.touch();
    // It waits for its turn, and may make no sense then: nobody else is to see it yet.
    await delivery.whisper(place.channel, place.thread, user, draw());
  };
  sayHeard().catch(() => {});
  return {
    add: (events) => {
      for (const event of events) window.add(event);
      if (heard.isToShow(events)) latest.touch();
    },
    finished: async ({ outcome, exitCode, ms }) => {
      state = { state: outcome, exitCode, ms };
      over.abort();
      await latest.finish().catch((error: unknown) => Promise.reject(named(error, place)));
      return { ts: shown.ts(), isWhole: window.isWhole() };
    },
  };
}

/** The one message in the room. */
function createShown(delivery: Delivery, place: Place, over: AbortSignal) {
  let ts: string | undefined;
  let isPostedAnew = false;
  const edit = async (posted: string, content: () => Content): Promise<boolean> => {
    try {
      await delivery.update(place, posted, content, over);
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
    pause: () => {
      const wait = delivery.updateWait();
      if (ts !== undefined) return Math.max(wait, shortestPause);
      const { shortest, longest, ofWait } = scarcePause;
      return wait > 0 ? Math.min(Math.max(shortest, wait * ofWait), longest) : 0;
    },
    show: async (content: () => Content): Promise<void> => {
      if (ts !== undefined && (await edit(ts, content))) return;
      ts = await delivery.post(place, content, over);
    },
  };
}

function named(error: unknown, { run, channel }: Place): unknown {
  if (!(error instanceof SlackCallError)) return error;
  const { message, refusal } = error;
  const words = `the room ${channel} did not get the answer of run ${run}: ${message}`;
  return new SlackCallError(words, { cause: error, ...(refusal === undefined ? {} : { refusal }) });
}

/** What is known of a run from what it said: whether there is something to show, and to whom. */
function listenIn() {
  let started = false;
  let usage = false;
  let overdue = false;
  let shown = false;
  return {
    isStarted: () => started,
    /** Its words made no sense, and nothing was done. */
    isUsage: () => usage,
    isSilent: () => !shown && !usage,
    beOverdue: () => {
      overdue = true;
    },
    isToShow: (events: readonly Event[]): boolean => {
      for (const event of events) {
        started ||= event.type === 'started';
        usage ||= event.type === 'error' && event.outcome === 'usage' && !started;
      }
      const isEnding = events.some(({ type }) => type === 'finished');
      const isNew = events.some(isShown) || (overdue && started && !shown);
      shown ||= isNew;
      return isNew && !isEnding && !usage;
    },
  };
}

function isShown({ type }: Event): boolean {
  return type !== 'started' && type !== 'finished' && type !== 'ask';
}

import type { Outcome } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { Clock } from '../context/host.ts';
import { renderMessage } from '../render/slack.ts';
import { createWindow } from '../render/window.ts';
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
/** Text that a message holds before its middle is left out. */
const size = { head: 1000, tail: 2000 };

/** One message a run: its first words at once, then edits as Slack allows (the newest text wins), then the end. */
export function createLiveMessage(options: LiveMessageOptions): LiveMessage {
  const { delivery, clock, place, user, line, actor } = options;
  const window = createWindow(size);
  const over = new AbortController();
  const heard = listenIn();
  let ts: string | undefined;
  let state: { state: 'running' | Outcome; exitCode?: number; ms?: number } = { state: 'running' };

  const latest = createLatest(async (taken) => {
    const content = (): Content => {
      taken();
      const view = { line, actor, run: place.run, ...state, window: { ...window.lines(), live: window.live() } };
      return { ...renderMessage(view), isFinal: state.state !== 'running' };
    };
    const pause = Math.max(delivery.updateWait(), shortestPause);
    if (ts !== undefined && state.state === 'running') await clock.sleep(pause, over.signal).catch(() => {});
    if (ts !== undefined) return delivery.update(place, ts, content);
    if (heard.isUsage() && options.whisperUsage) return delivery.whisper(place.channel, place.thread, user, content());
    ts = await delivery.post(place, content);
  });
  const sayHeard = async (): Promise<void> => {
    await clock.sleep(silence, over.signal);
    heard.beOverdue();
    if (!heard.isStarted()) await clock.sleep(longSilence - silence, over.signal);
    if (heard.isSilent()) latest.touch();
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
      await latest.finish();
      return { ts, isWhole: window.isWhole() };
    },
  };
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

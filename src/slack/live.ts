import type { Outcome } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { Clock } from '../context/host.ts';
import { renderMessage } from '../render/slack.ts';
import { createWindow } from '../render/window.ts';
import type { Delivery } from './deliver.ts';

export interface LiveMessageOptions {
  delivery: Delivery;
  clock: Clock;
  channel: string;
  thread: string | undefined;
  user: string;
  run: string;
  line: string;
  actor: string;
  /** A line that did not parse is told to its sender alone. */
  whisperUsage: boolean;
}

export interface LiveMessage {
  add(events: readonly Event[]): void;
  /** The run's last words are out, or could not be delivered. */
  finished(end: { outcome: Outcome; exitCode: number; ms: number }): Promise<void>;
}

/** Says that a silent run was heard. */
const silence = 500;
/** Text that a message holds before its middle is left out. */
const size = { head: 1000, tail: 2000 };

/** One message a run: its first words at once, then edits as Slack allows (the newest text wins), then the end. */
export function createLiveMessage(options: LiveMessageOptions): LiveMessage {
  const { delivery, clock, channel, thread, user, run, line, actor } = options;
  const window = createWindow(size);
  let ts: string | undefined;
  let state: { state: 'running' | Outcome; exitCode?: number; ms?: number } = { state: 'running' };
  let started = false;
  let usage = false;
  let dirty = false;
  let sending: Promise<void> | undefined;
  const timer = setTimeout(() => touch(), silence);

  const show = async (): Promise<void> => {
    dirty = false;
    const view = { line, actor, run, ...state, window: { ...window.lines(), live: window.live() } };
    const { text, blocks } = renderMessage(view);
    if (usage && options.whisperUsage) return delivery.whisper(channel, thread, user, text, blocks);
    if (ts === undefined) ts = await delivery.post({ channel, thread, run, text, blocks });
    else await delivery.update(channel, ts, text, blocks);
  };
  const send = async (): Promise<void> => {
    while (dirty) {
      if (ts !== undefined && state.state === 'running') await clock.sleep(Math.max(delivery.updateWait(), 200));
      await show();
    }
  };
  const touch = (): void => {
    dirty = true;
    sending ??= send().finally(() => {
      sending = undefined;
    });
    sending.catch(() => {});
  };
  return {
    add: (events) => {
      for (const event of events) {
        window.add(event);
        if (event.type === 'started') started = true;
        if (event.type === 'error' && event.outcome === 'usage' && !started) usage = true;
      }
      const ending = events.some(({ type }) => type === 'finished');
      if (!ending && !usage && events.some(isShown)) touch();
    },
    finished: async ({ outcome, exitCode, ms }) => {
      clearTimeout(timer);
      state = { state: outcome, exitCode, ms };
      await sending?.catch(() => {});
      dirty = true;
      await send();
    },
  };
}

function isShown({ type }: Event): boolean {
  return type !== 'started' && type !== 'finished' && type !== 'ask';
}

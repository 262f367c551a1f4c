import type { RunRecord } from '../../context/journal.ts';
import { renderMessage } from '../../render/slack.ts';
import { createWindow } from '../../render/window.ts';
import type { Ask } from '../ask/ask.ts';
import { type LiveMessage, type LiveMessageOptions, size } from './live.ts';

const quiet: ReadonlySet<string | undefined> = new Set(['stop', 'approve']);

/** What such a press does stands in the message of the run that it is about: nothing else is to be said of it. */
export function isQuiet({ way }: { way?: Ask['way'] }, argv: readonly string[]): boolean {
  return way === 'button' && quiet.has(argv[0]);
}

/** What nobody saw and is denied, such as a press, concerns nobody but whoever asked for it. */
export function isDeniedUnseen({ way }: { way?: Ask['way'] }, { state }: Pick<RunRecord, 'state'>): boolean {
  return state === 'denied' && way !== undefined;
}

/** Tells of a run only whoever asked for it, and only where it did not end well. */
export function createQuietMessage(
  options: Pick<LiveMessageOptions, 'delivery' | 'place' | 'user' | 'line' | 'actor'>,
): LiveMessage {
  const { delivery, place, user, line, actor } = options;
  const window = createWindow(size);
  return {
    add: (events) => {
      for (const event of events) window.add(event);
    },
    finished: async ({ outcome: state, exitCode, ms }) => {
      if (state !== 'ok') {
        const view = { line, actor, state, exitCode, ms, run: place.run, window: { ...window.lines(), live: [] } };
        await delivery.whisper(place.channel, place.thread, user, renderMessage(view));
      }
      return { ts: undefined, thread: place.thread, isPrivate: true, isWhole: true };
    },
  };
}

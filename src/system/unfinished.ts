import { later, type Timer } from '../context/timer.ts';

/** Tells of a last line that stands, or is written over, while no line break ends it. */
export interface UnfinishedLine {
  /** Something came; `lines`: a line break too. */
  heard(lines: boolean): void;
  end(): void;
}

/** Milliseconds that a line must have stood: most lines are whole before, and nobody reads faster. */
const patience = 250;

/** However much comes, it is looked at a few times a second; what a stream of lines ends in by chance is no news. */
export function watchUnfinished(
  read: () => string,
  tell: (text: string) => void,
  wait: number = patience,
): UnfinishedLine {
  let timer: Timer | undefined;
  let isFresh = false;
  let told = '';
  const say = (text: string): void => {
    if (text === told) return;
    told = text;
    tell(text);
  };
  const arm = (): void => {
    timer ??= later(wait, look).unref();
  };
  const look = (): void => {
    timer = undefined;
    say(isFresh ? '' : read());
    if (isFresh) arm();
    isFresh = false;
  };
  return {
    heard: (lines) => {
      isFresh ||= lines;
      arm();
    },
    end: () => {
      timer?.[Symbol.dispose]();
      timer = undefined;
      say('');
    },
  };
}

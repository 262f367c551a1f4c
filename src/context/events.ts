import type { Block } from './blocks.ts';
import type { Outcome } from './errors.ts';
import type { Typed } from './host.ts';

export type StepState = 'running' | 'done' | 'failed';

/** A picture that a program printed as an escape code. It carries its bytes: no path of this machine is in it. */
export interface Picture {
  /** A file's name, without folders. */
  name: string;
  /** The words for those who cannot see it. */
  alt: string;
  /** Base64. */
  content: string;
  /** How large the program wants it shown: `width=40;height=auto`. */
  layout: string;
}

/** All that a run tells the world, in order. A closed union that survives JSON; every way out is a view of it. */
export type Event =
  | { type: 'started'; run: string | undefined; line: string; actor: string; at: string }
  /** `ms` is set when the step has ended. */
  | { type: 'step'; id: number; title: string; state: StepState; ms?: number }
  /**
   * One or more whole lines of a program's output, without the last line break, escape codes and all. Where a picture
   * stood, words stand for it. `omitted`: what was before them and left out on its way to a room.
   */
  | {
      type: 'line';
      stream: 'stdout' | 'stderr';
      text: string;
      pictures?: readonly Picture[];
      omitted?: { lines: number; characters: number };
    }
  /**
   * The last line of a program's output as it stands while no line break ends it, for those who watch; empty where it is
   * shown no more. The next `line` of its stream takes its place. It is kept nowhere.
   */
  | { type: 'progress'; stream: 'stdout' | 'stderr'; text: string }
  /** `waits`: the run waits for others from now on, or does so no longer. */
  | { type: 'note'; level: 'info' | 'warning'; blocks: readonly Block[]; waits?: boolean }
  /** `isCode`: a one-time code is the answer. */
  | { type: 'ask'; id: number; question: string; typed?: Typed; isCode?: true }
  /** The end of the question: what was answered, or that nobody did. */
  | { type: 'answer'; id: number; question: string; said: 'yes' | 'no' | 'nothing'; by: string }
  /** It is worth a look now, for whoever looks elsewhere. */
  | { type: 'ring' }
  /** The run waits for approvals, and this process does not wait with it: whoever sees that it has them goes on. */
  | { type: 'parked'; run: string; mark: string }
  /** `isReady`: the run goes on, and can be used from now on. */
  | { type: 'result'; data: unknown; blocks: readonly Block[]; isReady?: true }
  | {
      type: 'error';
      outcome: Outcome;
      exitCode: number;
      message: string;
      /** Where in the program it failed, with `--debug`. */
      trace?: string;
      hint?: string;
      details?: Record<string, unknown>;
      /** What the line lacks can be filled in. */
      isFillable?: true;
      run?: string;
    }
  | { type: 'finished'; outcome: Outcome; exitCode: number; ms: number };

/** Where events go. A promise that is pending asks the run to wait before it says more. */
export type Sink = (event: Event) => undefined | Promise<void>;

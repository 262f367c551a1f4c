import type { Block } from './blocks.ts';
import type { Outcome } from './errors.ts';
export type StepState = 'running' | 'done' | 'failed';
/** All that a run tells the world, in order. A closed union that survives JSON; every way out is a view of it. */
export type Event = {
    type: 'started';
    run: string | undefined;
    line: string;
    actor: string;
    at: string;
}
/** `ms` is set when the step has ended. */
 | {
    type: 'step';
    id: number;
    title: string;
    state: StepState;
    ms?: number;
}
/** One or more whole lines of a program's output, without the last line break, escape codes and all. */
 | {
    type: 'line';
    stream: 'stdout' | 'stderr';
    text: string;
} | {
    type: 'note';
    level: 'info' | 'warning';
    blocks: readonly Block[];
} | {
    type: 'ask';
    id: number;
    question: string;
}
/** `isReady`: the run goes on, and can be used from now on. */
 | {
    type: 'result';
    data: unknown;
    blocks: readonly Block[];
    isReady?: true;
} | {
    type: 'error';
    outcome: Outcome;
    exitCode: number;
    message: string;
    /** Where in the program it failed, with `--debug`. */
    trace?: string;
    hint?: string;
    details?: Record<string, unknown>;
    run?: string;
} | {
    type: 'finished';
    outcome: Outcome;
    exitCode: number;
    ms: number;
};
/** Where events go. A promise that is pending asks the run to wait before it says more. */
export type Sink = (event: Event) => undefined | Promise<void>;

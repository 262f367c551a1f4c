import type { ServerResponse } from 'node:http';
import type { Clock } from '../state/clock.ts';
import type { Json } from '../state/model.ts';
import type { Fault } from './faults.ts';
/** What goes back to a client. `silence`: nothing does; `cut`: the connection goes. */
export type Reply = Answer | 'silence' | 'cut';
export interface Answer {
    status: number;
    headers?: Record<string, string | number>;
    body?: Json | string | Buffer;
}
export declare const rateLimited: (seconds: number) => Reply;
export declare const refusal: (error: string, status?: number) => Answer;
export declare function send(response: ServerResponse, reply: Reply): void;
/** Answers with `run`, unless the fault comes before it or takes the place of its answer. */
export declare function underFault(fault: Fault | undefined, clock: Clock, run: () => Reply | Promise<Reply>): Promise<Reply>;

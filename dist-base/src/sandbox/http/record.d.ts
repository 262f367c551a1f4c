import type { IncomingMessage } from 'node:http';
import type { Reply } from '../api/reply.ts';
import type { FrameLog } from '../socket/connection.ts';
import type { Clock } from '../state/clock.ts';
/** One request, and what it was answered with. */
export interface Exchange {
    body(bytes: Buffer): void;
    answer(reply: Reply): void;
}
export interface Recorder extends FrameLog {
    request(request: IncomingMessage, url: URL): Exchange;
    close(): Promise<void>;
}
/** Tokens cut to their prefix, wherever they stand. */
export declare const redact: (line: string) => string;
/** Writes down every request, answer and frame, one JSON object a line. */
export declare function createRecorder(path: string | undefined, clock: Clock, warn: (message: string) => void): Promise<Recorder>;

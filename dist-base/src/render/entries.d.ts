import type { Event } from '../context/events.ts';
import { type Line, type Stream } from './line.ts';
/** A program's line stays raw until somebody looks; most are gone by then. */
export type Entry = {
    stream: Stream;
    raw: string;
} | Line;
/** The newest entries that fit; one always does. */
export interface Tail {
    push(entry: Entry): void;
    clear(): void;
    entries(): Entry[];
    /** Whether it holds all that it was given. */
    isWhole(): boolean;
}
export declare function createTail(limit: number): Tail;
export declare const layoutEntries: (entries: readonly Entry[], layout: (event: Event) => Line[]) => Line[];
export declare const sizeOf: (entry: Entry) => number;
/** A line too long to keep is laid out at once where that may shorten it: a picture, a progress bar. */
export declare function settle(stream: Stream, raw: string, limit: number): Entry;
export declare function cutEnd(entry: Entry, limit: number): Entry;
export declare function cutStart(entry: Entry, limit: number): Entry;
export declare const detach: (entry: Entry) => Entry;

import type { Block } from '../context/blocks.ts';
import type { Event } from '../context/events.ts';
import { type Line, type Stream } from './line.ts';
export type { Line } from './line.ts';
/** What blocks look like, before any surface draws them. */
export declare const layoutBlocks: (blocks: readonly Block[], stream: Stream) => Line[];
/** Lays out one event on its own. Output whose styles last over several events wants `createLayout`. */
export declare const layoutEvent: (event: Event) => Line[];
/** Lays out the events of one run, in order: a style that a program sets lasts until it ends it. */
export declare function createLayout(): (event: Event) => Line[];

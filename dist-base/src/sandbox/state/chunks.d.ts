import type { Json, Stream } from './model.ts';
export type Chunk = {
    type: 'markdown_text';
    text: string;
} | {
    type: 'plan_update';
    title: string;
} | {
    type: 'task_update';
    id: string;
    title: string;
    status: string;
    details?: string;
    output?: string;
    sources?: Json[];
} | {
    type: 'blocks';
    blocks: readonly Json[];
};
/** A message's blocks, grown by chunks: text in `markdown` blocks, tasks as cards, in a plan if they are shown as one. */
export declare const withChunks: (blocks: readonly Json[], chunks: readonly Chunk[], display: Stream['display']) => readonly Json[];
/** The `text` that goes with such blocks: the words, and the titles of the cards after them. */
export declare function textOf(blocks: readonly Json[]): string;

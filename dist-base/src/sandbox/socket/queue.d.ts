import type { Item } from './delivery.ts';
/** What waits for a connection, in order. When it is full, what comes is lost: nothing waits for ever with Slack either. */
export interface Queue {
    add(item: Item): void;
    remove(item: Item): void;
    /** All of it, and nothing waits any more. */
    empty(): Item[];
}
export declare function createQueue(): Queue;

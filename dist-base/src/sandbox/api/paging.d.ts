import type { Json } from '../state/model.ts';
import { type Args } from './args.ts';
export interface Page<Item> {
    items: Item[];
    more: boolean;
    metadata: Json;
}
/** The part of a list that the call asked for. `markOf` names an item, for the cursor of the next page to start at. */
export declare function page<Item>(all: readonly Item[], args: Args, sizes: {
    usual: number;
    most: number;
}, markOf: (item: Item) => string): Page<Item>;

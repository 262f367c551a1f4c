/** The latest items, oldest first: at most so many, and so many bytes. The newest always stays. */
export interface Bounded<Item> {
    readonly items: readonly Item[];
    add(item: Item, bytes: number): void;
}
export declare function createBounded<Item>(mostItems: number, mostBytes: number): Bounded<Item>;

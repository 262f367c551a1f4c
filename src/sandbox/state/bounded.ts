/** The latest items, oldest first: at most so many, and so many bytes. The newest always stays. */
export interface Bounded<Item> {
  readonly items: readonly Item[];
  add(item: Item, bytes: number): void;
}

export function createBounded<Item>(mostItems: number, mostBytes: number): Bounded<Item> {
  const items: Item[] = [];
  const sizes: number[] = [];
  let total = 0;
  return {
    items,
    add(item, bytes) {
      items.push(item);
      sizes.push(bytes);
      total += bytes;
      let surplus = 0;
      while (items.length - surplus > 1 && (items.length - surplus > mostItems || total > mostBytes)) {
        total -= sizes[surplus] ?? 0;
        surplus += 1;
      }
      if (surplus === 0) return;
      items.splice(0, surplus);
      sizes.splice(0, surplus);
    },
  };
}

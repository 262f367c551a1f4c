import type { Item } from './delivery.ts';

const mostItems = 10_000;
const mostBytes = 16 * 1024 * 1024;

/** What waits for a connection, in order. When it is full, what comes is lost: nothing waits for ever with Slack either. */
export interface Queue {
  add(item: Item): void;
  remove(item: Item): void;
  /** All of it, and nothing waits any more. */
  empty(): Item[];
}

export function createQueue(): Queue {
  const items = new Set<Item>();
  let bytes = 0;
  return {
    add(item) {
      if (items.size >= mostItems || bytes + item.payload.length > mostBytes) return;
      items.add(item);
      bytes += item.payload.length;
    },
    remove(item) {
      if (items.delete(item)) bytes -= item.payload.length;
    },
    empty() {
      const all = [...items];
      items.clear();
      bytes = 0;
      return all;
    },
  };
}

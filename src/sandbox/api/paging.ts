import { SlackError } from '../state/errors.ts';
import type { Json } from '../state/model.ts';
import { type Args, limit, optionalText } from './args.ts';

const encode = (mark: string): string => Buffer.from(`next:${mark}`).toString('base64');

/** What a cursor of ours stands for. */
function cursorMark(args: Args): string | undefined {
  const cursor = optionalText(args, 'cursor');
  if (cursor === undefined || cursor === '') return undefined;
  const mark = Buffer.from(cursor, 'base64').toString();
  if (!mark.startsWith('next:')) throw new SlackError('invalid_cursor');
  return mark.slice('next:'.length);
}

export interface Page<Item> {
  items: Item[];
  more: boolean;
  metadata: Json;
}

/** The part of a list that the call asked for. `markOf` names an item, for the cursor of the next page to start at. */
export function page<Item>(
  all: readonly Item[],
  args: Args,
  sizes: { usual: number; most: number },
  markOf: (item: Item) => string,
): Page<Item> {
  const mark = cursorMark(args);
  const start = mark === undefined ? 0 : all.findIndex((item) => markOf(item) === mark);
  if (start < 0) throw new SlackError('invalid_cursor');
  const end = start + limit(args, sizes.usual, sizes.most);
  const next = all[end];
  return {
    items: all.slice(start, end),
    more: next !== undefined,
    metadata: { next_cursor: next === undefined ? '' : encode(markOf(next)) },
  };
}

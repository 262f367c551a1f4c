import type { Event } from '../context/events.ts';

const plain = /^[\n -~]*$/;

/**
 * A program's lines that every surface shows as they are, with their last line break: to look at each of them alone would
 * cost ten times as much. Undefined for all else, of one run in order.
 */
export function createPlainLines(): (event: Event) => string | undefined {
  // What an escape code begins, such as a link, may last over the lines after it.
  let isPlain = true;
  return (event) => {
    if (event.type !== 'line' || !isPlain) return undefined;
    if (plain.test(event.text)) return `${event.text}\n`;
    isPlain = !/(?![\n\r\t])\p{Cc}/u.test(event.text);
    return undefined;
  };
}

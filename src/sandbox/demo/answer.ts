import type { Message } from '../server.ts';
import { messageText } from '../text/text.ts';

/** The last line of a run's message, with its exit code once it has ended. */
const footer = /(?:^|\n)(?:.* · exit (\d+) · .*)?run \w+$/;

/** Undefined while the run goes on. */
export function exitCodeIn(words: string): number | undefined {
  const exit = footer.exec(words)?.[1];
  return exit === undefined ? undefined : Number(exit);
}

/** Of a line that is long in beginning its sender alone is told so, which is no answer. */
export function saysThatItWaits(message: Message): boolean {
  if (message.ephemeralTo === undefined) return false;
  const words = messageText(message);
  return footer.test(words) && exitCodeIn(words) === undefined;
}

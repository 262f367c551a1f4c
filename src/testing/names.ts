import type { Message, Sandbox } from '../sandbox/server.ts';
import { messageText } from '../sandbox/text/text.ts';

/** What a person reads of a message: who and where is mentioned stands there by name. */
export function readText(message: Message, { people, channels, bot }: Sandbox): string {
  const named = [...people, ...channels, { id: bot.userId, name: bot.name }];
  return messageText(message, (wanted) => named.find(({ id }) => id === wanted)?.name);
}

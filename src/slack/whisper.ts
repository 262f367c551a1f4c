import type { OpsError } from '../context/errors.ts';
import type { Delivery } from './deliver.ts';
import type { RoomMessage } from './message.ts';

/** The nearest names, to the sender alone. */
export function whisperUnknown(
  delivery: Delivery,
  message: RoomMessage,
  { word: typed, suggestions }: { word: string; suggestions: readonly string[] },
  word: string,
): Promise<void> {
  const [near = 'help'] = suggestions;
  return whisper(delivery, message, `✗ there is no command "${typed}"`, `→ did you mean ${word} ${near}?`);
}

/** What is wrong with a line that was not run, to the sender alone. */
export function whisperRefusal(
  delivery: Delivery,
  message: RoomMessage,
  { message: words, hint }: OpsError,
): Promise<void> {
  return whisper(delivery, message, `✗ ${words}`, hint === undefined ? undefined : `→ ${hint}`);
}

function whisper(delivery: Delivery, message: RoomMessage, words: string, hint: string | undefined): Promise<void> {
  const lines = hint === undefined ? words : `${words}\n${hint}`;
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: lines }] }];
  const fallback = lines.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return delivery.whisper(message.channel, message.thread, message.user, fallback, [{ type: 'rich_text', elements }]);
}

import type { OpsError } from '../../context/errors.ts';
import type { Ask } from '../ask/ask.ts';
import type { Content, Delivery } from '../delivery/deliver.ts';

type Asker = Pick<Ask, 'channel' | 'thread' | 'user'>;

/** The nearest names, to the sender alone. */
export function whisperUnknown(
  delivery: Delivery,
  message: Asker,
  { word: typed, suggestions }: { word: string; suggestions: readonly string[] },
  word: string,
): Promise<void> {
  const [near = 'help'] = suggestions;
  return whisper(delivery, message, `✗ there is no command "${typed}"`, `→ did you mean ${word} ${near}?`);
}

/** What is wrong with a line that was not run, to the sender alone. */
export function whisperRefusal(delivery: Delivery, message: Asker, { message: words, hint }: OpsError): Promise<void> {
  return whisper(delivery, message, `✗ ${words}`, hint === undefined ? undefined : `→ ${hint}`);
}

function whisper(delivery: Delivery, message: Asker, words: string, hint: string | undefined): Promise<void> {
  const lines = hint === undefined ? words : `${words}\n${hint}`;
  return delivery.whisper(message.channel, message.thread, message.user, literal(lines));
}

const longest = 2900;

/** Words as they are: nothing in them is a mention, a link or a style. */
export function literal(said: string): Content {
  const words = said.length <= longest ? said : `${said.slice(0, longest).toWellFormed()}…`;
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }];
  const text = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { text, blocks: [{ type: 'rich_text', elements }] };
}

import type { OpsError } from '../../context/errors.ts';
import type { Ask } from '../ask/ask.ts';
import type { Content, Delivery } from '../delivery/deliver.ts';
import { splitRooms } from './room-reference.ts';

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
  return delivery.whisper(message.channel, message.thread, message.user, withRooms(lines));
}

/** Words as they are, with the rooms that `roomReference` names. */
function withRooms(said: string): Content {
  const parts = splitRooms(cut(said)).map((part, index) => {
    if (index % 2 === 1) return { element: { type: 'channel', channel_id: part }, text: `<#${part}>` };
    return { element: { type: 'text', text: part }, text: escapeText(part) };
  });
  return contentOf(parts.filter(({ text }) => text !== ''));
}

const longest = 2900;

/** Words as they are: nothing in them is a mention, a link or a style. */
export function literal(said: string): Content {
  const words = cut(said);
  return contentOf([{ element: { type: 'text', text: words }, text: escapeText(words) }]);
}

interface Part {
  element: object;
  text: string;
}

function contentOf(parts: readonly Part[]): Content {
  const elements = [{ type: 'rich_text_section', elements: parts.map(({ element }) => element) }];
  return { text: parts.map(({ text }) => text).join(''), blocks: [{ type: 'rich_text', elements }] };
}

const cut = (said: string): string => (said.length <= longest ? said : `${said.slice(0, longest).toWellFormed()}…`);

const escapeText = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

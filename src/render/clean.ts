// biome-ignore lint/suspicious/noControlCharactersInRegex: \p{Cc} and \p{Cs} say the same, and cost every process the time to collect them
const unsafe = /[\0-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]/u;
const everyUnsafe = new RegExp(unsafe, 'gu');
const longestAddress = 2000;

/**
 * One line's text, fit for every surface: control characters, line separators, bidirectional overrides and lone surrogates become a
 * visible U+FFFD, NUL is dropped. Tabs are left to whoever knows the column.
 */
export function clean(text: string): string {
  if (!unsafe.test(text)) return text;
  return text.replace(everyUnsafe, (character) => {
    if (character === '\t') return character;
    return character === '\0' ? '' : '\ufffd';
  });
}

/** Whether a link to it is drawn: `http:`, `https:` and `mailto:`, without what could hide in an address. */
export const isLinkable = (url: string): boolean =>
  url.length <= longestAddress && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]+$/iu.test(url);

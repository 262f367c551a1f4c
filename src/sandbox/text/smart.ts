const code = /(```[\s\S]*?```|`[^`\n]+`)/u;

const soften = (text: string): string =>
  text
    .replace(/(^|[\s([{=:—–-])"/gu, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{=:—–“-])'/gu, '$1‘')
    .replaceAll("'", '’')
    .replaceAll('...', '…')
    .replaceAll('--', '—');

/** What a Mac or a phone makes of typed text: curly quotes, dashes, an ellipsis. Code stays as it is. */
export function smartPunctuation(typed: string): string {
  return typed
    .split(code)
    .map((part, at) => (at % 2 === 1 ? part : soften(part)))
    .join('');
}

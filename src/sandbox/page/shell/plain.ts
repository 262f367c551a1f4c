/** Names, to read a message without its markup. */
export interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
}

function reference(inner: string, names: Names): string {
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return `@${names.user(target.slice(1)) ?? label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${names.channel(target.slice(1)) ?? label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
  return label ?? target;
}

/** A message's text in one line, as it is read aloud or quoted. */
export function plainText(text: string, names: Names): string {
  return text
    .replaceAll(/<([^<>]+)>/gu, (_, inner: string) => reference(inner, names))
    .replaceAll(/(?<![\w*_~`])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![\w*_~`])/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

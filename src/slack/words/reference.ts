// No line may hold a control character (see readable.ts), so nobody can type the brackets of a reference.
const open = '\u0002';
const close = '\u0003';

const named = /<(#[A-Z0-9]+|!subteam\^[A-Z0-9]+)\|([^<>|]+)>/g;

/** Something that Slack points at by id, such as `@U123`: its brackets are no operators to a line. */
export function reference(id: string): string {
  return `${open}${id}${close}`;
}

/** The same text with references as Slack writes them: `<@U123>`. */
export function showReferences(text: string): string {
  return text.replaceAll(open, '<').replaceAll(close, '>');
}

/** A channel or a user group: by name where Slack tells it, else by id. */
export function namedReference(id: string, label: string | undefined): string {
  if (label === undefined || label === '') return reference(id);
  const sigil = id.startsWith('#') ? '#' : '@';
  return label.startsWith(sigil) ? label : `${sigil}${label}`;
}

/** The names that a message's source tells for the ids in it; blocks tell the ids only. */
export function namesIn(source: string): ReadonlyMap<string, string> {
  return new Map(Array.from(source.matchAll(named), ([, id = '', label = '']) => [id, label]));
}

/** Cuts a line after the mention that it begins with, if it does: `@ops: deploy uat`. */
export function cutMention(line: string): { id: string; mention: string; rest: string } | undefined {
  const end = line.startsWith(`${open}@`) ? line.indexOf(close) : -1;
  if (end === -1) return;
  const rest = line.slice(end + 1).replace(/^[:,]?\s*/, '');
  return { id: line.slice(2, end), mention: line.slice(0, line.length - rest.length), rest };
}

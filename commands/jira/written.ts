import { type Context, type FileInput, OpsError, type Written } from '../../src/index.ts';
import { personNamed } from './person.ts';

/** What Jira takes, unless it was told otherwise. */
export const longestText = 32_767;

const mention = /(?<![\p{L}\p{N}@./_-])(?:@([a-z0-9][a-z0-9-]*)|<@([A-Z0-9]+)>)/giu;
/** In code nobody is mentioned. */
const code = /^[ \t]*(`{3,})[\w+#.-]*[ \t]*\n[\s\S]*?\n[ \t]*\1[ \t]*$|^[ \t]*```[^`\n].*?```[ \t]*$/gm;

/** Text as it was typed, in which people of the configuration who have an account are mentioned: `@mary`, `@Mary`. */
export function writtenText(text: string, context: Pick<Context, 'config' | 'origin'>): Written {
  const parts: Written['parts'][number][] = [];
  const inCode = Array.from(text.matchAll(code), ({ 0: { length }, index }) => [index, index + length] as const);
  let end = 0;
  for (const { 0: found, 1: named, 2: member, index } of text.matchAll(mention)) {
    if (inCode.some(([from, to]) => index >= from && index < to)) continue;
    const name = nameOf(named, member, context);
    const id = name === undefined ? undefined : context.config.people[name]?.jira[0];
    if (name === undefined || id === undefined) continue;
    if (index > end) parts.push(text.slice(end, index));
    parts.push({ id, name });
    const rest = named === undefined ? '' : found.slice(name.length + 1);
    end = index + found.length - rest.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return { parts };
}

function nameOf(
  named: string | undefined,
  member: string | undefined,
  context: Pick<Context, 'config' | 'origin'>,
): string | undefined {
  if (named === undefined) return personNamed(`<@${member}>`, context);
  return personNamed(named, context) ?? personNamed(named.replace(/-+$/, ''), context);
}

export const plainText = ({ parts }: Written): string =>
  parts.map((part) => (typeof part === 'string' ? part : `@${part.name}`)).join('');

export const mentionedNames = ({ parts }: Written): string[] => [
  ...new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]))),
];

/** The words of a line, or a file; what of them says nothing, or too much, is refused. */
export async function typedText(words: readonly string[], file: FileInput | undefined, what: string): Promise<string> {
  if (file !== undefined && words.length > 0) {
    throw new OpsError('usage', `${what} is given twice: as words and as a file`);
  }
  const text = file === undefined ? words.join(' ') : new TextDecoder().decode(await file.read());
  if (text.length > longestText) {
    throw new OpsError('usage', `${what} has ${longestText} characters at the most, and this one has ${text.length}`, {
      hint: 'attach what is longer to the ticket, or say where it is',
    });
  }
  return text.replace(/^(?:[^\S\n]*\n)+|\s+$/g, '');
}

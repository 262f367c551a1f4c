/** An attribute and its value, as one part of a name has them: `cn=admins`. */
type Pair = readonly [name: string, value: string];

/**
 * A distinguished name in the one form that it has whoever writes it (RFC 4514): no spaces around its parts, escapes
 * resolved, small letters. Undefined for what is no distinguished name.
 */
export function normalDn(text: string): string | undefined {
  const parts = split(text, /[,;]/).map((part) => split(part, /\+/).map(pairOf));
  if (parts.length === 0 || parts.some((pairs) => pairs.some((pair) => pair === undefined))) return undefined;
  const known = parts as Pair[][];
  return known.map((pairs) => pairs.map(written).sort().join('+')).join(',');
}

/** Whether a name stands below another one, or is it; both in their normal form. */
export const isWithin = (dn: string, base: string): boolean => dn === base || dn.endsWith(`,${base}`);

const written = ([name, value]: Pair): string => `${name}=${value.replaceAll(/[\\,+=]/g, (sign) => `\\${sign}`)}`;

/** At each sign that is neither escaped nor in quotes. */
function split(text: string, sign: RegExp): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const token of text.match(/\\(?:[0-9a-fA-F]{2}|[\s\S])|[\s\S]/gu) ?? []) {
    if (token === '"') isQuoted = !isQuoted;
    if (!isQuoted && sign.test(token) && token.length === 1) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return isQuoted ? [] : parts;
}

function pairOf(text: string): Pair | undefined {
  const match = /^\s*([a-zA-Z][\w-]*|\d+(?:\.\d+)+)\s*=([\s\S]*)$/.exec(text);
  if (match === null) return undefined;
  const [, name = '', value = ''] = match;
  const read = readValue(value);
  return read === '' ? undefined : [name.toLowerCase(), read];
}

/** Spaces at the ends count only where they are escaped. */
function readValue(text: string): string {
  const trimmed = text.replace(/^\s+/, '').replace(/((?:^|[^\\])(?:\\\\)*)\s+$/, '$1');
  const bare = /^"[\s\S]*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
  const bytes = bare.replaceAll(/(?:\\[0-9a-fA-F]{2})+|\\([\s\S])/gu, (escaped, sign?: string) =>
    sign === undefined ? Buffer.from(escaped.replaceAll('\\', ''), 'hex').toString() : sign,
  );
  return bytes.normalize('NFC').toLowerCase().replaceAll(/ +/g, ' ');
}

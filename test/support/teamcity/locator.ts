/** The dimensions of a locator, each as it is written. Throws where there are others than these. */
export function parseLocator(text: string, known: readonly string[]): Partial<Record<string, string>> {
  const parts = splitOutside(text, ',').filter((part) => part !== '');
  const pairs = parts.map((part): [string, string] => {
    const at = part.indexOf(':');
    return at === -1 ? ['', part] : [part.slice(0, at), part.slice(at + 1)];
  });
  const odd = pairs.find(([name]) => !known.includes(name));
  if (odd !== undefined) throw new Error(`Locator dimension [${odd[0]}] is unknown in ${text}`);
  return Object.fromEntries(pairs);
}

/** `($base64:…)` and `(a:b)` are texts as well. */
export function textOf(value: string): string {
  const inner = within(value);
  const encoded = /^\$base64:(.*)$/.exec(inner)?.[1];
  if (encoded === undefined && /[()$]/.test(inner)) throw new Error(`Bad value ${value}`);
  return encoded === undefined ? inner : Buffer.from(encoded, 'base64url').toString();
}

export const within = (value: string): string => /^\(([\s\S]*)\)$/.exec(value)?.[1] ?? value;

export function splitOutside(text: string, sign: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const one of text) {
    if (one === '(') depth += 1;
    if (one === ')') depth -= 1;
    if (depth < 0) throw new Error(`Unbalanced: ${text}`);
    if (one === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += one;
  }
  if (depth !== 0) throw new Error(`Unbalanced: ${text}`);
  return parts;
}

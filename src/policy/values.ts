import type { RuleValue } from '../context/config-policy.ts';

/** Whether a text is the pattern, in which `*` is any text, also none. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === pattern;
  const last = rest.pop() ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

export function matchesValue(wanted: readonly RuleValue[], value: string | number | boolean): boolean {
  const text = String(value);
  return wanted.some((one) => (typeof one === 'string' ? matchesPattern(one, text) : String(one) === text));
}

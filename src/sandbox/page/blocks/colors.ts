import { own } from './json.ts';

const named: Readonly<Record<string, string>> = {
  good: '#2eb886',
  warning: '#daa038',
  danger: '#a30200',
};

/** A colour that is nothing but a colour: good, warning, danger, or hexadecimal with or without its #. */
export function colorOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const known = own(named, value);
  if (known !== undefined) return known;
  const digits = /^#?((?:[\da-f]{3}){1,2})$/iu.exec(value.trim())?.[1];
  return digits === undefined ? undefined : `#${digits.toLowerCase()}`;
}

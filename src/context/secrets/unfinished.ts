import type { SecretPattern } from './patterns.ts';

/** How much from the start of a text that goes on can be told: what comes next may make a secret of the rest. */
export type Unfinished = (text: string) => number;

/** So many characters of an encoding are a beginning of it. Of a value itself, the first one is. */
const leastOfForm = 4;
/** Characters of a secret that is whole, before which a cut is sought. */
const farthest = 200;
/** A shape that begins may be a secret as long as one word follows, or the value of a name. */
const undecided = /^[\s\\"':=]*\S*$/;
/** An address has no password any more once its host is over. */
const undecidedAddress = /^[^\s/?#"'<>]*$/;

export function createUnfinished(
  values: readonly string[],
  forms: readonly string[],
  patterns: readonly SecretPattern[],
  mask: (text: string) => string,
): Unfinished {
  let beginsAt: ((text: string) => number) | undefined;
  return (text) => {
    beginsAt ??= createBeginnings(values, forms);
    let end = Math.min(text.length, beginsAt(text), ...patterns.map((pattern) => shapeAt(text, pattern)));
    const whole = mask(text);
    // What is held back may be the end of a secret that is whole.
    const nearest = end - farthest;
    while (end > 0 && end < text.length && !whole.startsWith(mask(text.slice(0, end)))) {
      end = end > nearest ? end - 1 : 0;
    }
    return end;
  };
}

/** Where the text's end begins that one of the forms begins with. */
function createBeginnings(values: readonly string[], forms: readonly string[]): (text: string) => number {
  const own = new Set(values);
  const least = (form: string): number => (own.has(form) ? 1 : leastOfForm);
  const byFirst = Map.groupBy(forms, (form) => form[0] ?? '');
  const longest = forms.reduce((most, { length }) => Math.max(most, length), 0);
  return (text) => {
    for (let start = Math.max(0, text.length - longest); start < text.length; start++) {
      const rest = text.slice(start);
      const isBeginning = (form: string): boolean =>
        rest.length >= least(form) && rest.length < form.length && form.startsWith(rest);
      if (byFirst.get(rest[0] ?? '')?.some(isBeginning)) return start;
    }
    return text.length;
  };
}

/** Where the first word begins that may become one of that shape. */
function shapeAt(text: string, { begins }: SecretPattern): number {
  const starts = begins.flatMap((begin) => {
    const rest = begin.endsWith('://') ? undecidedAddress : undecided;
    return everywhere(text, begin).filter((at) => rest.test(text.slice(at + begin.length)));
  });
  return Math.min(text.length, ...starts);
}

function everywhere(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}

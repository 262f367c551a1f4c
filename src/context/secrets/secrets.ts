import { formsOf } from './forms.ts';
import { findKeys, maskKeys } from './key-blocks.ts';
import { createOpen, type Open } from './open.ts';
import { secretPatterns } from './patterns.ts';
import { maskParts, maskRanges, type Range } from './ranges.ts';
import { createSearch } from './search.ts';
import { createUnfinished, type Unfinished } from './unfinished.ts';
import { findWrapped } from './wrapped.ts';

/** What is known to be secret, by its value or by its shape. */
export interface Secrets {
  mask(text: string): string;
  /** The same of words that belong together. */
  maskWords(words: readonly string[]): string[];
  open: Open;
  unfinished: Unfinished;
}

let last: { values: readonly string[]; secrets: Secrets } | undefined;

/** Every line of a process has the same secrets, as long as the configuration stays what it is. */
export function createSecrets(values: readonly string[]): Secrets {
  if (last === undefined || !isSame(last.values, values)) last = { values: [...values], secrets: know(values) };
  return last.secrets;
}

const isSame = (before: readonly string[], now: readonly string[]): boolean =>
  before.length === now.length && before.every((value, index) => value === now[index]);

function know(values: readonly string[]): Secrets {
  const known = values.filter((value) => value !== '');
  const forms = [...new Set(known.flatMap(formsOf))];
  const search = createSearch(forms, secretPatterns);
  const find = (text: string): Range[] =>
    known.length === 0 ? search(text) : [...search(text), ...findWrapped(text, search)];
  const mask = (text: string): string => {
    const plain = maskKeys(text);
    return maskRanges(plain, find(plain));
  };
  const findInWords = (line: string): Range[] => [...search(line), ...findKeys(line).ranges];
  return {
    mask,
    maskWords: (words) => maskParts(words, ' ', findInWords).map(mask),
    open: createOpen(known, forms, mask),
    unfinished: createUnfinished(known, forms, secretPatterns, mask),
  };
}

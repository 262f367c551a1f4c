import type { Entry } from '../../src/index.ts';

const titles = ['sequence', 'at', 'kind', 'subject', 'actor', 'name', 'table', 'key', 'facts', 'previous', 'hash'];

export const csvTitles = titles.join(',');

export function csvLine({ sequence, at, kind, subject, actor, row, facts, previous, hash }: Entry): string {
  const who = [actor?.id ?? '', actor?.name ?? ''];
  const what = [row?.table ?? '', row?.key ?? '', JSON.stringify(facts)];
  return [`${sequence}`, at.toISOString(), kind, subject, ...who, ...what, previous, hash].map(cell).join(',');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they would break the line, or hide what follows
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A spreadsheet takes what begins so for a formula, and obeys it: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^\s*[=+\-@＝＋－＠]/u;

function cell(value: string): string {
  const shown = value.replace(control, ' ');
  const safe = formula.test(shown) || formula.test(value) ? `'${shown}` : shown;
  return /[",';\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import type { Json } from '../../state/model.ts';

const marks: Readonly<Record<string, string>> = { bold: '*', italic: '_', strike: '~' };

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
export const styleOf = (element: Json | undefined): Json => (element?.['style'] ?? {}) as Json;

/** The marks around an element, the outermost first: a style's keys stand as they were nested. */
export const marksOf = (element: Json | undefined): string[] =>
  Object.entries(styleOf(element)).flatMap(([name, on]) => (on === true ? (marks[name] ?? []) : []));

/** How many marks stay open from one element to the next. */
export const sharedMarks = (open: readonly string[], wanted: readonly string[]): number => {
  const differs = open.findIndex((mark, depth) => wanted[depth] !== mark);
  return differs < 0 ? open.length : differs;
};

const isPlainText = (element: Json | undefined): boolean =>
  element?.['type'] === 'text' && styleOf(element)['code'] !== true;

/** The next element is in all marks of this one, and in more. */
export function opensMark(elements: readonly Json[], at: number): boolean {
  const [open, wanted] = [marksOf(elements[at]), marksOf(elements[at + 1])];
  return sharedMarks(open, wanted) === open.length && wanted.length > open.length;
}

/** Of the element right before, where it is only text. */
export const textBefore = (elements: readonly Json[], at: number): string =>
  isPlainText(elements[at - 1]) ? string(elements[at - 1]?.['text']) : '';

/** What is read together with an element and after it, as far as it matters: to the end of the next one. */
export function textAfter(elements: readonly Json[], at: number): string {
  const next = elements[at + 1];
  const [open, wanted] = [marksOf(elements[at]), marksOf(next)];
  if (sharedMarks(open, wanted) < open.length) return '';
  if (next?.['type'] === 'link') return string(next['text'] ?? next['url']);
  if (!isPlainText(next)) return '';
  const text = string(next?.['text']);
  return text + (/^[.-]*$/u.test(text) ? textAfter(elements, at + 1) : '');
}

/** An address with a path goes on to the next blank; a bare host or a mail address ends by itself. */
export function hangsOnLink(elements: readonly Json[], at: number): boolean {
  const wanted = marksOf(elements[at]);
  for (let before = at - 1; before >= 0; before -= 1) {
    const element = elements[before];
    const text = string(element?.['text']);
    const open = marksOf(element);
    if (sharedMarks(open, wanted) < open.length) return false;
    const goesOn = /[/?#]|^$/u.test(text) || /^[/?#]/u.test(textBefore(elements, before + 2));
    if (string(element?.['url']).startsWith('mailto:')) return false;
    if (element?.['type'] === 'link') return before === at - 1 || goesOn;
    if (!isPlainText(element) || /[\s<>`|]/u.test(text)) return false;
  }
  return false;
}

import type { Inline, Style } from './inline.ts';
import { splitEmoji, styled } from './inline.ts';

/*
 * What no emphasis may reach into (code, links, mentions, emoji) is put aside first, with a mark in its place that no
 * text can contain: the two private characters are taken out of the text before.
 */
const open = '\uE000';
const close = '\uE001';
const mark = new RegExp(`${open}(\\d+)${close}`, 'u');

export type Atom = (style: Style) => readonly Inline[];

export interface Emphasis {
  name: keyof Style;
  /** Source of a regular expression with flag `u`. */
  pattern: string;
  /** Characters of its mark, on either side. */
  width: number;
}

export interface Shelf {
  /** Puts something aside; what it returns stands for it. */
  keep(atom: Atom): string;
  take(at: number): Atom;
}

export function createShelf(): Shelf {
  const atoms: Atom[] = [];
  return {
    keep: (atom) => `${open}${atoms.push(atom) - 1}${close}`,
    take: (at) => atoms[at] ?? (() => []),
  };
}

export const withoutMarks = (text: string): string => text.replace(/[\uE000\uE001]/gu, '');

function plain(source: string, style: Style, shelf: Shelf, decode: (text: string) => string): Inline[] {
  return source.split(mark).flatMap((part, at): readonly Inline[] => {
    if (at % 2 === 1) return shelf.take(Number(part))(style);
    return part === '' ? [] : splitEmoji(decode(part), style);
  });
}

/** Rules in order of precedence → a function that reads what is between marks, and what is between marks in that. */
export function createEmphasisReader(rules: readonly Emphasis[], decode: (text: string) => string) {
  const pattern = new RegExp(rules.map((rule, at) => `(?<r${at}>${rule.pattern})`).join('|'), 'gu');
  return function read(source: string, style: Style, shelf: Shelf): Inline[] {
    const found: Inline[] = [];
    let from = 0;
    for (const match of source.matchAll(pattern)) {
      const rule = rules.find((_, at) => match.groups?.[`r${at}`] !== undefined);
      if (rule === undefined) continue;
      const inner = match[0].slice(rule.width, -rule.width);
      found.push(...plain(source.slice(from, match.index), style, shelf, decode));
      found.push(...read(inner, { ...style, [rule.name]: true }, shelf));
      from = match.index + match[0].length;
    }
    return [...found, ...plain(source.slice(from), style, shelf, decode)];
  };
}

export const codeAtom =
  (text: string): Atom =>
  (style) => [{ type: 'text', text, ...styled({ ...style, code: true }) }];

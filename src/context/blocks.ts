import type { DrawnChart } from './chart.ts';

/** The colours that a terminal's own palette decides. */
export type Color = 'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white' | 'gray';

export interface Style {
  bold?: boolean;
  dim?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  /** Something to type: monospaced where the surface can. */
  code?: boolean;
  color?: Color;
}

/** A piece of text with one style and, perhaps, one link. Never holds a line break or an escape code. */
export interface Span {
  text: string;
  style?: Style;
  /** An absolute `http:`, `https:` or `mailto:` address. */
  link?: string;
  /** A member of the workspace that the run was typed in, whom the text names: see `mention`. */
  user?: string;
}

/** Text within a line: a plain string, a span, or several of either. */
export type Inline = string | Span | readonly (string | Span)[];

export interface Field {
  name: string;
  value: Inline;
}

export interface Column {
  name: string;
  /** @default 'left' */
  align?: 'left' | 'right';
}

/** Structured output: every surface draws the same blocks with its own means. */
export type Block =
  | { type: 'text'; text: Inline }
  /** `names` is the style of the names. @default dim */
  | { type: 'fields'; fields: readonly Field[]; names?: Style }
  | { type: 'table'; columns: readonly Column[]; rows: readonly (readonly Inline[])[] }
  | { type: 'list'; items: readonly Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; text?: string }
  /**
   * `shown` is what people see of the path, where that is not all of it. `sketch` is the path of the same without words,
   * for a terminal that draws with characters.
   */
  | { type: 'image'; path: string; alt: string; shown?: string; sketch?: string }
  | { type: 'file'; path: string; title: string; shown?: string };

/** One paragraph. */
export const text = (...parts: (string | Span)[]): Block => ({ type: 'text', text: parts });

/** Names and values below each other, the values aligned. */
export const fields = (values: Record<string, Inline | undefined>): Block => ({
  type: 'fields',
  fields: Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
});

/** Rows under headings, columns aligned by display width. A column is its heading, or `{ name, align }`. */
export const table = (columns: readonly (string | Column)[], rows: readonly (readonly Inline[])[]): Block => ({
  type: 'table',
  columns: columns.map((column) => (typeof column === 'string' ? { name: column } : column)),
  rows,
});

export const list = (items: readonly Inline[]): Block => ({ type: 'list', items });

/** Text kept as it is: monospaced, its spaces and line breaks untouched. */
export const code = (content: string): Block => ({ type: 'code', text: content });

export const link = (url: string, label?: string): Block =>
  label === undefined ? { type: 'link', url } : { type: 'link', url, text: label };

/** A picture on this machine, by its path or as `context.charts` drew it, with the words for those who cannot see it. */
export const image = (picture: string | DrawnChart, alt: string): Block => ({
  type: 'image',
  alt,
  ...(typeof picture === 'string' ? { path: picture } : picture),
});

export const file = (path: string, title: string): Block => ({ type: 'file', path, title });

/** A span in a style: `styled('failed', { color: 'red' })`. */
export const styled = (content: string, style: Style): Span => ({ text: content, style });

/** A span that clicks. */
export const linked = (content: string, url: string): Span => ({ text: content, link: url });

export interface TextStyle {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
}

interface Styled {
  style?: TextStyle;
}

export type InlineElement =
  | ({ type: 'text'; text: string } & Styled)
  | ({ type: 'link'; url: string; text?: string } & Styled)
  | ({ type: 'user'; user_id: string; label?: string } & Styled)
  | ({ type: 'channel'; channel_id: string; label?: string } & Styled)
  | ({ type: 'usergroup'; usergroup_id: string; label?: string } & Styled)
  | ({ type: 'broadcast'; range: string } & Styled)
  | ({ type: 'emoji'; name: string; unicode?: string; skin_tone?: number } & Styled);

/** What a rule made of a match; it may take less than the whole of it. Without elements, that much is only text. */
export interface Reading {
  elements: readonly InlineElement[];
  taken?: number;
}

export interface Rule {
  name: string;
  /** Source of a regular expression (flag `u`). Must not match nothing. */
  pattern: string;
  /** `inside` reads the content of a styled stretch. Undefined: it was only text. */
  read(
    match: string,
    style: TextStyle,
    inside: (content: string, style: TextStyle) => InlineElement[],
  ): Reading | undefined;
}

export const withStyle = (style: TextStyle): Styled => (Object.keys(style).length === 0 ? {} : { style });

const emphasis = (name: string, mark: string, added: TextStyle): Rule => ({
  name,
  pattern: `(?<![\\p{L}\\p{N}${mark}])${mark}(?=[^\\s${mark}])[^${mark}\\n]*(?<=[^\\s${mark}])${mark}(?![\\p{L}\\p{N}${mark}])`,
  read: (match, style, inside) => ({ elements: inside(match.slice(1, -1), { ...style, ...added }) }),
});

export const codeRule = (decode: (content: string) => string): Rule => ({
  name: 'code',
  pattern: '`[^`\\n]+`',
  read: (match, style) => ({
    elements: [{ type: 'text', text: decode(match.slice(1, -1)), style: { ...style, code: true } }],
  }),
});

/** `*bold*`, `_italic_`, `~strike~`, as Slack's own text has them. */
export const emphasisRules: readonly Rule[] = [
  emphasis('bold', '\\*', { bold: true }),
  emphasis('italic', '_', { italic: true }),
  emphasis('strike', '~', { strike: true }),
];

export type Reader = (source: string) => InlineElement[];

/** Rules in order of precedence → a function that reads a line of text. `plain` makes text of what no rule took. */
export function createReader(rules: readonly Rule[], plain: (text: string) => string = (text) => text): Reader {
  const finder = new RegExp(rules.map((rule) => `(?<${rule.name}>${rule.pattern})`).join('|'), 'gu');
  const read = (source: string, style: TextStyle): InlineElement[] => {
    const elements: InlineElement[] = [];
    let from = 0;
    finder.lastIndex = 0;
    const addText = (to: number): void => {
      if (to > from) elements.push({ type: 'text', text: plain(source.slice(from, to)), ...withStyle(style) });
    };
    for (let match = finder.exec(source); match; match = finder.exec(source)) {
      const rule = rules.find(({ name }) => match?.groups?.[name] !== undefined);
      const reading = rule?.read(match[0], style, read);
      finder.lastIndex = match.index + (reading ? (reading.taken ?? match[0].length) : 1);
      if (!reading?.elements.length) continue;
      addText(match.index);
      elements.push(...reading.elements);
      from = finder.lastIndex;
    }
    addText(source.length);
    return elements;
  };
  return (source) => read(source, {});
}

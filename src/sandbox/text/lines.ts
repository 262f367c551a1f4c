/** An item of a list, as it stands in a line. */
interface Item {
  ordered: boolean;
  indent: number;
  /** Of an ordered one. */
  number: number;
  text: string;
}

/** Lines that belong together. Those of a quote are without their mark. */
export type Group =
  | { kind: 'text'; lines: string[] }
  | { kind: 'quote'; lines: string[] }
  | { kind: 'list'; ordered: boolean; indent: number; offset: number; lines: string[] };

const mostIndent = 8;
const marked = /^(?<space>[ \t]*)(?:(?<bullet>[-*•])|(?<number>\d{1,4})\.)[ \t]+(?<text>\S.*)$/u;
const quoted = /^> ?(?=.)|^>$/u;

/** The levels of a list that is being read: how far each is moved in, and its last number. */
interface Level {
  width: number;
  ordered: boolean;
  number: number;
}

const widthOf = (space: string): number => space.replaceAll('\t', '    ').length;

/** The levels above, and the one that an item with so much space before it stands on. */
function levelsFor(levels: readonly Level[], width: number): { above: Level[]; same: Level | undefined } {
  const above = levels.filter((level) => level.width < width).slice(0, mostIndent);
  return { above, same: levels.find((level) => level.width >= width) };
}

/** Reads items line by line: a number counts only where a list begins with 1 or goes on. */
function itemReader(): (line: string) => Item | undefined {
  let levels: Level[] = [];
  return (line) => {
    const found = marked.exec(line)?.groups;
    const width = widthOf(found?.['space'] ?? '');
    const { above, same } = levelsFor(levels, width);
    const ordered = found?.['number'] !== undefined;
    const number = Number(found?.['number'] ?? 0);
    const goesOn = same?.ordered === true && number === same.number + 1;
    if (!found || (ordered && number !== 1 && !goesOn)) {
      levels = [];
      return undefined;
    }
    levels = [...above, { width, ordered, number }];
    return { ordered, indent: above.length, number, text: found['text'] ?? '' };
  };
}

function addItem(groups: Group[], { ordered, indent, number, text }: Item): void {
  const last = groups.at(-1);
  const fits = last?.kind === 'list' && last.ordered === ordered && last.indent === indent;
  if (fits && (!ordered || number === last.offset + last.lines.length + 1)) last.lines.push(text);
  else groups.push({ kind: 'list', ordered, indent, offset: ordered ? number - 1 : 0, lines: [text] });
}

function addLine(groups: Group[], kind: 'text' | 'quote', line: string): void {
  const last = groups.at(-1);
  if (last?.kind === kind) last.lines.push(line);
  else groups.push({ kind, lines: [line] });
}

/** Typed lines → stretches of text, quotes and lists. */
export function groupLines(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  const readItem = itemReader();
  for (const line of lines) {
    const item = readItem(line);
    if (item) addItem(groups, item);
    else if (quoted.test(line)) addLine(groups, 'quote', line.replace(quoted, ''));
    else addLine(groups, 'text', line);
  }
  return groups;
}

function letters(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(97 + ((rest - 1) % 26)) + name;
  }
  return name;
}

const numerals: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

/** Larger numbers have no numeral. */
const mostRoman = 3999;

function roman(number: number): string {
  if (number > mostRoman) return String(number);
  let [rest, name] = [number, ''];
  for (const [value, numeral] of numerals) {
    while (rest >= value) {
      name += numeral;
      rest -= value;
    }
  }
  return name;
}

const bullets = ['•', '◦', '▪︎'];
const counters = [String, letters, roman];

/** What stands before an item, by how deep it is: `•` `◦` `▪︎`, or `1.` `a.` `i.` */
export function itemMark(ordered: boolean, indent: number, number: number): string {
  const level = indent % 3;
  return ordered ? `${counters[level]?.(number)}.` : (bullets[level] ?? '•');
}

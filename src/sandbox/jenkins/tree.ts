/** What an address asks for with `tree=`: names, what is wanted within them, and which of several. */
interface Wanted {
  within: Tree | undefined;
  from: number;
  to: number;
}
export type Tree = ReadonlyMap<string, Wanted>;

/** `jobs[name,builds[number]{0,5}]`. Throws where it is not that, as Jenkins does. */
export function parseTree(text: string): Tree {
  const reader = { text, at: 0 };
  const tree = readNames(reader);
  if (reader.at < text.length) throw new Error(`Illegal tree at ${reader.at}: ${text}`);
  return tree;
}

interface Reader {
  text: string;
  at: number;
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const [found] = pattern.exec(reader.text) ?? [];
  reader.at += found?.length ?? 0;
  return found;
}

function readNames(reader: Reader): Tree {
  const names = new Map<string, Wanted>();
  do {
    const name = take(reader, /[A-Za-z_][A-Za-z0-9_]*|\*/y);
    if (name === undefined) throw new Error(`Illegal tree at ${reader.at}: ${reader.text}`);
    let within: Tree | undefined;
    if (take(reader, /\[/y) !== undefined) {
      within = readNames(reader);
      if (take(reader, /\]/y) === undefined) throw new Error(`Illegal tree at ${reader.at}: ${reader.text}`);
    }
    const [, from = '0', to = ''] = /^\{(\d+),(\d*)\}$/.exec(take(reader, /\{\d+,\d*\}/y) ?? '') ?? [];
    names.set(name, { within, from: Number(from), to: to === '' ? Number.POSITIVE_INFINITY : Number(to) });
  } while (take(reader, /,/y) !== undefined);
  return names;
}

/** Of a value no more than is asked for; without a tree, all but what lies deeper than its parts. */
export function prune(value: unknown, tree: Tree | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => prune(item, tree));
  if (typeof value !== 'object' || value === null || tree === undefined) return value;
  const kept = Object.entries(value).flatMap(([name, part]) => {
    const wanted = tree.get(name) ?? tree.get('*');
    if (wanted === undefined) return name === '_class' ? [[name, part] as const] : [];
    const some = Array.isArray(part) ? part.slice(wanted.from, wanted.to) : part;
    return [[name, prune(some, wanted.within)] as const];
  });
  return Object.fromEntries(kept);
}

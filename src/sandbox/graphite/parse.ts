/** A target as it is meant. */
export type Expression =
  | { type: 'path'; path: string }
  | { type: 'text'; text: string }
  | { type: 'number'; value: number }
  | { type: 'call'; name: string; args: readonly Expression[] };

/**
 * Graphite takes what it can read at the beginning, and passes over the rest. Throws where that is nothing. What stands
 * before a `|` is the first argument of what stands behind it.
 */
export function parseTarget(target: string): Expression {
  const words = new Words(target);
  let found = expression(words);
  while (words.take(/\|/) !== undefined) {
    const next = expression(words);
    if (next.type !== 'call') return words.fail();
    found = { ...next, args: [found, ...next.args] };
  }
  return found;
}

class Words {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** What comes next, where it is like that. */
  take(pattern: RegExp): string | undefined {
    const sticky = new RegExp(`\\s*(?:${pattern.source})`, 'sy');
    sticky.lastIndex = this.at;
    const [found] = sticky.exec(this.text) ?? [];
    if (found === undefined) return undefined;
    this.at = sticky.lastIndex;
    return found.trimStart();
  }

  /** Goes back to where it was, where that cannot be read. */
  attempt<Found>(read: () => Found): Found | undefined {
    const { at } = this;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.at = at;
      return undefined;
    }
  }

  fail(): never {
    throw new SyntaxError(`Expected another thing (at char ${this.at})`);
  }
}

function expression(words: Words): Expression {
  const text = words.take(/'[^']*'|"[^"]*"/);
  if (text !== undefined) return { type: 'text', text: text.slice(1, -1) };
  const number = words.take(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?=\s*(?:[,)]|$))/);
  if (number !== undefined) return { type: 'number', value: Number(number) };
  // What only begins as a call is taken for a name.
  const called = words.attempt(() => {
    const name = words.take(/[A-Za-z]\w*(?=\s*\()/) ?? words.fail();
    return { type: 'call' as const, name, args: args(words) };
  });
  if (called !== undefined) return called;
  const path = words.take(/(?:\{[^{}]*\}|\[[^\]]*\]|[^\s(){},'"=|])+/);
  return path === undefined ? words.fail() : { type: 'path', path };
}

function args(words: Words): Expression[] {
  const found: Expression[] = [];
  words.take(/\(/);
  if (words.take(/\)/) !== undefined) return found;
  do found.push(expression(words));
  while (words.take(/,/) !== undefined);
  if (words.take(/\)/) === undefined) words.fail();
  return found;
}

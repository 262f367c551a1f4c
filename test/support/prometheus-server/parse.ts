export interface Matcher {
  label: string;
  sign: '=' | '!=' | '=~' | '!~';
  value: string;
}

export interface Selector {
  type: 'selector';
  matchers: readonly Matcher[];
  /** Seconds, of a range. */
  range: number | undefined;
}

/** A query as it is meant. */
export type Query =
  | Selector
  | { type: 'number'; value: number }
  | { type: 'call'; name: string; inner: Query }
  | { type: 'aggregate'; name: string; inner: Query; by: readonly string[] | undefined; without: readonly string[] }
  | { type: 'binary'; sign: string; left: Query; right: Query };

/** What the server says to a query that it cannot read, after `parse error: `. */
export class ParseError extends Error {}

const aggregates = ['sum', 'avg', 'min', 'max', 'count'];
const ofRanges = ['rate', 'increase', 'avg_over_time', 'max_over_time'];
const ofInstants = ['abs', 'ceil', 'floor'];

export function parseQuery(text: string): Query {
  const words = new Words(text);
  if (words.isAtEnd()) throw words.error('no expression found in input');
  const query = sum(words);
  if (words.peek(/\)/)) throw words.error("unexpected right parenthesis ')'", words.here() + 1);
  if (!words.isAtEnd()) throw words.error('unexpected character');
  if (isRange(query)) {
    throw new ParseError('invalid expression type "range vector" for range query, must be Scalar or instant Vector');
  }
  return query;
}

const isRange = (query: Query): boolean => query.type === 'selector' && query.range !== undefined;

class Words {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(`\\s*(?:${pattern.source})`, 'sy');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text) ?? undefined;
    if (found !== undefined) this.at = sticky.lastIndex;
    return found;
  }

  peek(pattern: RegExp): boolean {
    const { at } = this;
    const found = this.take(pattern) !== undefined;
    this.at = at;
    return found;
  }

  isAtEnd(): boolean {
    return this.text.slice(this.at).trim() === '';
  }

  /** Where something begins that is read next. */
  here(): number {
    return this.at + (/^\s*/.exec(this.text.slice(this.at))?.[0].length ?? 0);
  }

  error(what: string, at = this.at): ParseError {
    return new ParseError(`1:${at + 1}: parse error: ${what}`);
  }
}

function sum(words: Words): Query {
  let left = product(words);
  for (let sign = words.take(/[+-]/); sign !== undefined; sign = words.take(/[+-]/)) {
    left = { type: 'binary', sign: sign[0].trim(), left, right: product(words) };
  }
  return left;
}

function product(words: Words): Query {
  let left = primary(words);
  for (let sign = words.take(/[*/]/); sign !== undefined; sign = words.take(/[*/]/)) {
    left = { type: 'binary', sign: sign[0].trim(), left, right: primary(words) };
  }
  return left;
}

function primary(words: Words): Query {
  const number = words.take(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)/);
  if (number !== undefined) return { type: 'number', value: Number(number[0]) };
  if (words.take(/\(/) !== undefined) return closed(words);
  const begin = words.here();
  const called = words.take(/([a-z_]\w*)(?=\s*(?:\(|(?:by|without)\s*\())/);
  if (called === undefined) return selector(words);
  const name = called[1] ?? '';
  if (aggregates.includes(name)) return aggregate(name, words);
  if (![...ofRanges, ...ofInstants].includes(name)) {
    throw words.error(`unknown function with name "${name}"`, begin);
  }
  words.take(/\(/);
  const argument = words.here();
  const inner = closed(words);
  if (isRange(inner) === ofRanges.includes(name)) return { type: 'call', name, inner };
  const [wanted, got] = ofRanges.includes(name) ? ['range', 'instant'] : ['instant', 'range'];
  throw words.error(`expected type ${wanted} vector in call to function "${name}", got ${got} vector`, argument);
}

function closed(words: Words): Query {
  const inner = sum(words);
  if (words.take(/\)/) === undefined) throw words.error('unclosed left parenthesis');
  return inner;
}

function aggregate(name: string, words: Words): Query {
  const labels = (): { by?: string[]; without?: string[] } => {
    const found = words.take(/(by|without)\s*\(([^()]*)\)/);
    if (found === undefined) return {};
    const list = (found[2] ?? '').split(',').map((label) => label.trim());
    return found[1] === 'by' ? { by: list } : { without: list };
  };
  const before = labels();
  words.take(/\(/);
  const inner = closed(words);
  const { by, without } = { ...before, ...labels() };
  // Without either, all becomes one.
  return { type: 'aggregate', name, inner, by: by ?? (without === undefined ? [] : undefined), without: without ?? [] };
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

function selector(words: Words): Selector {
  const name = words.take(/[a-zA-Z_:][\w:]*/)?.[0].trim();
  const matchers: Matcher[] = name === undefined ? [] : [{ label: '__name__', sign: '=', value: name }];
  if (words.take(/\{/) !== undefined) {
    while (words.take(/\}/) === undefined) {
      const found = words.take(/([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*,?/);
      if (found === undefined) {
        throw words.error(
          words.isAtEnd() ? 'unexpected end of input inside braces' : 'unexpected character inside braces',
        );
      }
      const [, label = '', sign = '=', value = ''] = found;
      matchers.push({ label, sign: sign as Matcher['sign'], value: JSON.parse(`"${value}"`) });
    }
  } else if (name === undefined)
    throw words.error(words.isAtEnd() ? 'unexpected end of input' : 'unexpected character');
  const [, count = '', unit = ''] = words.take(/\[(\d+)([smhd])\]/) ?? [];
  return { type: 'selector', matchers, range: count === '' ? undefined : Number(count) * (units[unit] ?? 1) };
}

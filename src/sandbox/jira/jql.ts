/** What a query asks: a small part of JQL, read as Jira reads it. https://support.atlassian.com/jira-software-cloud/docs/jql-operators */
export type Clause =
  | { kind: 'and'; clauses: readonly Clause[] }
  | { kind: 'or'; clauses: readonly Clause[] }
  | { kind: 'not'; clause: Clause }
  | { kind: 'term'; field: string; operator: string; values: readonly Value[] };

export type Value = { text: string } | { call: string; values: readonly Value[] };

export interface Query {
  where: Clause | undefined;
  order: readonly { field: string; isDown: boolean }[];
}

export class JqlError extends Error {}

interface Token {
  kind: 'word' | 'text' | 'sign';
  text: string;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const pattern =
  /\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|(!=|!~|>=|<=|[=~<>(),])|([^\s"'()=!<>~,;&|*/%^$#@[\]{}?+\\`]+))/y;

function tokensOf(jql: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let at = 0; jql.slice(at).trim() !== ''; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(jql);
    if (match === null) {
      const sign = jql.slice(at).trimStart()[0];
      throw new JqlError(`Error in the JQL Query: The character '${sign}' is a reserved JQL character.`);
    }
    const [, double, single, sign, word] = match;
    const quoted = double ?? single;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: unescaped(quoted) });
    else tokens.push(sign === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'sign', text: sign });
  }
  return tokens;
}

function unescaped(quoted: string): string {
  return quoted.replaceAll(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, sign: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (/[nrt]/.test(sign)) return escapes[sign] ?? '';
    if (/[\s"'\\]/.test(sign)) return sign;
    throw new JqlError(`Error in the JQL Query: '\\${sign}' is an illegal JQL escape sequence.`);
  });
}

/** Reads a query, or throws what Jira would say to it. */
export function parseJql(jql: string): Query {
  const tokens = tokensOf(jql);
  const reader = new Reader(tokens);
  const where = tokens.length === 0 || reader.isNext('order') ? undefined : reader.or();
  const order = reader.order();
  reader.end();
  return { where, order };
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  isNext(text: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token !== undefined && token.kind !== 'text' && token.text.toLowerCase() === text;
  }

  or(): Clause {
    return this.several('or', () => this.several('and', () => this.not()));
  }

  order(): Query['order'] {
    if (!this.take('order')) return [];
    this.need('by');
    const order: { field: string; isDown: boolean }[] = [];
    do {
      const field = this.next().text;
      const isDown = this.take('desc');
      if (!isDown) this.take('asc');
      order.push({ field: field.toLowerCase(), isDown });
    } while (this.take(','));
    return order;
  }

  end(): void {
    const left = this.tokens[this.at];
    if (left !== undefined)
      throw new JqlError(`Error in the JQL Query: Expecting either 'OR' or 'AND' but got '${left.text}'.`);
  }

  private several(kind: 'and' | 'or', read: () => Clause): Clause {
    const clauses = [read()];
    while (this.take(kind)) clauses.push(read());
    const [only] = clauses;
    return clauses.length === 1 && only !== undefined ? only : { kind, clauses };
  }

  private not(): Clause {
    if (this.take('not')) return { kind: 'not', clause: this.not() };
    if (!this.take('(')) return this.term();
    const clause = this.or();
    this.need(')');
    return clause;
  }

  private term(): Clause {
    const field = this.next().text.toLowerCase();
    const operator = this.operator();
    const isList = operator.endsWith('in') && this.isNext('(');
    return { kind: 'term', field, operator, values: isList ? this.list() : [this.value()] };
  }

  private operator(): string {
    const { text } = this.next();
    const word = text.toLowerCase();
    if (['=', '!=', '~', '!~', '>', '>=', '<', '<='].includes(word)) return word;
    if (word === 'in') return 'in';
    if (word === 'not') {
      this.need('in');
      return 'not in';
    }
    if (word === 'is') return this.take('not') ? 'is not' : 'is';
    throw new JqlError(`Error in the JQL Query: Expecting operator but got '${text}'.`);
  }

  private list(): Value[] {
    this.need('(');
    const values: Value[] = [];
    if (this.take(')')) return values;
    do values.push(this.value());
    while (this.take(','));
    this.need(')');
    return values;
  }

  private value(): Value {
    const token = this.next();
    if (token.kind === 'sign') throw new JqlError(`Error in the JQL Query: Expecting a value but got '${token.text}'.`);
    if (token.kind === 'word' && this.isNext('(')) return { call: token.text.toLowerCase(), values: this.list() };
    return { text: token.text };
  }

  private next(): Token {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new JqlError('Error in the JQL Query: it ends too early.');
    return token;
  }

  private take(text: string): boolean {
    if (!this.isNext(text)) return false;
    this.at += 1;
    return true;
  }

  private need(text: string): void {
    if (!this.take(text))
      throw new JqlError(
        `Error in the JQL Query: Expecting '${text}' but got '${this.tokens[this.at]?.text ?? 'the end'}'.`,
      );
  }
}

import { OpsError } from '../../context/errors.ts';
import { quoteWord } from '../../context/line.ts';
import { showReferences } from './reference.ts';

const operator = /\$[({]|\$\w+|&&|\|\||;;|<<|>>|[;&|<>()`]/y;
const chunk = /^[^\n'"\\]+$/;

/** How far to look for the blanks around an operator. */
const reach = 80;

const second = 'would start a second command: one line runs one command';
const subshell = 'would start a shell of its own: no line is handed to a shell';
const inner = 'would run a command within the line: nothing in a line is expanded';
const reading = 'would read from a file: no line is handed to a shell';
const writing = 'would write to a file: no line is handed to a shell';
const variable = 'would be replaced by a variable: nothing in a line is expanded';

const meanings: Readonly<Record<string, string>> = {
  ';': second,
  ';;': second,
  '&&': second,
  '||': second,
  '|': 'would hand the output to a second command: one line runs one command',
  '&': 'would run the line in the background: no line is handed to a shell',
  '(': subshell,
  ')': subshell,
  '<': reading,
  '<<': reading,
  '>': writing,
  '>>': writing,
  '`': inner,
  '$(': inner,
};

/** Refuses what a shell would act on, and says how to mean the characters themselves. */
export function refuseOperator(line: string, at: number, inQuotes: boolean): never {
  operator.lastIndex = at;
  const [found = line.charAt(at)] = operator.exec(line) ?? [];
  const hint = inQuotes ? 'put a "\\" before it, or use single quotes' : `quote it: ${quoted(line, at, found)}`;
  throw new OpsError('usage', `"${found}" at position ${at + 1} ${meanings[found] ?? variable}`, { hint });
}

// The whole word that the operator stands in, up to where what it opens is closed. Short ones without quotes only.
function quoted(line: string, at: number, found: string): string {
  const before = line.slice(Math.max(0, at - reach), at);
  const after = line.slice(at, at + reach);
  const head = before.slice(before.search(/\S*$/));
  const closed = closedAt(after, found);
  const word = `${head}${after.slice(0, closed)}${after.slice(closed).split(/\s/, 1)[0]}`;
  return quoteWord(chunk.test(word) && word.length < reach ? showReferences(word) : found);
}

function closedAt(after: string, found: string): number {
  if (found === '`') return after.indexOf('`', 1) + 1;
  return found.endsWith('(') ? after.lastIndexOf(')') + 1 : 0;
}

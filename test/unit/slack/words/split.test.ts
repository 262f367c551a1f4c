import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../../src/context/errors.ts';
import { splitWords } from '../../../../src/slack/words/split.ts';
import { lineRows } from '../../../support/lines.ts';

function refusal(line: string): OpsError {
  try {
    splitWords(line);
  } catch (error) {
    if (error instanceof OpsError) return error;
  }
  throw new Error(`not refused: ${line}`);
}

describe('a refused line', () => {
  it.each([
    ['deploy uat ; rm x', "quote it: ';'"],
    ['graph a;b', "quote it: 'a;b'"],
    ['open https://x.com/?a=1&b=2 now', "quote it: 'https://x.com/?a=1&b=2'"],
    ['say "a"; b', "quote it: ';'"],
    [`say ${'x'.repeat(200)};`, "quote it: ';'"],
    ['say $HOME', "quote it: '$HOME'"],
    ['say :(', "quote it: ':('"],
    ['say `a b` now', "quote it: '`a b`'"],
    ['say x=$(date +%s) now', "quote it: 'x=$(date +%s)'"],
    ['say `a b', "quote it: '`a'"],
    ['say (a (b) c) now', "quote it: '(a (b) c)'"],
    ['say "$HOME"', 'put a "\\" before it, or use single quotes'],
    ['say "`x`"', 'put a "\\" before it, or use single quotes'],
    ["say it's", 'close it, or put a "\\" before it'],
    ['say \\', "quote it: '\\'"],
    ['a\nb', 'send each line as a message, or quote the line break'],
  ])('%j says how to mean it: %s', (line, hint) => {
    expect(refusal(line)).toMatchObject({ outcome: 'usage', exitCode: 64, hint });
  });

  it.each([
    ['say ;', ';'],
    ['graph a;b', 'a;b'],
    ['say $(x)', '$(x)'],
  ])('%j is accepted once its hint is followed', (line, word) => {
    const quoted = refusal(line).hint?.replace('quote it: ', '') ?? '';
    expect(splitWords(line.replace(word, quoted)).at(-1)).toBe(word);
  });

  it('names the line that was left over, shortened where it is long', () => {
    expect(refusal(`deploy\n${'x'.repeat(100)}`).message).toBe(
      `one line a message: '${'x'.repeat(40)}…' is on a line of its own`,
    );
  });
});

describe('an accepted line', () => {
  const ascii = lineRows.filter(({ text, argv }) => argv && /^[ -%'-;=?-~\t\n]*$/.test(text) && text.length < 1000);
  const ours = /[`*?[{~]|\$\d|#|^\s*!|:\w+:/;
  const lines = ascii.filter(({ text }) => !ours.test(text)).map(({ text }) => text);

  it('is split as a POSIX shell splits it', () => {
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) {
      const printed = execFileSync('sh', ['-c', `printf '%s\\0' x ${line.trimStart()}`], { encoding: 'utf8' });
      expect([line, ...printed.split('\0').slice(1, -1)]).toEqual([line, ...splitWords(line)]);
    }
  });
});

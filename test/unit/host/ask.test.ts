import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import { ask } from '../../../src/host/ask.ts';

function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = '';
  output.on('data', (text) => {
    shown += text;
  });
  return { input, output, shown: () => shown };
}

describe('a question at the terminal', () => {
  it.each([
    ['y', true],
    ['YES', true],
    [' yes ', true],
    ['n', false],
    ['', false],
    ['yesterday', false],
  ])('takes %j for %s', async (answer, expected) => {
    const { input, output, shown } = terminal();
    const answered = ask(input, output, 'Go on?', new AbortController().signal);
    input.write(`${answer}\r`);
    expect(await answered).toBe(expected);
    expect(shown()).toContain('Go on? [y/N] ');
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is answered by nobody when %s is pressed', async (_key, code) => {
    const { input, output } = terminal();
    const answered = ask(input, output, 'Go on?', new AbortController().signal);
    input.write(code);
    await expect(answered).rejects.toMatchObject({
      outcome: 'cancelled',
      exitCode: 130,
      message: 'nothing was changed: the question was not answered',
    });
  });

  it('ends with the run', async () => {
    const { input, output } = terminal();
    const controller = new AbortController();
    const answered = ask(input, output, 'Go on?', controller.signal);
    controller.abort(new OpsError('timeout', 'the time is up'));
    await expect(answered).rejects.toMatchObject({ outcome: 'timeout' });
  });
});

import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../src/context/errors.ts';
import { askUnseen } from '../../../src/host/privately.ts';

function terminal() {
  const modes: boolean[] = [];
  const setRawMode = (raw: boolean) => {
    modes.push(raw);
    return input;
  };
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = '';
  output.on('data', (text) => {
    shown += text;
  });
  return { input, output, modes, shown: () => shown };
}

describe('what is typed unseen', () => {
  it.each([
    ['123456\r', '123456'],
    ['123 456\r', '123 456'],
    ['12x\u007f3456\r', '123456'],
    ['\r', ''],
  ])('is taken of %j as %j, and never shown', async (typed, said) => {
    const { input, output, modes, shown } = terminal();
    const answered = askUnseen(input, output, 'Code: ', new AbortController().signal);
    input.write(typed);
    expect(await answered).toBe(said);
    expect(shown()).toBe('Code: \n');
    // The system would echo what is typed otherwise.
    expect(modes).toEqual([true, false]);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is nothing where %s is pressed', async (_key, code) => {
    const { input, output } = terminal();
    const answered = askUnseen(input, output, 'Code: ', new AbortController().signal);
    input.write(code);
    await expect(answered).rejects.toMatchObject({
      outcome: 'cancelled',
      message: 'nothing was changed: no one-time code was given',
    });
  });

  it('ends with the run', async () => {
    const { input, output } = terminal();
    const controller = new AbortController();
    const answered = askUnseen(input, output, 'Code: ', controller.signal);
    controller.abort(new OpsError('timeout', 'the time is up'));
    await expect(answered).rejects.toMatchObject({ outcome: 'timeout' });
  });
});

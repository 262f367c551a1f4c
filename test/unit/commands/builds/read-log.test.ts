import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../commands/builds/read-log.ts';
import type { Builds, LogPart } from '../../../../src/context/builds.ts';
import { hastyClock } from '../../../support/service.ts';

/** Reads a log of these parts, one at a look. */
async function read(parts: readonly Omit<LogPart, 'next'>[], follow = true) {
  const clock = hastyClock();
  let looks = 0;
  const log = async (_: unknown, from: string): Promise<LogPart> => {
    const part = parts[looks++] ?? { text: '', hasMore: false };
    return { ...part, next: part.text === '' ? from : `${looks}` };
  };
  const [builds, signal] = [{ log } as unknown as Builds, new AbortController().signal];
  let text = '';
  for await (const lines of readLines({ job: 'shop', number: '1' }, { builds, follow, clock, signal })) text += lines;
  return { text, looks, slept: clock.slept };
}

const line = { text: 'line\n', hasMore: true };
const nothing = { text: '', hasMore: true };

describe('the log of a build', () => {
  it('is not looked at without a pause, however much is printed', async () => {
    expect(await read([line, line, line])).toEqual({ text: 'line\nline\nline\n', looks: 4, slept: [300, 300, 300] });
  });

  it('is read at once as far as it is there already', async () => {
    const more = { ...line, isBehind: true };
    expect(await read([more, more, line])).toEqual({ text: 'line\nline\nline\n', looks: 4, slept: [300] });
  });

  it('is looked at ever more rarely where nothing comes', async () => {
    const { slept } = await read([line, ...Array.from({ length: 7 }, () => nothing), line]);
    expect(slept).toEqual([300, 600, 1200, 2400, 4800, 5000, 5000, 5000, 300]);
  });

  it('that is not followed ends with what is there, also where it never stands still', async () => {
    expect(await read([{ ...line, isBehind: true }, line, line, line], false)).toMatchObject({ looks: 2, slept: [] });
  });
});

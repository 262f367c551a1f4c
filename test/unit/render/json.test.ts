import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import { asJson } from '../../../src/render/json.ts';
import { terminalSink } from '../../../src/render/terminal.ts';

/** What stdout and stderr get, through the very terminal that people use. */
async function print(...events: Event[]): Promise<{ stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const streamTo = (stream: 'stdout' | 'stderr') =>
    new Writable({
      decodeStrings: false,
      write: (chunk: string, _, done) => {
        printed[stream] += chunk;
        done();
      },
    });
  const sink = asJson(
    terminalSink({
      stdout: streamTo('stdout'),
      stderr: streamTo('stderr'),
      color: true,
      live: false,
      hyperlinks: true,
      columns: () => 80,
    }),
  );
  for (const event of events) await sink(event);
  return printed;
}

const finished = (outcome: 'ok' | 'cancelled', exitCode: number): Event => ({
  type: 'finished',
  outcome,
  exitCode,
  ms: 1,
});
const result = (data: unknown): Event => ({ type: 'result', data, blocks: [text('for people')] });

it('prints the data of the result, and nothing else, on stdout', async () => {
  const { stdout, stderr } = await print(
    { type: 'line', stream: 'stdout', text: 'a program speaks' },
    { type: 'step', id: 1, title: 'Build', state: 'done' },
    result({ app: 'web', at: new Date(0), count: 12345678901234567890n }),
    finished('ok', 0),
  );
  expect(stdout).toBe(
    '{\n  "app": "web",\n  "at": "1970-01-01T00:00:00.000Z",\n  "count": "12345678901234567890"\n}\n',
  );
  expect(stderr).toContain('a program speaks\n');
});

it('prints the result of a run that goes on at once and on one line, and nothing after it', async () => {
  const ready: Event = { type: 'result', data: { page: 'p', people: [{ name: 'Ana' }] }, blocks: [], isReady: true };
  const line = '{"page":"p","people":[{"name":"Ana"}]}\n';
  expect((await print(ready)).stdout).toBe(line);
  expect((await print(ready, result({ a: 1 }), finished('ok', 0))).stdout).toBe(line);
});

it('prints an error as an object on stdout, and for people on stderr', async () => {
  const { stdout, stderr } = await print(
    {
      type: 'error',
      outcome: 'retry',
      exitCode: 75,
      message: 'Locked',
      hint: 'ops history',
      details: { by: 'Ana' },
      run: 'r1',
    },
    finished('cancelled', 75),
  );
  expect(JSON.parse(stdout)).toEqual({
    error: {
      outcome: 'retry',
      exitCode: 75,
      message: 'Locked',
      hint: 'ops history',
      details: { by: 'Ana' },
      run: 'r1',
    },
  });
  expect(stderr).toContain('Locked');
});

describe('stdout is exactly one object', () => {
  const error: Event = { type: 'error', outcome: 'bug', exitCode: 70, message: 'Oh' };
  it.each<[string, Event[], unknown]>([
    ['where a result is followed by an error', [result({ a: 1 }), error, finished('ok', 70)], { a: 1 }],
    ['where there are two results', [result({ a: 1 }), result({ a: 2 })], { a: 1 }],
    ['where a run ends without a word', [finished('ok', 0)], {}],
    [
      'where a run is stopped without a word',
      [finished('cancelled', 130)],
      { error: { outcome: 'cancelled', exitCode: 130, message: 'The run ended: cancelled' } },
    ],
    ['where there is no data', [result(undefined)], {}],
  ])('%s', async (_, events, object) => {
    expect(JSON.parse((await print(...events)).stdout)).toEqual(object);
  });

  it('where the data cannot be JSON and the error says so', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const printed: Event[] = [];
    const sink = asJson((event) => void printed.push(event));
    expect(() => sink(result(circular))).toThrow('circular');
    void sink(error);
    expect(printed.map((event) => event.type)).toEqual(['result', 'error']);
  });
});

it('comes out of the terminal as it went in, whatever text it holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ noUnicodeString: false, stringUnit: 'binary' }), async (value) => {
      const data = { value };
      expect(JSON.parse((await print(result(data))).stdout)).toEqual(JSON.parse(JSON.stringify(data)));
    }),
    { numRuns: 200, examples: [['\u0000\u001b[31m\t\u007f\u009b\u2028\u202e\ud800\r\n  ']] },
  );
});

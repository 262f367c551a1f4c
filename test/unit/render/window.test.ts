import { describe, expect, it } from 'vitest';
import { code, text } from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import { spansText } from '../../../src/render/line.ts';
import { createWindow } from '../../../src/render/window.ts';

const line = (words: string, stream: 'stdout' | 'stderr' = 'stdout'): Event => ({ type: 'line', stream, text: words });
const step = (id: number, title: string, state: 'running' | 'done'): Event => ({ type: 'step', id, title, state });

function show(events: Iterable<Event>, limits = { head: 20, tail: 20 }) {
  const window = createWindow(limits);
  for (const event of events) window.add(event);
  const { head, omitted, tail } = window.lines();
  const words = (lines: typeof head) => lines.map(({ spans }) => spansText(spans));
  return { head: words(head), omitted, tail: words(tail), live: words(window.live()), whole: window.isWhole(), window };
}

describe('what fits', () => {
  it('is kept as it is, in the order in which it came', () => {
    const { head, tail, omitted, whole } = show(
      [
        line('one\n\u001b[31mtwo'),
        { type: 'note', level: 'info', blocks: [text('note')] },
        line('three', 'stderr'),
        line(''),
      ],
      { head: 10, tail: 100 },
    );
    expect([...head, ...tail]).toEqual(['one', 'two', 'note', 'three', '']);
    expect({ omitted, whole }).toEqual({ omitted: 0, whole: true });
  });

  it('keeps a style that lasts from the beginning into the end', () => {
    const { window } = show([line('\u001b[31mabc'), line('def')], { head: 9, tail: 20 });
    expect(window.lines().tail[0]?.spans).toEqual([{ text: 'def', style: { color: 'red' } }]);
  });
});

describe('what does not fit', () => {
  it('takes no addresses along that nobody has room for', () => {
    const link = (at: number) => `\u001b]8;;https://x.example/${'a'.repeat(100)}${at}\u001b\\w\u001b]8;;\u001b\\`;
    const { window } = show([line(Array.from({ length: 500 }, (_, at) => link(at)).join(''))], {
      head: 300,
      tail: 300,
    });
    const { head, tail } = window.lines();
    const spans = [...head, ...tail].flatMap((one) => one.spans);
    const addresses = spans.map(({ link: address = '' }) => address.length);
    expect(addresses.some((length) => length > 100)).toBe(true);
    expect(addresses.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(600);
  });

  it('leaves out whole lines in the middle and says how many', () => {
    const { head, omitted, tail, whole, window } = show(
      Array.from({ length: 100 }, (_, index) => line(`line ${index}`)),
    );
    expect({ head, omitted, tail, whole }).toEqual({
      head: ['line 0', 'line 1'],
      omitted: 96,
      tail: ['line 98', 'line 99'],
      whole: false,
    });
    expect(window.total()).toEqual({ lines: 100, characters: 790 });
  });

  it('finds the same, however the lines arrive', () => {
    const lines = Array.from({ length: 100 }, (_, index) => 'x'.repeat(index % 7));
    const each = show(lines.map((words) => line(words)));
    const { window: _, ...expected } = each;
    for (const size of [2, 3, 10, 99, 100]) {
      const chunks = Array.from({ length: Math.ceil(100 / size) }, (_, index) =>
        line(lines.slice(index * size, (index + 1) * size).join('\n')),
      );
      expect(show(chunks)).toMatchObject(expected);
    }
  });

  it('once a line was too long for the beginning, no later one gets there', () => {
    expect(show([line('a'), line('x'.repeat(20)), line('b')], { head: 10, tail: 30 })).toMatchObject({
      head: ['a'],
      tail: ['x'.repeat(20), 'b'],
    });
  });

  it('shows the beginning and the end of a line too long for either', () => {
    expect(show([line(`${'a'.repeat(1000)}${'b'.repeat(1000)}`)])).toMatchObject({
      head: [`${'a'.repeat(18)}…`],
      omitted: 0,
      tail: [`…${'b'.repeat(18)}`],
      whole: false,
    });
  });

  it('counts a line that was cut as shown', () => {
    expect(show([line('x'.repeat(100)), line('y'.repeat(19)), line('z')])).toMatchObject({ omitted: 1, tail: ['z'] });
  });

  it('never cuts an emoji or a code in half', () => {
    const { head, tail } = show([line('🚀'.repeat(100))]);
    expect(head[0]).toBe(`${'🚀'.repeat(9)}…`);
    expect(tail[0]).toBe(`…${'🚀'.repeat(9)}`);
    expect(show([line(`${'x'.repeat(100)}\u001b[31mred\u001b[0m`)]).tail).toEqual([`…${'x'.repeat(15)}red`]);
  });

  it('shows a picture within a program that prints by its name', () => {
    const name = Buffer.from('load.png').toString('base64');
    expect(
      show([line('first'), line(`\u001b]1337;File=inline=1;name=${name}:${'QUJD'.repeat(50_000)}\u0007`)]),
    ).toMatchObject({
      head: ['first'],
      tail: ['[image load.png]'],
      omitted: 0,
      whole: true,
    });
  });

  it('shows an endless progress bar as it stands', () => {
    const bar = Array.from({ length: 5000 }, (_, index) => `\r${index}%`).join('');
    expect(show([line(bar)])).toMatchObject({ head: ['4999%'], omitted: 0, whole: true });
  });

  it('is told by its size where it is a line without an end, which comes in pieces', () => {
    const million = 2 ** 20;
    const pieces = Array.from({ length: 100 }, () => line('x'.repeat(million)));
    const last: Event = {
      ...line('x'.repeat(million)),
      omitted: { lines: 200, characters: 200 * (million + 1) },
    } as Event;
    const { window, omitted } = show([...pieces, last, line('end')]);
    expect(omitted).toBe(300);
    expect(window.lines().bulk).toBe(301 * (million + 1) - 20);
    expect(show([line('a\n'.repeat(100))]).window.lines().bulk).toBeUndefined();
  });

  it('cuts long results too', () => {
    const { head, omitted, tail } = show([
      { type: 'result', data: {}, blocks: [code(`${'x'.repeat(50)}\n`.repeat(10))] },
    ]);
    expect({ head, omitted, tail }).toEqual({ head: [`${'x'.repeat(18)}…`], omitted: 8, tail: [`…${'x'.repeat(18)}`] });
  });
});

describe('steps', () => {
  it('are live while they run and stand where they ended', () => {
    const events = [step(1, 'A', 'running'), step(2, 'B', 'running'), line('out'), step(2, 'B', 'done'), line('more')];
    expect(show(events)).toMatchObject({ head: ['out', '✓ B', 'more'], live: ['… A'] });
  });

  it('are not live after the run', () => {
    expect(
      show([step(1, 'A', 'running'), { type: 'finished', outcome: 'cancelled', exitCode: 130, ms: 1 }]).live,
    ).toEqual([]);
  });
});

describe('200 MB of output', () => {
  const chunkOf = (words: string) => words.repeat(Math.ceil(65_536 / words.length)).slice(0, 65_536);
  it.each([
    ['many lines', chunkOf('a line of a program that says much about very little\n')],
    ['empty lines', chunkOf('\n')],
    ['endless lines', chunkOf('x')],
    ['coloured lines', chunkOf('\u001b[32mok\u001b[0m a line with colours, as test programs print them\n')],
  ])('as %s needs no more memory than it shows', (_, chunk) => {
    const window = createWindow({ head: 1000, tail: 2000 });
    // A buffer each time, as from a pipe, so that nothing is shared.
    const bytes = Buffer.from(chunk);
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < 3200; index += 1) window.add(line(bytes.toString('latin1')));
    expect(window.total().characters).toBeGreaterThan(200_000_000);
    expect(JSON.stringify(window.lines()).length).toBeLessThan(300_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
  });
});

describe('a line that is not whole yet', () => {
  const progress = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): Event => ({
    type: 'progress',
    stream,
    text,
  });
  const shown = (events: readonly Event[]) =>
    show(events)
      .window.progress()
      .map(({ spans }) => spansText(spans));

  it.each<[string, Event[], string[]]>([
    ['is shown, the newest of it', [progress('10 %'), progress('20 %')], ['20 %']],
    ['is shown for each stream, the newest last', [progress('a'), progress('b', 'stderr'), progress('c')], ['b', 'c']],
    ['is shown no more once it is empty', [progress('a'), progress('')], []],
    ['gives way to the line of its stream', [progress('a'), progress('b', 'stderr'), line('c')], ['b']],
    ['is shown no more after the run', [progress('a'), { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 }], []],
    ['is shown as it stands, whatever stood there before', [progress('10 %\r\x1b[31m20 %\x1b[K')], ['20 %']],
    ['is cut where it is long', [progress('x'.repeat(500))], [`${'x'.repeat(199)}…`]],
  ])('%s', (_, events, lines) => {
    expect(shown(events)).toEqual(lines);
  });

  it('is no part of the output', () => {
    const { window, head, live, whole } = show([line('a'), progress('b')]);
    expect({ head, live, whole, total: window.total() }).toEqual({
      head: ['a'],
      live: [],
      whole: true,
      total: { lines: 1, characters: 2 },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/context/events.ts';
import { createWindow } from '../../../src/render/window.ts';
import { createBatch } from '../../../src/run/batch.ts';

const line = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): Event => ({ type: 'line', stream, text });
const note = (text: string): Event => ({ type: 'note', level: 'info', blocks: [{ type: 'text', text }] });

function batched(events: readonly Event[]) {
  const batch = createBatch();
  for (const event of events) batch.add(event);
  return batch;
}

const linesIn = (events: readonly Event[]): number =>
  events.reduce(
    (sum, event) => sum + (event.type === 'line' ? event.text.split('\n').length + (event.omitted?.lines ?? 0) : 0),
    0,
  );

describe('a batch', () => {
  it('holds all of what is little, lines of one stream as one', () => {
    const batch = batched([line('a'), line('b'), line('c', 'stderr'), note('n'), line('d')]);
    expect([batch.isEmpty(), batch.lines(), batch.size()]).toEqual([false, 5, 5 + 256]);
    expect(batch.take()).toEqual([line('a\nb'), line('c', 'stderr'), note('n'), line('d')]);
    expect([batch.isEmpty(), batch.lines(), batch.size()]).toEqual([true, 0, 0]);
  });

  it('holds an empty line', () => {
    expect(batched([line('')]).isEmpty()).toBe(false);
  });

  it('of much holds the first, the newest and all that is no line, and counts the rest', () => {
    const numbered = Array.from({ length: 2000 }, (_, at) => line(`${at} ${'x'.repeat(200)}`));
    const batch = batched([...numbered.slice(0, 1000), note('half'), ...numbered.slice(1000)]);
    expect(batch.lines()).toBeLessThanOrEqual(2 ** 16);
    const events = batch.take();
    expect(events).toContainEqual(note('half'));
    expect(linesIn(events)).toBe(2000);
    const [first, last] = [events[0], events.at(-1)];
    expect([
      first?.type === 'line' && first.text.slice(0, 2),
      last?.type === 'line' && last.text.slice(-205, -200),
    ]).toEqual(['0 ', '1999 ']);
  });

  it('keeps the beginning, in however many pieces it came', () => {
    const batch = batched([line('first')]);
    batch.take();
    for (let at = 0; at < 10; at++) batch.add(line(`${at} ${'x'.repeat(2 ** 15)}`));
    expect(batch.take()[0]).toMatchObject({ text: expect.stringMatching(/^0 /) });
  });

  it('leaves out what came first once that is sent', () => {
    const batch = batched([line('first'.repeat(500))]);
    batch.take();
    for (let at = 0; at < 10; at++) batch.add(line('x'.repeat(2 ** 15)));
    const events = batch.take();
    expect(linesIn(events)).toBe(10);
    expect(events).toHaveLength(2);
  });

  it('never leaves out the last lines, however long the first are', () => {
    const batch = batched([line('x'.repeat(2 ** 18)), line('short')]);
    expect(batch.take().at(-1)).toEqual(line('short'));
  });
});

describe('what a room shows of a batch', () => {
  const text = fc.record({ width: fc.nat({ max: 500 }), lines: fc.integer({ min: 1, max: 60 }) });

  it('is what it would show of all', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.nat({ max: 30 }), (texts, sentAfter) => {
        const events = texts.map(({ width, lines }, at) => line(`${at} ${`${'y'.repeat(width)}\n`.repeat(lines)}end`));
        const limits = { head: 1000, tail: 2000 };
        const [all, some] = [createWindow(limits), createWindow(limits)];
        for (const event of events) all.add(event);
        const batch = createBatch();
        for (const [at, event] of events.entries()) {
          batch.add(event);
          if (at === sentAfter) for (const sent of batch.take()) some.add(sent);
        }
        for (const sent of batch.take()) some.add(sent);
        expect(some.lines()).toEqual(all.lines());
        expect(some.isWhole()).toBe(all.isWhole());
      }),
    );
  });
});

describe('a line that is not whole yet', () => {
  const progress = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): Event => ({
    type: 'progress',
    stream,
    text,
  });

  it('waits as the newest of its stream only', () => {
    const batch = batched([progress('1'), progress('a', 'stderr'), progress('2'), note('n'), progress('3')]);
    expect([batch.size(), batch.lines()]).toEqual([3 * 256, 0]);
    expect(batch.take()).toEqual([progress('a', 'stderr'), note('n'), progress('3')]);
  });

  it('waits no more once there is a line, and parts no lines', () => {
    const batch = batched([line('a'), progress('1'), progress('2', 'stderr'), line('b')]);
    expect(batch.take()).toEqual([line('a'), progress('2', 'stderr'), line('b')]);
    expect(batched([line('a'), progress('1'), line('b')]).take()).toEqual([line('a\nb')]);
  });
});

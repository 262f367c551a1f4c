import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchUnfinished } from '../../../src/system/unfinished.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream's last line, and what is told of it. */
function follow() {
  let line = '';
  const told: string[] = [];
  const watch = watchUnfinished(
    () => line,
    (text) => void told.push(text),
  );
  const write = (text: string, lines = false): void => {
    line = text;
    watch.heard(lines);
  };
  const after = (ms: number): string[] => {
    vi.advanceTimersByTime(ms);
    return told.splice(0);
  };
  return { write, after, end: watch.end };
}

it('a line is told once it has stood for a while', () => {
  const { write, after } = follow();
  write('Password: ');
  expect(after(249)).toEqual([]);
  expect(after(1)).toEqual(['Password: ']);
  expect(after(10_000)).toEqual([]);
});

it('a line that is written over is told four times a second, the newest of it', () => {
  const { write, after } = follow();
  const told = Array.from({ length: 1000 }, (_, at) => {
    write(`${at}`);
    return after(1);
  }).flat();
  expect(told).toEqual(['249', '499', '749', '999']);
});

it('what a stream of lines ends in by chance is not told', () => {
  const { write, after } = follow();
  const told = Array.from({ length: 100 }, (_, at) => {
    write(`part ${at}`, true);
    return after(20);
  }).flat();
  expect(told).toEqual([]);
  expect(after(1000)).toEqual(['part 99']);
});

it('a line break ends it', () => {
  const { write, after } = follow();
  write('10 %');
  after(250);
  write('', true);
  expect(after(250)).toEqual(['']);
  expect(after(10_000)).toEqual([]);
});

it('the end of the stream does too, at once', () => {
  const { write, after, end } = follow();
  write('10 %');
  after(250);
  write('20 %');
  end();
  expect(after(10_000)).toEqual(['']);
});

it('a line that was never told needs no end', () => {
  const { write, after, end } = follow();
  write('10 %');
  end();
  expect(after(10_000)).toEqual([]);
});

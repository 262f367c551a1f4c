import type { Span } from '../context/blocks.ts';
import { formatDuration } from '../context/duration.ts';
import type { Event } from '../context/events.ts';
import { inlineLine } from './inline.ts';
import { spansWidth } from './line.ts';
import { createProgressLines } from './progress.ts';
import { splitCells } from './width.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
export const frameTime = 100;
const mostRows = 8;
const shownAfter = 1000;

interface Running {
  title: Span[];
  since: number;
}

/** The steps that run now, and below them what programs have not written to its end, as rows at the bottom of a screen. */
export interface LiveArea {
  start(id: number, title: string, now: number): void;
  end(id: number): void;
  /** True where the event tells of what a program has not written to its end. */
  follow(event: Event): boolean;
  /** Whether a step runs, so that time shows. */
  isRunning(): boolean;
  clear(): void;
  isEmpty(): boolean;
  /** One row a step, no wider than the columns. */
  rows(now: number, columns: number): Span[][];
}

export function createLiveArea(): LiveArea {
  const running = new Map<number, Running>();
  const progress = createProgressLines();
  const row = ({ title, since }: Running, now: number, columns: number): Span[] => {
    const frame = frames[Math.floor(now / frameTime) % frames.length] ?? '';
    const elapsed = now - since;
    const time = elapsed < shownAfter ? '' : ` (${formatDuration(Math.floor(elapsed / 1000) * 1000)})`;
    const mark: Span = { text: `${frame} `, style: { color: 'cyan' } };
    return [mark, ...cutToWidth(title, columns - 2 - time.length), { text: time, style: { dim: true } }];
  };
  return {
    start: (id, title, now) => running.set(id, { title: inlineLine(title), since: running.get(id)?.since ?? now }),
    end: (id) => running.delete(id),
    clear: () => running.clear(),
    follow: progress.follow,
    isRunning: () => running.size > 0,
    isEmpty: () => running.size === 0 && progress.lines().length === 0,
    rows(now, columns) {
      const steps = [...running.values()];
      const shown = steps.length > mostRows ? steps.slice(0, mostRows - 1) : steps;
      const more: Span = { text: `  … and ${steps.length - shown.length} more`, style: { dim: true } };
      const rows = shown.map((step) => row(step, now, columns));
      const unfinished = progress.lines().map(({ spans }) => cutToWidth(spans, columns));
      return [...rows, ...(shown.length === steps.length ? [] : [[more]]), ...unfinished];
    },
  };
}

/** As much of the spans as fits, with `…` where something was left out. */
function cutToWidth(spans: readonly Span[], columns: number): Span[] {
  if (spansWidth(spans) <= columns) return [...spans];
  const cut: Span[] = [];
  let room = columns - 1;
  for (const { text, style } of spans) {
    let kept = '';
    for (const cell of splitCells(text)) {
      room -= cell.width;
      if (room < 0) return [...cut, { text: `${kept}…`, style: style ?? {} }];
      kept += cell.text;
    }
    cut.push({ text: kept, style: style ?? {} });
  }
  return cut;
}

import type { BarChart } from '../context/chart.ts';
import { type Measure, printable } from './text.ts';
import { clockWord, dayWord } from './time.ts';

const day = 86_400_000;

export interface BarTick {
  /** Which bar. */
  value: number;
  lines: string[];
}

/** What stands below bars: of the newest, and of as many before it, evenly, as there is room for. */
export function barTicks({ bars }: BarChart, room: number, measure: Measure): BarTick[] {
  const first = bars[0]?.at ?? 0;
  const last = bars.at(-1)?.at ?? 0;
  const timeWord = last - first < day ? clockWord : dayWord;
  const all = bars.map(({ label, at }, value) => ({ value, lines: [printable(label), timeWord(at)] }));
  const widest = Math.max(1, ...all.flatMap(({ lines }) => lines.map(measure)));
  const most = Math.max(1, Math.floor(room / (widest + 28)));
  const step = Math.ceil(all.length / most);
  return all.filter(({ value }) => (all.length - 1 - value) % step === 0);
}

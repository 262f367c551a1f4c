import type { LineChart } from '../context/chart.ts';

/** Where a line goes; `isGap` where it has no value of its own, though what lies on it may. */
export interface Point {
  x: number;
  y: number;
  isGap: boolean;
}

/** Of each series, as it is drawn: those of a stack each lie on the one before. */
export function pointsOf({ series, isStacked = false, isLogarithmic = false }: LineChart): Point[][] {
  const isShown = (value: number | null | undefined): value is number =>
    value !== null && value !== undefined && Number.isFinite(value) && !(isLogarithmic && value <= 0);
  if (!isStacked) {
    return series.map(({ points }) =>
      points.map(([x, y]) => (isShown(y) ? { x, y, isGap: false } : { x, y: Number.NaN, isGap: true })),
    );
  }
  const piles = { now: new Map<number, number>(), earlier: new Map<number, number>() };
  const times = (isEarlier: boolean): number[] => {
    const all = series.filter((each) => (each.isEarlier ?? false) === isEarlier).flatMap(({ points }) => points);
    return [...new Set(all.filter(([, y]) => isShown(y)).map(([x]) => x))].sort((one, other) => one - other);
  };
  const [now, earlier] = [times(false), times(true)];
  return series.map(({ points, isEarlier = false }) => {
    const pile = isEarlier ? piles.earlier : piles.now;
    const own = new Map(points);
    const filled = (isEarlier ? earlier : now).map((x): Point => {
      const y = own.get(x);
      const height = (pile.get(x) ?? 0) + (isShown(y) ? y : 0);
      pile.set(x, height);
      return { x, y: height, isGap: !isShown(y) };
    });
    return withGaps(filled, points);
  });
}

/** Where no series has a value, the whole pile has a gap. */
function withGaps(filled: readonly Point[], points: LineChart['series'][number]['points']): Point[] {
  const known = new Set(filled.map(({ x }) => x));
  const missing = points.filter(([x]) => !known.has(x)).map(([x]) => ({ x, y: Number.NaN, isGap: true }));
  return [...filled, ...missing].sort((one, other) => one.x - other.x);
}

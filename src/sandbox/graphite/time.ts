const units: readonly [RegExp, number][] = [
  [/^s(?:ec(?:ond)?s?)?$/, 1],
  [/^m(?:in(?:ute)?s?)?$/, 60],
  [/^h(?:ours?)?$/, 3600],
  [/^d(?:ays?)?$/, 86_400],
  [/^w(?:eeks?)?$/, 7 * 86_400],
  [/^mon(?:ths?)?$/, 30 * 86_400],
  [/^y(?:ears?)?$/, 365 * 86_400],
];

/** `10min`, `2h` → seconds. */
export function secondsOf(written: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d+)([a-z]+)$/.exec(written) ?? [];
  const [, size] = units.find(([pattern]) => pattern.test(unit)) ?? [];
  return size === undefined ? undefined : Number(count) * size;
}

/** `-2h`, `now`, or seconds since 1970; undefined for what is none of these. */
export function timeOf(written: string, now: number): number | undefined {
  if (written === 'now') return now;
  if (/^\d{9,}$/.test(written)) return Number(written);
  const seconds = written.startsWith('-') ? secondsOf(written.slice(1)) : undefined;
  return seconds === undefined ? undefined : now - seconds;
}

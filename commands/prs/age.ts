const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** How long ago, in one word: `40 min`, `7 h`, `3 d`. */
export function ageWord(ms: number): string {
  if (ms < hour) return `${Math.max(0, Math.floor(ms / minute))} min`;
  return ms < 2 * day ? `${Math.floor(ms / hour)} h` : `${Math.floor(ms / day)} d`;
}

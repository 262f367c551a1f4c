import { readFileSync } from 'node:fs';

/** Hundredths of a second, of all processors. https://man7.org/linux/man-pages/man5/proc_stat.5.html */
interface Spent {
  used: number;
  /** Wanted, and given to other machines of the same host. */
  stolen: number;
}

function readSpent(stat: string): Spent | undefined {
  const [user, nice, system, , , interrupts, soft, stolen] = (/^cpu +([\d ]+)$/m.exec(stat)?.[1] ?? '')
    .split(' ')
    .map(Number);
  if (stolen === undefined) return undefined;
  return { used: (user ?? 0) + (nice ?? 0) + (system ?? 0) + (interrupts ?? 0) + (soft ?? 0), stolen };
}

/** Tells how much of the processors' time that was wanted since then the host of a virtual machine gave to others. */
export function watchHost(): () => string {
  const before = spent();
  return () => {
    const now = spent();
    if (before === undefined || now === undefined) return '';
    const [used, stolen] = [now.used - before.used, now.stolen - before.stolen];
    return ` · the host held back ${((100 * stolen) / Math.max(1, used + stolen)).toFixed(0)} % of the processors' time`;
  };
}

function spent(): Spent | undefined {
  try {
    return readSpent(readFileSync('/proc/stat', 'utf8'));
  } catch {
    return undefined;
  }
}

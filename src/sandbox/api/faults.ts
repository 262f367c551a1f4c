export interface Fault {
  /** This HTTP status, with an empty body. */
  status?: number;
  /** `ok: false` with this name. */
  error?: string;
  /** 429, with so many seconds of Retry-After. */
  rateLimited?: number;
  /** No answer at all, until the client gives up. */
  hang?: boolean;
  /** The connection is cut instead of an answer. */
  drop?: boolean;
  /** The answer, or the fault, comes so many milliseconds later. */
  delayMs?: number;
  /** Before the call has its effect, or after it: the message is stored and the answer is lost. @default 'before' */
  when?: 'before' | 'after';
  /** How many calls meet it. @default 1 */
  times?: number;
}

export interface Faults {
  /** The next calls of the method (`*` for any, `upload` for the bytes of a file) meet this fault. Several wait in line. */
  next(method: string, fault: Fault): void;
  /** Forgets all faults to come. */
  clear(): void;
}

export interface FaultLine extends Faults {
  take(method: string): Fault | undefined;
}

export function createFaults(): FaultLine {
  const lines = new Map<string, { fault: Fault; left: number }[]>();
  return {
    next(method, fault) {
      lines.set(method, [...(lines.get(method) ?? []), { fault, left: fault.times ?? 1 }]);
    },
    clear: () => lines.clear(),
    take(method) {
      const line = lines.get(method)?.length ? lines.get(method) : lines.get('*');
      const first = line?.[0];
      if (!line || !first) return undefined;
      first.left -= 1;
      if (first.left <= 0) line.shift();
      return first.fault;
    },
  };
}

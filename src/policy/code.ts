/** What came of a code, oldest last. */
export interface CodeTry {
  /** `typed`: others could read it. `lifted`: an administrator ended a lock-out. */
  result: 'accepted' | 'wrong' | 'used' | 'locked' | 'typed' | 'lifted';
  /** The number of the 30 seconds that it was of. */
  step?: number;
  at: Date;
}

export interface CodeStanding {
  /** No code of it, or of an earlier one, is taken any more. */
  lastStep: number;
  /** Wrong ones since the last that was right. */
  wrong: number;
  /** None is taken until then. */
  locked: Date | undefined;
}

export type CodeVerdict =
  | { result: 'accepted'; step: number }
  | { result: 'used'; step: number }
  /** `left`: so many more until the next lock-out. */
  | { result: 'wrong'; left: number; until?: Date }
  | { result: 'locked'; until: Date };

const mostWrong = 5;
/** Milliseconds of the first lock-out; each further one lasts twice as long. */
const [first, longest] = [15 * 60_000, 24 * 3_600_000];

/** How somebody's codes stand, from what came of them; newest first. */
export function codeStanding(tries: readonly CodeTry[], now: Date): CodeStanding {
  const end = tries.findIndex(({ result }) => result === 'accepted' || result === 'lifted');
  const wrong = tries.slice(0, end === -1 ? undefined : end).filter(({ result }) => result === 'wrong');
  const until = lockedUntil(wrong);
  return {
    lastStep: Math.max(...tries.flatMap(({ step }) => step ?? []), Number.NEGATIVE_INFINITY),
    wrong: wrong.length,
    locked: until !== undefined && now < until ? until : undefined,
  };
}

function lockedUntil([last, ...before]: readonly CodeTry[]): Date | undefined {
  const count = before.length + 1;
  if (last === undefined || count % mostWrong !== 0) return undefined;
  return new Date(last.at.getTime() + Math.min(first * 2 ** (count / mostWrong - 1), longest));
}

/** What is to come of a code: of step `step`, or of none. While none is taken, nobody learns whether it was right. */
export function judgeCode(step: number | undefined, tries: readonly CodeTry[], now: Date): CodeVerdict {
  const { locked, lastStep, wrong } = codeStanding(tries, now);
  if (locked !== undefined) return { result: 'locked', until: locked };
  if (step === undefined) {
    const until = lockedUntil([
      { result: 'wrong', at: now },
      ...Array<CodeTry>(wrong).fill({ result: 'wrong', at: now }),
    ]);
    const left = (mostWrong - ((wrong + 1) % mostWrong)) % mostWrong;
    return { result: 'wrong', left, ...(until === undefined ? {} : { until }) };
  }
  return step <= lastStep ? { result: 'used', step } : { result: 'accepted', step };
}

import { formatDuration } from '../../context/duration.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { ordinal } from '../../render/ordinal.ts';
import type { Asker, Reason } from '../../run/ledger.ts';
import type { Full, Place, Turns } from '../../run/turns.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { literal } from './whisper.ts';

/** A line that waits: whose it is, and where they are to hear of it. */
export interface Waiting extends Asker {
  user: string;
  channel: string;
  thread: string | undefined;
  /** As it may be shown. */
  argv: readonly string[];
}

/** What is said of lines that have to wait. */
export interface InLine {
  /** To be told when it ends, or runs. */
  enter(line: Waiting): Disposable;
  /** Tells the sender where the line stands, once; false where it stands in no line and did not before. */
  tell(run: string): Promise<boolean>;
  refusal(asker: Asker): OpsError | undefined;
}

/** Much that one person typed at once is told in one message. */
export function createInLine(turns: Pick<Turns, 'placeOf' | 'full'>, delivery: Pick<Delivery, 'whisper'>): InLine {
  const lines = new Map<string, Waiting & { isTold?: true }>();
  return {
    enter: (line) => {
      lines.set(line.run, line);
      return { [Symbol.dispose]: () => void lines.delete(line.run) };
    },
    tell: async (run) => {
      const line = lines.get(run);
      if (line?.isTold) return true;
      if (line === undefined || turns.placeOf(run) === undefined) return false;
      const waiting = [...lines.values()].flatMap((other) => {
        const at = other.isTold || !isBeside(other, line) ? undefined : turns.placeOf(other.run);
        return at === undefined ? [] : [{ other, at }];
      });
      for (const { other } of waiting) other.isTold = true;
      const [first] = waiting.sort((one, next) => one.at.place - next.at.place);
      if (first === undefined) return true;
      const words = placeWords(formatLine(first.other.argv), first.at, waiting.length - 1);
      await delivery.whisper(line.channel, line.thread, line.user, literal(words));
      return true;
    },
    refusal: (asker) => {
      const full = turns.full(asker);
      return full === undefined ? undefined : tooMany(full);
    },
  };
}

/** Whether the same person reads of both in the same place. */
function isBeside(one: Waiting, other: Waiting): boolean {
  return one.user === other.user && one.channel === other.channel && one.thread === other.thread;
}

/** `ops deploy uat is third in line`, and why. */
export function placeWords(line: string, { place, reason }: Place, more = 0): string {
  const others = more === 0 ? '' : `, and ${count(more, 'more line')} of yours after it`;
  return `${line} is ${ordinal(place)} in line${others}: ${reasonWords(reason)}`;
}

function reasonWords({ of, kind, count: many, ms }: Reason): string {
  if (kind === 'perMinute') {
    const whose = of === 'person' ? 'of yours ' : 'in this room ';
    const when = ms === undefined ? '' : `. It goes on in ${formatDuration(roundUp(ms))}`;
    return `${count(many, 'line')} ${whose}began within a minute, and no more do${when}`;
  }
  const whose = { person: ' of yours', room: ' in this room', all: '' }[of];
  return `${count(many, 'line')}${whose} ${many === 1 ? 'runs' : 'run'}, and no more do at once`;
}

function tooMany({ of, waiting, ms }: Full): OpsError {
  const whose = of === 'person' ? 'of yours' : 'in this room';
  const when = ms === undefined ? 'when one of those that run has ended' : `in ${formatDuration(roundUp(ms))}`;
  return new OpsError(
    'retry',
    `${count(waiting, 'line')} ${whose} ${waiting === 1 ? 'waits' : 'wait'} already, and no more may: this one was not run`,
    {
      hint: `type it again ${when}`,
    },
  );
}

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;
const roundUp = (ms: number): number => Math.max(1000, Math.ceil(ms / 1000) * 1000);

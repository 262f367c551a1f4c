import { OpsError } from '../context/errors.ts';
import { formatLine } from '../context/line.ts';
import { formatDuration } from '../render/duration.ts';
import type { Asker, Reason } from '../run/ledger.ts';
import type { Full, Place, Turns } from '../run/turns.ts';
import type { Content, Delivery } from './deliver.ts';
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
  /** Tells the sender where the line stands, or else what `content` says. What was told of before is not told again. */
  tell(run: string, content: () => Content): Promise<void>;
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
    tell: async (run, content) => {
      const line = lines.get(run);
      if (line === undefined || line.isTold) return;
      const { channel, thread, user } = line;
      const place = turns.placeOf(run);
      if (place === undefined) return delivery.whisper(channel, thread, user, content());
      const mine = [...lines.values()].filter(
        (other) => other.user === user && other.channel === channel && other.thread === thread && !other.isTold,
      );
      const waiting = mine.flatMap((other) => {
        const at = turns.placeOf(other.run);
        if (at !== undefined) other.isTold = true;
        return at === undefined ? [] : [{ line: other, at }];
      });
      const [first, ...rest] = waiting.sort((one, other) => one.at.place - other.at.place);
      const next = first ?? { line, at: place };
      await delivery.whisper(
        channel,
        thread,
        user,
        literal(placeWords(formatLine(next.line.argv), next.at, rest.length)),
      );
    },
    refusal: (asker) => {
      const full = turns.full(asker);
      return full === undefined ? undefined : tooMany(full);
    },
  };
}

const ordinals = ['next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `ops deploy uat is third in line`, and why. */
export function placeWords(line: string, { place, reason }: Place, more = 0): string {
  const others = more === 0 ? '' : `, and ${count(more, 'more line')} of yours after it`;
  return `${line} is ${ordinals[place - 1] ?? `number ${place}`} in line${others}: ${reasonWords(reason)}`;
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

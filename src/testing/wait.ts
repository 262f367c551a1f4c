import type { Journal, RunRecord } from '../context/journal.ts';
import { type Message, type Posted, type Sandbox, SandboxError } from '../sandbox/server.ts';
import { answeredKind } from '../slack/answer/answered.ts';
import { refusalsTo } from './answer.ts';
import type { Listener } from './listener.ts';
import { readText } from './names.ts';

export interface Waiting {
  slack: Sandbox;
  journal: Journal;
  listener: Listener;
  /** The `ts` of refusals whose lines are known. */
  told: Set<string>;
  /** Milliseconds. */
  timeout: number;
}

export type Said = Posted & { text: string; person: string };

const lookEvery = 10;
/** Milliseconds: a line that was taken in and is no run is told so at once, or is talk. */
const talkAfter = 3000;

/** Resolves with the run that a line became, or with what its sender was told instead. */
export async function taken(said: Said, waiting: Waiting): Promise<RunRecord | Message> {
  const { slack, journal, told } = waiting;
  let acknowledged: number | undefined;
  return look(said, waiting, async () => {
    const runs = await journal.runs({ limit: 100 });
    const run = runs.find(({ origin }) => origin.type === 'room' && origin.message === said.ts);
    if (run !== undefined) return run;
    const refusal = refusalsTo(said.person, said, slack).find(({ ts }) => !told.has(ts));
    if (refusal !== undefined) {
      told.add(refusal.ts);
      return refusal;
    }
    if (slack.isDelivered(said.ts)) acknowledged ??= performance.now();
    if (acknowledged === undefined || performance.now() - acknowledged < talkAfter) return undefined;
    throw noAnswer(said, 'the listener took it for talk and gives no answer', waiting);
  });
}

/** Resolves with a run that has ended, once the room was told all of it. */
export async function ended({ id }: RunRecord, said: Said, waiting: Waiting): Promise<RunRecord> {
  const { journal } = waiting;
  return look(said, waiting, async () => {
    const facts = await journal.facts({ kind: answeredKind });
    return facts.some(({ run }) => run === id) ? journal.run(id) : undefined;
  });
}

async function look<Found>(said: Said, waiting: Waiting, find: () => Promise<Found | undefined>): Promise<Found> {
  const until = performance.now() + waiting.timeout;
  let end: string | undefined;
  void waiting.listener.ended.then((how) => {
    end = how;
  });
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (end !== undefined) throw noAnswer(said, `the listener has ended: ${end}`, waiting);
    if (performance.now() > until) throw noAnswer(said, `no end came within ${waiting.timeout} ms`, waiting);
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
}

/** Everything that helps to see why. */
function noAnswer({ text, channel, ts }: Said, why: string, { slack, listener }: Waiting): SandboxError {
  const seen = slack.messages(channel).filter((message) => message.ts >= ts);
  const room = seen.map((message) => `  ${readText(message, slack).replaceAll('\n', '\n  ')}`).join('\n');
  const heard = listener.said().replaceAll('\n', '\n  ') || 'nothing';
  return new SandboxError(
    'timeout',
    `${JSON.stringify(text)}: ${why}\nin the room:\n${room}\nthe listener says:\n  ${heard}`,
  );
}

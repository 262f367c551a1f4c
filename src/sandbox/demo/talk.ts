import type { Context } from '../../index.ts';
import type { Demo } from './demo.ts';

/** A line that was typed in a room. */
export interface Typed<Answer> {
  at: Date;
  answer: Promise<Answer>;
  /** Resolves once the listener says that it has it. */
  delivered(): Promise<unknown>;
  /** The room says that it waits. */
  isWaiting(): boolean;
}

/** Milliseconds: what is no line, and no talk either, is told so as soon as the listener has it. */
const talkAfter = 3000;

/** Undefined where there is no answer: words that are no line may be talk, to which a room gives none. */
export async function answerUnlessTalk<Answer>(
  typed: Typed<Answer>,
  demo: Demo,
  context: Context,
): Promise<Answer | undefined> {
  const answered = new AbortController();
  const talk = async (): Promise<Answer | undefined> => {
    await typed.delivered();
    await context.clock.sleep(talkAfter, answered.signal);
    // A stranger is not shown the journal: the room says it too, a little later.
    const isTaken = (await hasRunSince(typed.at, demo, context)) ?? typed.isWaiting();
    return isTaken ? typed.answer : undefined;
  };
  try {
    return await Promise.race([typed.answer, talk()]);
  } finally {
    answered.abort();
  }
}

/** Whether the journal has a line of a room: it is there before the listener says that it has it. Undefined: nobody shows it. */
async function hasRunSince(since: Date, { folder }: Demo, { exec, project }: Context): Promise<boolean | undefined> {
  const [program, ...args] = project.program;
  const { exitCode, stdout } = await exec(program, [...args, 'history', '--json'], { cwd: folder });
  if (exitCode !== 0) return undefined;
  const { runs } = JSON.parse(stdout) as { runs: { from: string; at: string }[] };
  return runs.some(({ from, at }) => from === 'room' && new Date(at) >= since);
}

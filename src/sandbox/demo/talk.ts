import type { Context } from '../../index.ts';
import type { Demo } from './demo.ts';

/** A line that was typed in a room. */
export interface Typed<Answer> {
  answer: Promise<Answer>;
  /** Resolves once the listener says that it has it. */
  isDelivered(): Promise<unknown>;
}

/** Milliseconds: what is no line, and no talk either, is told so as soon as the listener has it. */
const talkAfter = 3000;

/** Undefined where there is no answer: words that are no line may be talk, to which a room gives none. */
export async function answerUnlessTalk<Answer>(
  { answer, isDelivered }: Typed<Answer>,
  demo: Demo,
  context: Context,
): Promise<Answer | undefined> {
  const answered = new AbortController();
  const talk = async (): Promise<Answer | undefined> => {
    await isDelivered();
    await context.clock.sleep(talkAfter, answered.signal);
    return (await isTaken(demo, context)) ? answer : undefined;
  };
  try {
    return await Promise.race([answer, talk()]);
  } finally {
    answered.abort();
  }
}

/** Whether the journal has a line that was typed in a room: it is there before the listener says that it has it. */
async function isTaken({ folder }: Demo, { exec, project }: Context): Promise<boolean> {
  const [program, ...args] = project.program;
  const said: string[] = [];
  const onLines = (stream: 'stdout' | 'stderr', text: string): undefined => {
    if (stream === 'stdout') said.push(text);
  };
  const { exitCode } = await exec(program, [...args, 'history', '--json'], { cwd: folder, onLines });
  // A stranger may not look.
  if (exitCode !== 0) return false;
  const { runs } = JSON.parse(said.join('\n')) as { runs: { from: string }[] };
  return runs.some(({ from }) => from !== 'terminal');
}

import { type Context, OpsError, type RunState, ticketWatchKind } from '../../src/index.ts';
import { type Memory, readMemory } from './memory.ts';

/** What was known when it was told last, and which run told it. */
export interface Last {
  run: string;
  at: Date;
  memory: Memory;
}

type Remembering = Pick<Context, 'journal' | 'run' | 'clock'>;

/** Who ended so may have remembered what nobody was told. */
const untold: readonly RunState[] = ['interrupted', 'timed out', 'failed', 'cancelled'];
const mostLooked = 10;

/** What was told before this run remembered anything itself; undefined where it is the first one. */
export async function lastTime(
  subject: string,
  { journal, run }: Pick<Remembering, 'journal' | 'run'>,
): Promise<Last | undefined> {
  const facts = await journal.facts({ kind: ticketWatchKind, subject, limit: mostLooked });
  const own = facts.findIndex((fact) => fact.run === run);
  for (const fact of facts.slice(own + 1)) {
    const memory = readMemory(fact.data);
    if (memory === undefined) continue;
    const [teller] = fact.run === run ? [] : await journal.runs({ prefix: fact.run, limit: 1 });
    if (teller === undefined || !untold.includes(teller.state)) return { run: fact.run, at: fact.at, memory };
  }
  return undefined;
}

const day = 86_400_000;
const mostTries = 5;

/**
 * Remembers what is known now, and says what of it is news. Where somebody else has told of it meanwhile, what they told
 * is known too.
 */
export async function settle<News>(
  subject: string,
  first: Last | undefined,
  of: { remember(memory: Memory | undefined): Memory; news(memory: Memory): readonly News[] },
  context: Remembering,
): Promise<readonly News[]> {
  let last = first;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const memory = of.remember(last?.memory);
    const news = last === undefined ? [] : of.news(last.memory);
    // What is old is pruned.
    const isOld = last === undefined || context.clock.now().getTime() - last.at.getTime() > day;
    if (!isOld && JSON.stringify(memory) === JSON.stringify(last?.memory)) return [];
    await context.journal.record({ kind: ticketWatchKind, subject, data: { ...memory } });
    const before = await lastTime(subject, context);
    if (before === undefined || before.run === context.run || before.run === last?.run) return news;
    last = before;
  }
  throw new OpsError('retry', 'others look at the same at this moment', { hint: 'ops jira-watch' });
}

import type { Journal, RunRecord } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { planTroubles, type Trouble } from './plan.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

export interface Survival {
  lines: number;
  troubles: Readonly<Record<string, number>>;
  /** Rows in the journal, by state. */
  states: Readonly<Record<string, number>>;
  /** Lines without a run, and with several. */
  lost: number;
  twice: number;
  /** Lines whose mark was made several times; and of which no trace is left though their run is said to have succeeded. */
  markedTwice: number;
  notMarked: number;
  /** Lines without a final state in the room, and with several. */
  unanswered: number;
  answeredTwice: number;
  /** What is known of lines that were answered wrongly. */
  odd: readonly string[];
  seconds: number;
  /** What the listeners said last. */
  said: string;
}

export interface SurvivalOptions {
  lines: number;
  kills: number;
  seed: number;
  /** Lines under way at most. @default 60 */
  atOnce?: number;
  rooms?: number;
  /** Told now and then how far it is. */
  tell?(done: number): void;
}

/** Milliseconds: what Slack brings once more may come five minutes later. */
const patience = 600_000;

/** Types lines while everything that Slack does to bots happens, and counts what became of each. */
export async function survive(options: SurvivalOptions): Promise<Survival> {
  const { lines, kills, seed, atOnce = 60, rooms = 20, tell } = options;
  const channels = Array.from({ length: rooms }, (_, at) => `room-${at}`);
  const people = Array.from({ length: 10 }, (_, at) => ({ name: `person-${at}` }));
  await using slack = closing(await startSandbox({ seed, channels, people, warningPeriod: 1000 }));
  await using workshop = openWorkshop(slack.it);
  await workshop.startListener();
  await using journal = await opened(workshop.journal);
  const began = performance.now();
  const typed = new Map<string, string>();
  const troubles: Record<string, number> = {};
  for (const [index, plan] of planTroubles(lines, kills, seed).entries()) {
    for (const trouble of plan) {
      troubles[trouble] = (troubles[trouble] ?? 0) + 1;
      await cause(trouble, slack.it, workshop);
    }
    const [as = '', channel = ''] = [people[index % people.length]?.name, slack.it.channels[index % rooms]?.id];
    const { ts } = await slack.it.say({ as, channel, text: `ops mark ${index}` });
    typed.set(`${channel}:${ts}`, String(index));
    if (index % 10 === 9) await untilFew(slack.it, typed.size - atOnce);
    if (index % 100 === 99) tell?.(index + 1);
  }
  await untilFew(slack.it, typed.size).catch(() => {});
  // A message that arrived twice is found half a minute later.
  const areSingle = (): boolean => [...answered(slack.it).values()].every((times) => times === 1);
  await slack.it.waitFor(() => areSingle() || undefined, 60_000).catch(() => {});
  const seconds = Math.round((performance.now() - began) / 1000);
  return {
    ...count(await rowsOf(journal.it), slack.it, workshop.marks(), typed),
    lines,
    troubles,
    seconds,
    said: workshop.said(),
  };
}

/** Waits until so many lines have a final state in their rooms. */
async function untilFew(slack: Sandbox, ended: number): Promise<void> {
  await slack.waitFor(() => answered(slack).size >= ended || undefined, patience);
}

async function cause(trouble: Trouble, slack: Sandbox, workshop: Workshop): Promise<void> {
  switch (trouble) {
    case 'cut connections':
      return slack.drop();
    case 'refresh':
      return slack.disconnect('refresh_requested');
    case 'announced refresh':
      return slack.disconnect('warning');
    case 'duplicates':
      return slack.faults.delivery({ duplicate: 0.2, replay: 0.05 });
    case '500 after storing':
      return slack.faults.next('chat.postMessage', { status: 500, when: 'after' });
    case '500 before storing':
      return slack.faults.next('chat.postMessage', { status: 500 });
    case 'cut answer':
      return slack.faults.next('chat.update', { drop: true, when: 'after' });
    case '429':
      return slack.faults.next('chat.postMessage', { rateLimited: 1 });
    case 'kill -9':
      await workshop.killListener();
      return workshop.startListener();
  }
}

/**
 * How often each run is said to have ended, by its id. A run without a message of its own, since its listener was gone,
 * is told of in a new one; where it has one, that new one only points at it.
 */
function answered(slack: Sandbox): Map<string, number> {
  const payloads = slack.channels
    .flatMap(({ id }) => slack.messages(id))
    .map(({ metadata }) => metadata?.['event_payload'] as { run?: string; final?: boolean } | undefined);
  const ends = tally(payloads.flatMap((payload) => (payload?.final === true ? [payload.run ?? ''] : [])));
  const told = tally(payloads.flatMap(({ run = '' } = {}) => (run.endsWith(':end') ? [run.slice(0, -4)] : [])));
  return new Map([...told, ...ends]);
}

function count(
  rows: readonly RunRecord[],
  slack: Sandbox,
  marks: readonly string[],
  typed: ReadonlyMap<string, string>,
): Omit<Survival, 'lines' | 'troubles' | 'seconds' | 'said'> {
  const ends = answered(slack);
  const made = tally(marks);
  const runs = Map.groupBy(rows, ({ origin }) => (origin.type === 'room' ? `${origin.channel}:${origin.message}` : ''));
  const lines = [...typed].map(([key, number]) => ({ number, of: runs.get(key) ?? [] }));
  const endsOf = ({ of }: { of: readonly RunRecord[] }): number =>
    of.reduce((sum, { id }) => sum + (ends.get(id) ?? 0), 0);
  return {
    states: Object.fromEntries(tally(rows.map(({ state }) => state))),
    lost: lines.filter(({ of }) => of.length === 0).length,
    twice: lines.filter(({ of }) => of.length > 1).length,
    markedTwice: lines.filter(({ number }) => (made.get(number) ?? 0) > 1).length,
    notMarked: lines.filter(({ number, of }) => of[0]?.state === 'succeeded' && !made.has(number)).length,
    unanswered: lines.filter((line) => endsOf(line) === 0).length,
    answeredTwice: lines.filter((line) => endsOf(line) > 1).length,
    odd: lines.filter((line) => endsOf(line) !== 1).map(({ number, of }) => describe(number, of, slack)),
  };
}

/** When its run was taken and ended, and each message that tells of it: when it was posted, and what it says last. */
function describe(number: string, rows: readonly RunRecord[], slack: Sandbox): string {
  const [row] = rows;
  if (row === undefined) return `line ${number}: no run`;
  const { id, acceptedAt, finishedAt } = row;
  const messages = slack.channels
    .flatMap((channel) => slack.messages(channel.id))
    .filter(({ metadata }) => String((metadata?.['event_payload'] as { run?: string } | undefined)?.run).startsWith(id))
    .map(
      ({ ts, metadata }) =>
        `${new Date(Number(ts) * 1000).toISOString()} ${JSON.stringify(metadata?.['event_payload'])}`,
    );
  return [`line ${number}: ${acceptedAt?.toISOString()} to ${finishedAt?.toISOString()}`, ...messages].join('\n  ');
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

async function rowsOf(journal: Journal): Promise<RunRecord[]> {
  return (await journal.runs({ limit: 1_000_000 })).filter(({ origin }) => origin.type === 'room');
}

async function opened(path: string): Promise<AsyncDisposable & { it: Journal }> {
  return closing(await openSqliteJournal(path));
}

function closing<Opened extends { close(): Promise<void> }>(it: Opened): AsyncDisposable & { it: Opened } {
  return { it, [Symbol.asyncDispose]: () => it.close() };
}

import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { usualLargestFile } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { Event, Sink } from '../context/events.ts';
import type { Host, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { main } from '../main.ts';
import { createEventChannel, type EventChannel } from '../run/channel.ts';
import { failureOf, wordsOf } from '../run/failure.ts';
import { createFetcher, removeAttached } from '../run/fetch.ts';
import { keepFiles } from '../run/keep-files.ts';
import type { FromChild, ToChild } from '../run/protocol.ts';
import { createSpool, type Spool } from '../run/spool.ts';
import { rehearse } from './rehearse.ts';
import { rememberConfig } from './remember.ts';
import { createSystem } from './system.ts';
import { createWear } from './wear.ts';

/**
 * A child of the listener: made ready, it waits for a run and carries it out. It takes another one only where the last
 * has left nothing behind; otherwise it ends with its run, and the next run gets a child that is new.
 */
const [, , root = '', journalPath = '', outputs = '', file = '', ownSlack] = process.argv;
const configuration = file === '' ? undefined : file;
const system = sharedJournal(createSystem({ root: pathToFileURL(root), execPath: process.execPath, env: process.env }));
const folder = configuration === undefined ? process.cwd() : dirname(configuration);
let current: { channel: EventChannel; spool: Spool; controller: AbortController } | undefined;

process.on('message', (message: ToChild) => {
  if (message.type === 'run') void carryOut(message.run, message.argv);
  else if (message.type === 'credit') current?.channel.credit(message.size);
  else if (message.type !== 'stop') fetcher.hear(message);
  else current?.controller.abort(new OpsError('cancelled', message.reason));
});
const fetcher = createFetcher(send);
// Without its listener an idle child is of no use; a run that has begun is brought to its end and recorded.
process.on('disconnect', () => {
  if (current === undefined) process.exit(0);
  current.channel.credit(Number.POSITIVE_INFINITY);
  fetcher.close();
  // Nobody shows it: the next listener will.
  void current.spool.keep();
});

const config = rememberConfig(async () => {
  const loaded = await system.config(process.cwd(), configuration);
  // Not a copy: to read what refers to something missing would be an error.
  if (ownSlack !== undefined) loaded.config.slack = { word: 'ops', pool: 1, ...JSON.parse(ownSlack) };
  return loaded;
});
const journal = await system.journal(journalPath);
const stranger = {
  id: '',
  actor: { id: '', name: '' },
  origin: { type: 'room', team: '', channel: '', message: '' },
} as const;
await rehearse(roomHost(stranger, () => undefined, new AbortController().signal));
await journal.run('');
await new Promise((resolve) => setTimeout(resolve, 20));
const wear = createWear(process);
await send({ type: 'ready' });

async function carryOut(id: string, argv: readonly string[]): Promise<void> {
  const controller = new AbortController();
  const channel = createEventChannel(send);
  const spool = createSpool(join(outputs, id));
  current = { controller, channel, spool };
  const tell: Sink = (event) =>
    event.type === 'finished' ? lastOf(event, channel, spool) : both(channel.sink(event), spool.sink(event));
  const sink = keepFiles(join(outputs, id), folder, { largest: await largestFile() }, tell);
  const exitCode = await answer(id, argv, sink, controller.signal);
  await Promise.all([channel.flush(), spool.end(), removeAttached(join(outputs, id))]);
  current = undefined;
  if (wear.holdsMore()) await settle();
  const again = process.connected && !wear.isWorn(exitCode);
  await send({ type: 'done', exitCode, again });
  if (!again) process.exit(exitCode);
}

/** What is wrong with the configuration is told by the run. */
async function largestFile(): Promise<number> {
  const loaded = await config().catch(() => undefined);
  return loaded?.config.files.largest ?? usualLargestFile;
}

/** Whoever hears of the end finds all of the output, or is told that it is cut. */
async function lastOf(event: Event, channel: EventChannel, spool: Spool): Promise<void> {
  await spool.sink(event);
  await spool.end();
  const fault = spool.fault();
  if (fault !== undefined) {
    const text = `the output could not be kept whole, its file is cut: ${wordsOf(fault)}`;
    await channel.sink({ type: 'note', level: 'warning', blocks: [{ type: 'text', text }] });
  }
  await channel.sink(event);
}

/** What is wrong with the journal or the configuration is told by the run, in its room. */
async function answer(id: string, argv: readonly string[], sink: Sink, signal: AbortSignal): Promise<number> {
  try {
    const row = await journal.run(id);
    if (row === undefined) throw new OpsError('bug', `the journal knows no run ${id}`);
    return await main(argv, roomHost(row, sink, signal));
  } catch (thrown) {
    const { event } = failureOf(thrown, id);
    const { outcome, exitCode } = event;
    await sink(event);
    await sink({ type: 'finished', outcome, exitCode, ms: 0 });
    return exitCode;
  }
}

/** The actor and the origin come from the journal's row: nothing that a child is told otherwise can claim another. */
function roomHost(
  { id, actor, origin }: Pick<RunRecord, 'id' | 'actor' | 'origin'>,
  sink: Sink,
  signal: AbortSignal,
): Host {
  return {
    actor,
    origin,
    run: id,
    signal,
    cwd: folder,
    attached: { files: origin.type === 'room' ? (origin.files ?? []) : [], fetch: fetcher.fetch },
    env: process.env,
    output: () => sink,
    system: {
      ...system,
      config: (_cwd, asked) => {
        if (asked === undefined) return config();
        throw new OpsError('usage', '--config is for terminals: a room has the configuration of its listener');
      },
    },
  };
}

/** One connection for the child's whole life; it ends with the process. */
function sharedJournal(real: System): System {
  let opened: Promise<Journal> | undefined;
  const open = async (path: string): Promise<Journal> => ({ ...(await real.journal(path)), close: async () => {} });
  return {
    ...real,
    journal: (path) => {
      opened ??= open(path);
      return opened;
    },
  };
}

function both(one: undefined | Promise<void>, other: undefined | Promise<void>): undefined | Promise<void> {
  return one === undefined || other === undefined ? (one ?? other) : Promise.all([one, other]).then(() => {});
}

/** What has just been closed counts as open until the loop has gone round. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

function send(message: FromChild): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) return resolve();
    process.send(message, undefined, {}, () => resolve());
  });
}

import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadedConfig } from '../context/config.ts';
import { type SlackConfig, usualLargestFile } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { Sink } from '../context/events.ts';
import type { Host, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { withLocalPeople } from '../context/local-people.ts';
import type { Redactor } from '../context/redact.ts';
import { hashWith } from '../journal/sha256.ts';
import { main } from '../main.ts';
import { askElsewhere } from '../run/ask-elsewhere.ts';
import { createEventChannel, type EventChannel } from '../run/channel.ts';
import { failureOf } from '../run/failure.ts';
import { attachedFolder, createFetcher, removeAttached } from '../run/fetch.ts';
import { keepFiles } from '../run/keep-files.ts';
import { folderOf } from '../run/output-folder.ts';
import { createPause } from '../run/pause.ts';
import type { FromChild, ToChild } from '../run/protocol.ts';
import { guardLastWords } from './last-words.ts';
import { rehearse } from './rehearse.ts';
import { rememberConfig } from './remember.ts';
import { createSystem } from './system.ts';
import { createWear, type Wear } from './wear.ts';

/**
 * A child of the listener: made ready, it waits for a run and carries it out. It takes another one only where the last
 * has left nothing behind; otherwise it ends with its run, and the next run gets a child that is new.
 */
const [, , root = '', journalPath = '', outputs = '', given = '{}', configuration] = process.argv;
/** Of a Slack on this machine. */
const local: { people?: Record<string, string>; slack?: SlackConfig } = JSON.parse(given);
const system = sharedJournal(createSystem({ root: pathToFileURL(root), execPath: process.execPath, env: process.env }));
const self = system.identify();
const folder = configuration === undefined ? process.cwd() : dirname(configuration);
let current: { channel: EventChannel; controller: AbortController; redactor?: Redactor } | undefined;
const guardCrash = guardLastWords(process);

process.on('message', (message: ToChild) => {
  if (message.type === 'run') void carryOut(message.run, message.argv);
  else if (message.type === 'credit') current?.channel.credit(message.size);
  else if (message.type === 'resumed') pause.hear();
  else if (message.type !== 'stop') fetcher.hear(message);
  else current?.controller.abort(new OpsError('cancelled', message.reason));
});
const fetcher = createFetcher(send);
const pause = createPause(send);
// Without its listener an idle child is of no use; a run that has begun is brought to its end and recorded.
process.on('disconnect', () => {
  if (current === undefined) process.exit(0);
  current.channel.credit(Number.POSITIVE_INFINITY);
  fetcher.close();
  pause.close();
});

const config = rememberConfig(async () => {
  const loaded = withLocalPeople(await system.config(process.cwd(), configuration), local.people ?? {});
  // Not a copy: to read what refers to something missing would be an error.
  if (local.slack !== undefined) loaded.config.slack = local.slack;
  return loaded;
});
let journal: Journal;
let wear: Wear;
const stranger = {
  id: '',
  actor: { id: '', name: '' },
  origin: { type: 'room', team: '', channel: '', message: '' },
} as const;
void prepare();

async function prepare(): Promise<void> {
  // Its listener may be gone already: that was heard while this was loaded, or is now, before anything is opened.
  await new Promise((resolve) => setImmediate(resolve));
  if (!process.connected) process.exit(0);
  hashWith((text) => hash('sha256', text));
  journal = await system.journal(journalPath);
  const { signal } = new AbortController();
  await rehearse(roomHost(stranger, { sink: () => undefined, signal, loading: undefined }));
  await journal.run('');
  await new Promise((resolve) => setTimeout(resolve, 20));
  wear = createWear(process);
  await send({ type: 'ready' });
}

async function carryOut(id: string, argv: readonly string[]): Promise<void> {
  const controller = new AbortController();
  const channel = createEventChannel(send);
  current = { controller, channel };
  const begun = send({ type: 'begun' });
  const passing = folderOf(outputs, id, 'passing');
  const loading = config();
  const limits = { largest: await largestFile(loading), redactor: () => current?.redactor };
  const sink = keepFiles(passing, folder, limits, channel.sink);
  await begun;
  const exitCode = await answer(id, argv, { sink, signal: controller.signal, loading });
  await channel.flush();
  await removeAttached(passing);
  current = undefined;
  if (wear.holdsMore()) await settle();
  const again = process.connected && !wear.isWorn(exitCode);
  await send({ type: 'done', exitCode, again, isOld: wear.isOld() });
  if (!again) process.exit(exitCode);
}

/** What a child has of its run, besides what the journal says. `loading` is the configuration as the run finds it. */
interface Given {
  sink: Sink;
  signal: AbortSignal;
  loading: Promise<LoadedConfig> | undefined;
}

/** What is wrong with the configuration is told by the run. */
async function largestFile(loading: Promise<LoadedConfig>): Promise<number> {
  const loaded = await loading.catch(() => undefined);
  return loaded?.config.files.largest ?? usualLargestFile;
}

/** What is wrong with the journal or the configuration is told by the run, in its room. */
async function answer(id: string, argv: readonly string[], given: Given): Promise<number> {
  const { sink } = given;
  try {
    const row = await journal.run(id);
    if (row === undefined) throw new OpsError('bug', `the journal knows no run ${id}`);
    return await main(argv, roomHost(row, given));
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
  { sink, signal, loading }: Given,
): Host {
  let first = loading;
  return {
    actor,
    origin,
    run: id,
    outputs,
    signal,
    cwd: folder,
    passing: join(folderOf(outputs, id, 'passing'), attachedFolder, 'brought'),
    attached: { files: origin.type === 'room' ? (origin.files ?? []) : [], fetch: fetcher.fetch },
    // Its message's files and these go when it has ended.
    drawing: { folder: join(folderOf(outputs, id, 'passing'), attachedFolder, 'drawn') },
    env: process.env,
    guard: (redactor) => {
      guardCrash(redactor);
      if (current !== undefined) current.redactor = redactor;
    },
    output: () => sink,
    aside: (wait, stop) => pause.during(wait, stop),
    ...askElsewhere({ journal, run: id, actor, process: self, clock: system.clock }, pause),
    system: {
      ...system,
      config: (_cwd, asked) => {
        if (asked !== undefined) {
          throw new OpsError('usage', '--config is for terminals: a room has the configuration of its listener');
        }
        const loaded = first ?? config();
        first = undefined;
        return loaded;
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

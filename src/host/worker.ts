import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OpsError } from '../context/errors.ts';
import type { Host, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { main } from '../main.ts';
import { createEventChannel } from '../run/channel.ts';
import type { FromChild, ToChild } from '../run/protocol.ts';
import { createSystem } from './system.ts';

/** A child of the listener: made ready, it waits for one run, carries it out and ends. */
const [, , root = '', configuration] = process.argv;
const controller = new AbortController();
const channel = createEventChannel(send);
const system = sharedJournal(createSystem({ root: pathToFileURL(root), execPath: process.execPath, env: process.env }));
let begun = false;

process.on('message', (message: ToChild) => {
  if (message.type === 'credit') channel.credit(message.size);
  else if (message.type === 'stop') controller.abort(new OpsError('cancelled', message.reason));
  else void carryOut(message.run);
});
// Without its listener an idle child is of no use; a run that has begun is brought to its end and recorded.
process.on('disconnect', () => {
  channel.credit(Number.POSITIVE_INFINITY);
  if (!begun) process.exit(0);
});

const loaded = await system.config(process.cwd(), configuration);
const journal = await system.journal(loaded.config.journal.path);
await journal.run('');
await Promise.all([import('../understand.ts'), import('./programs.ts')]);
await send({ type: 'ready' });

async function carryOut(id: string): Promise<void> {
  begun = true;
  const row = await journal.run(id);
  const exitCode = row === undefined ? 70 : await main(row.argv, roomHost(row));
  await channel.flush();
  await send({ type: 'done', exitCode });
  process.exit(exitCode);
}

/** The actor and the origin come from the journal's row: nothing that a child is told otherwise can claim another. */
function roomHost({ id, actor, origin }: RunRecord): Host {
  const file = loaded.file ?? configuration;
  return {
    actor,
    origin,
    run: id,
    signal: controller.signal,
    cwd: file === undefined ? process.cwd() : dirname(file),
    env: process.env,
    output: () => channel.sink,
    system: {
      ...system,
      config: (cwd, asked) => {
        if (asked === undefined) return system.config(cwd, configuration);
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

function send(message: FromChild): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) return resolve();
    process.send(message, undefined, {}, () => resolve());
  });
}

import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { roomNameKind } from '../../../../src/context/facts.ts';
import type { Journal } from '../../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../../src/journal/sqlite.ts';
import { createKeepNames } from '../../../../src/slack/answer/keep-names.ts';
import { createRoomNames } from '../../../../src/slack/connection/room-names.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { manualClock } from '../../../support/manual-clock.ts';

let journal: Journal;
let asked: string[];

beforeEach(async () => {
  asked = [];
  journal = await openSqliteJournal(join(temporaryFolder(), 'journal.db'));
  onTestFinished(() => journal.close());
});

const names = async (): Promise<string[]> =>
  (await journal.facts({ kind: roomNameKind })).map(({ subject, data }) => `${subject} ${data['name']}`);

/** A listener that hears lines from these rooms. */
async function hear(channels: readonly string[], rooms: Record<string, object | Error>): Promise<void> {
  const clock = manualClock();
  const call = async (_: string, args: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const id = String(args['channel']);
    asked.push(id);
    const room = rooms[id];
    if (room instanceof Error) throw room;
    return { ok: true, channel: { id, ...room } };
  };
  const keepName = createKeepNames({ roomNames: createRoomNames(call), journal, clock });
  for (const channel of channels) {
    const row = await journal.accept({
      argv: ['help'],
      actor: { id: 'slack:T1:U1', name: 'mary' },
      origin: { type: 'room', team: 'T1', channel },
      process: { host: 'h', pid: 1, started: '1' },
      at: clock.now(),
    });
    if (row !== undefined) await keepName(row);
  }
}

const ops = { name: 'ops', is_private: false };

it('asks once what a room is called, and writes it down where it is not known', async () => {
  await hear(['C1', 'C1'], { C1: ops });
  await hear(['C1'], { C1: ops });
  expect([await names(), asked]).toEqual([['C1 #ops'], ['C1', 'C1']]);
  await hear(['C1'], { C1: { ...ops, name: 'deploys' } });
  expect(await names()).toEqual(['C1 #deploys', 'C1 #ops']);
});

it('writes nothing down of what only members may know, of direct messages and of what Slack does not tell', async () => {
  const rooms = { C1: { ...ops, is_private: true }, G1: { name: 'mpdm-a--b-1', is_mpim: true }, C2: new Error('no') };
  await hear(['C1', 'G1', 'C2', 'D1'], rooms);
  expect([await names(), asked]).toEqual([[], ['C1', 'G1', 'C2']]);
});

import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { createTurns } from '../../../src/run/turns.ts';
import type { Call } from '../../../src/slack/connection/client.ts';
import { openRoom, type RoomParts } from '../../../src/slack/room.ts';
import { unwatched } from '../../../src/slack/watch.ts';
import { noCodes } from '../../support/codes.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { noLimits } from '../../support/limits.ts';
import { manualClock } from '../../support/manual-clock.ts';

it('asks Slack once what a room is called, for its settings and for those who read of its runs', async () => {
  const clock = manualClock();
  const path = join(temporaryFolder(), 'journal.db');
  const journal = await openSqliteJournal(path);
  onTestFinished(() => journal.close());
  const calls: string[] = [];
  const call: Call = async (method, { channel }) => {
    calls.push(`${method} ${channel ?? ''}`.trim());
    return method === 'conversations.info' ? { channel: { name: 'ops', is_private: false } } : { channels: [] };
  };
  const project = { loaded: { config: { journal: { path } } }, processes: {}, codes: () => noCodes };
  const room = await openRoom({
    context: { project, clock, config: { rooms: { '#ops': { reply: 'thread', quiet: true } } } },
    connection: { identity: { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'B1', name: 'ops' }, call },
    journal,
    turns: createTurns({ most: 1, clock, limits: noLimits }),
    names: [],
    slack: { appToken: '', botToken: '', word: 'ops', pool: 1 },
    watch: unwatched,
    warn: () => {},
  } as unknown as RoomParts);
  const row = await journal.accept({
    argv: ['help'],
    actor: { id: 'slack:T1:U1', name: 'mary' },
    origin: { type: 'room', team: 'T1', channel: 'C1' },
    process: { host: 'h', pid: 1, started: '1' },
    at: clock.now(),
  });
  expect(await room.manners.rooms.settingsOf('C1')).toEqual({ reply: 'thread', quiet: true });
  if (row !== undefined) await room.keepName(row);
  expect(await room.roomName('C1')).toBe('#ops');
  expect(calls).toEqual(['conversations.list', 'conversations.info C1']);
});

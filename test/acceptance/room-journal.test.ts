import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import {
  bashScript,
  recorded,
  saidInRoom,
  settled,
  startListener,
  stop,
  whispered,
  whispers,
} from '../support/listening.ts';
import { openRoom, type Room } from '../support/room.ts';
import { until } from '../support/waiting.ts';

const journalOf = ({ project }: Room): string => join(project.folder, '.ops', 'journal.db');

describe('a line that cannot be recorded is not run, and its sender is told', () => {
  it('where the journal is gone', async () => {
    const room = await openRoom();
    renameSync(join(room.project.folder, '.ops'), join(room.project.folder, 'away'));
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
    const [told] = await whispered(room);
    expect(told?.text).toMatch(
      /^✗ ops deploy uat was not run, because it could not be recorded: The journal .+ was moved or deleted .+\n→ start ops again/,
    );
    expect(saidInRoom(room)).toEqual([]);
  });

  it('where another program keeps the journal locked', async () => {
    const room = await openRoom();
    const other = new DatabaseSync(journalOf(room), { timeout: 10_000 });
    other.exec('BEGIN EXCLUSIVE');
    try {
      const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
      // Slack sends it again meanwhile, and afterwards.
      room.slack.redeliver(ts, 1);
      await room.slack.waitFor(() => whispers(room)[0]);
      other.exec('ROLLBACK');
      room.slack.redeliver(ts, 2);
    } finally {
      other.close();
    }
    await settled(room);
    expect(whispers(room)).toMatchObject([
      { to: 'mary', text: expect.stringMatching(/was not run.+locked[\s\S]+→ type the line again/) },
    ]);
    const ran = (await recorded(room.project)).filter(({ state }) => state === 'succeeded');
    expect(ran.map(({ argv }) => argv)).toEqual([['whoami']]);
    expect((await room.type('ops deploy uat')).exitCode).toBe(0);
  });
});

it('a journal that is locked for a moment holds up who writes, and nobody else', async () => {
  const room = await openRoom();
  const other = new DatabaseSync(journalOf(room), { timeout: 10_000 });
  other.exec('BEGIN IMMEDIATE');
  try {
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
    await room.slack.say({ as: 'tom', channel: room.channel, text: 'ops depoly uat' });
    await whispered(room);
    other.exec('ROLLBACK');
    expect((await room.answerTo(ts)).exitCode).toBe(0);
  } finally {
    other.close();
  }
  expect(whispers(room)).toMatchObject([{ to: 'tom', text: expect.stringContaining('depoly') }]);
});

/** Takes the journal while the script waits, and lets that go on. */
async function whileLocked(room: Room, work: () => Promise<void>): Promise<void> {
  await until(() => existsSync(join(room.project.folder, 'began')), 'the script');
  const other = new DatabaseSync(journalOf(room), { timeout: 10_000 });
  other.exec('BEGIN EXCLUSIVE');
  try {
    room.project.write('go', '');
    await work();
  } finally {
    other.close();
  }
}

const waits = bashScript('waits', 'touch began; until [ -e go ]; do sleep 0.05; done; echo ended; exit ${1:-0}');

describe('a line whose end cannot be recorded', () => {
  it.each([
    ['ops waits', 0, 'succeeded'],
    ['ops waits 3', 3, 'failed'],
  ])('is answered as it ended, and recorded later: %s', async (line, exitCode, state) => {
    const room = await openRoom();
    const args = 'args:\n#   code: { summary: The exit code }\n# ';
    room.project.write('scripts/waits', waits.replace('examples:', `${args}examples:`), 0o755);
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: line });
    await whileLocked(room, async () => {
      const answer = await room.answerTo(ts);
      expect(answer.exitCode).toBe(exitCode);
      expect(answer.words).toMatch(
        /^ended\n[\s\S]*! the journal does not say yet that this has ended: .+ stayed locked/,
      );
    });
    await expect.poll(() => recorded(room.project)).toMatchObject([{ state, exitCode }]);
    await stop(room.listener);
    await startListener(room);
    await settled(room);
    expect(saidInRoom(room)).toHaveLength(1);
  });
});

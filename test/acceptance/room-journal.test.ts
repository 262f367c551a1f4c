import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { recordedLines, saidInRoom, settled, whispered, whispers } from '../support/listening.ts';
import { openRoom, type Room } from '../support/room.ts';

const journalOf = ({ project }: Room): string => join(project.folder, '.ops', 'journal.db');

describe('a line that cannot be recorded is not run, and its sender is told', () => {
  it('where the journal is gone', async () => {
    const room = await openRoom();
    rmSync(join(room.project.folder, '.ops'), { recursive: true });
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
    const [told] = await whispered(room);
    expect(told?.text).toMatch(
      /^✗ ops deploy uat was not run, because it could not be recorded: The journal .+ was moved or deleted .+\n→ start ops again/,
    );
    expect(saidInRoom(room)).toEqual([]);
  }, 30_000);

  it('where another program keeps the journal locked', async () => {
    const room = await openRoom();
    const other = new DatabaseSync(journalOf(room));
    other.exec('BEGIN EXCLUSIVE');
    try {
      const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
      // Slack sends it again meanwhile.
      await room.slack.waitFor(() => whispers(room)[0], 20_000);
      other.exec('ROLLBACK');
      room.slack.redeliver(ts, 2);
    } finally {
      other.close();
    }
    await settled(room);
    expect(whispers(room)).toMatchObject([
      { to: 'mary', text: expect.stringMatching(/was not run.+locked[\s\S]+→ type the line again/) },
    ]);
    expect(await recordedLines(room.project)).toEqual(['whoami']);
    expect((await room.type('ops deploy uat')).exitCode).toBe(0);
  }, 60_000);
});

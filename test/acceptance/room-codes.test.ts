import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { approve, ask as askApproval, reads, told } from '../support/approval-room.ts';
import { inRoomOptions } from '../support/approved.ts';
import { labels, message, press } from '../support/buttons.ts';
import { codeOf, codesAndApprovalsInRoom, codesInRoom, enroll, wrongCode } from '../support/codes.ts';
import { killListener, recorded, settled, startListener, whispers } from '../support/listening.ts';
import { openRoom, type Room } from '../support/room.ts';

const mary = { id: 'os:here:1001', name: 'mary' };

async function openCodeRoom(config = codesInRoom): Promise<Room & { secret: string }> {
  const room = await openRoom(config, inRoomOptions);
  return { ...room, secret: await enroll(room.project, mary) };
}

/** Mary asks for prod; what then waits for her code. */
async function ask(room: Room): Promise<Message> {
  await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy prod --ref v1' });
  return message(room, (_, shown) => labels(shown).includes('Give code …'));
}

const give = (room: Room, code: string, as = 'mary') => room.slack.submit({ as, values: { code: { value: code } } });
const modal = (room: Room, as = 'mary') => room.slack.waitFor(() => room.slack.views(as).at(-1));
const ended = (room: Room, asked: Message): Promise<string> => reads(room, asked, / · exit \d+ · /);

async function entries({ project }: Room, kinds: RegExp): Promise<[string, string][]> {
  const journal = await openSqliteJournal(join(project.folder, '.ops', 'journal.db'));
  const found: [string, string][] = [];
  for await (const { kind, actor } of journal.entries()) if (kinds.test(kind)) found.push([kind, actor?.name ?? '']);
  await journal.close();
  return found;
}

/** Whether a word stands in the journal; within a hash it is none. */
function keeps({ project }: Room, word: string): boolean {
  const files = ['journal.db', 'journal.db-wal'].map((name) => join(project.folder, '.ops', name));
  const text = files.map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : '')).join('\n');
  return new RegExp(`(?<![0-9a-f])${word}(?![0-9a-f])`).test(text);
}

describe('a line that takes a code', () => {
  it('waits in its room for a modal that takes one, and holds no turn meanwhile', async () => {
    const room = await openCodeRoom();
    const asked = await ask(room);
    expect(labels(asked)).toEqual(['Give code …', 'No']);
    expect(messageText(asked)).toMatch(/^ops deploy prod --ref v1 · mary · waiting\n/);
    expect(messageText(asked)).toContain('ops deploy prod --ref v1 takes a one-time code of mary\n');
    await press(room, asked.ts, 'Give code …');
    expect((await modal(room)).title).toMatchObject({ text: 'One-time code' });
    const wrong = await give(room, wrongCode(room.secret));
    expect(wrong.errors?.['code']).toMatch(
      /^this is no code of mary at this time: 4 more tries\. codes go by the clock/,
    );
    const code = codeOf(room.secret);
    expect((await give(room, code)).errors).toBeUndefined();
    expect(room.slack.views('mary')).toEqual([]);
    const text = await ended(room, asked);
    expect(text).toContain('takes a one-time code of mary yes (mary)');
    expect(text).toContain('released v1 to prod');
    expect(await entries(room, /^code-(?!listener)/)).toEqual([
      ['code-enrolled', 'mary'],
      ['code-refused', 'mary'],
      ['code-accepted', 'mary'],
    ]);
    expect(await recorded(room.project)).toMatchObject([{ state: 'succeeded' }, { state: 'succeeded' }]);
    expect(keeps(room, code)).toBe(false);
  });

  it('is not for others: their press and its modal are refused to them alone, and recorded', async () => {
    const room = await openCodeRoom();
    const asked = await ask(room);
    await press(room, asked.ts, 'Give code …', 'tom');
    expect(await told(room, 'tom', /./)).toBe('✗ this was asked of mary: nobody else can give a code for it');
    expect(room.slack.views('tom')).toEqual([]);
    expect(await entries(room, /^press-refused/)).toHaveLength(1);
    await press(room, asked.ts, 'No');
    await ended(room, asked);
  });

  it('takes none for a run that has ended', async () => {
    const room = await openCodeRoom();
    const asked = await ask(room);
    await press(room, asked.ts, 'Give code …');
    await modal(room);
    await press(room, asked.ts, 'No');
    expect(await ended(room, asked)).toContain('✗ nothing was changed: no one-time code was given');
    const late = await give(room, codeOf(room.secret));
    expect(late.errors?.['code']).toContain('this run waits for no code: nothing was done');
    expect((await entries(room, /^code-(?!listener)|^press-/)).map(([kind]) => kind)).toEqual([
      'code-enrolled',
      'press-refused',
    ]);
    // It was not used by that.
    const again = await message(room, (_, shown) => shown.ts === asked.ts);
    expect(labels(again)).toEqual(['Run again']);
  });

  it('ends where its person is locked out', async () => {
    const room = await openCodeRoom();
    const asked = await ask(room);
    await press(room, asked.ts, 'Give code …');
    await modal(room);
    const wrong = wrongCode(room.secret);
    for (let tries = 0; tries < 4; tries += 1) await give(room, wrong);
    expect((await give(room, wrong)).errors?.['code']).toContain('too many codes of mary were wrong');
    expect(await ended(room, asked)).toMatch(/✗ too many codes of mary were wrong: none is taken until/);
  });

  it('asks for it once it is approved', async () => {
    const room = await openCodeRoom(codesAndApprovalsInRoom);
    const asked = await askApproval(room, 'ops deploy prod --ref v1');
    expect(labels(asked)).not.toContain('Give code …');
    await approve(room, asked);
    await message(room, (_, shown) => shown.ts === asked.ts && labels(shown).includes('Give code …'));
    await press(room, asked.ts, 'Give code …');
    await modal(room);
    await give(room, codeOf(room.secret));
    expect(await ended(room, asked)).toMatch(
      /tom approved it[\s\S]*one-time code of mary yes[\s\S]*released v1 to prod/,
    );
  });

  it('goes on when its listener is killed, and another one takes the code', async () => {
    const room = await openCodeRoom();
    const asked = await ask(room);
    await killListener(room.listener);
    await startListener(room);
    await press(room, asked.ts, 'Give code …');
    await modal(room);
    expect((await give(room, codeOf(room.secret))).errors).toBeUndefined();
    await room.slack.waitFor(() =>
      room.slack
        .messages(room.channel)
        .find((one) => /ended while the listener was away: succeeded/.test(messageText(one))),
    );
  });
});

describe('a code that is typed in a room', () => {
  it.each([
    ['ops deploy prod --ref v1 --code CODE'],
    ['ops deploy prod --ref v1 --otp=CODE'],
    ['ops CODE'],
    ['ops code CODE'],
  ])('is refused to its sender alone, kept nowhere, and used: %s', async (line) => {
    const room = await openCodeRoom();
    const code = codeOf(room.secret);
    await room.slack.say({ as: 'mary', channel: room.channel, text: line.replace('CODE', code) });
    expect(await told(room, 'mary', /./)).toMatch(
      /^✗ this looks like a one-time code: nothing was run, and it counts no more if it was one\n→ Delete the message/,
    );
    await settled(room);
    expect(keeps(room, code)).toBe(false);
    expect(keeps(room, 'otp')).toBe(true);
    const asked = await ask(room);
    await press(room, asked.ts, 'Give code …');
    await modal(room);
    expect((await give(room, code)).errors?.['code']).toContain('this code was used already');
    expect((await give(room, codeOf(room.secret, 1))).errors).toBeUndefined();
    expect(await ended(room, asked)).toContain('released v1 to prod');
  });

  it('is refused under a run that asks for one, by whomever it is typed, and nowhere else', async () => {
    const room = await openCodeRoom();
    const code = codeOf(room.secret);
    await room.slack.say({ as: 'raj', channel: room.channel, text: '123456' });
    await settled(room);
    expect(whispers(room)).toEqual([]);
    const asked = await ask(room);
    const thread = asked.ts;
    await room.slack.say({ as: 'raj', channel: room.channel, text: `${code.slice(0, 3)} ${code.slice(3)}`, thread });
    expect(await told(room, 'raj', /./)).toContain('this looks like a one-time code');
    await press(room, asked.ts, 'Give code …');
    await modal(room);
    expect((await give(room, code)).errors?.['code']).toContain('this code was used already');
    await press(room, asked.ts, 'No');
    await ended(room, asked);
  });

  it('is refused in a direct message', async () => {
    const room = await openCodeRoom();
    const { channel } = await room.slack
      .say({ as: 'mary', channel: '@ops', text: codeOf(room.secret) })
      .catch(() => room.slack.say({ as: 'mary', channel: '@mary', text: codeOf(room.secret) }));
    await room.slack.waitFor(() => whispers(room, channel)[0]);
    expect(whispers(room, channel)[0]?.text).toContain('this looks like a one-time code');
    expect(await entries(room, /^code-(?!listener)/)).toEqual([
      ['code-enrolled', 'mary'],
      ['code-refused', expect.stringMatching(/^U/)],
    ]);
  });
});

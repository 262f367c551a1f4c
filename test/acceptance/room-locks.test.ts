import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageWords } from '../../src/render/slack.ts';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { buttonsOf } from '../../src/testing/buttons.ts';
import { labels, message, press } from '../support/buttons.ts';
import { killListener, recorded, settled, startListener, whispered } from '../support/listening.ts';
import { ops } from '../support/ops.ts';
import { configuration } from '../support/project.ts';
import { openRoom, type Room } from '../support/room.ts';

const isProtected = configuration.replace('confirm: true', 'protected: true');
const ended = (room: Room, line: string): Promise<Message> =>
  message(room, (text) => text.startsWith(line) && / · exit \d+ · /.test(text));

describe('a protected environment in a room', () => {
  async function ask(room: Room, line = 'ops deploy prod'): Promise<Message> {
    await room.slack.say({ as: 'mary', channel: room.channel, text: line });
    return message(room, (_, shown) => labels(shown).length === 2);
  }

  it('is changed by a button that carries its name, of whoever typed the line', async () => {
    const room = await openRoom(isProtected);
    const asked = await ask(room);
    expect(labels(asked)).toEqual(['Deploy to prod', 'No']);
    const [button] = buttonsOf(asked, { channel: room.channel, person: 'mary' }, room.slack);
    expect(JSON.stringify(asked.blocks)).toMatch(/"value":"1:\w{8}\.1=prod"/);
    expect(button?.actionId).toBe('question:yes');
    await press(room, asked.ts, 'Deploy to prod', 'tom');
    expect(await whispered(room)).toEqual([{ to: 'tom', text: '✗ this was asked of mary: nobody else can answer it' }]);
    await press(room, asked.ts, 'Deploy to prod');
    const words = messageWords((await ended(room, 'ops deploy prod')).blocks ?? []);
    expect(words).toContain('ops deploy prod changes prod, which is protected. Go on in prod? yes (mary)\n');
    expect(words).toContain('released v3 to prod\n');
  });

  it('is not changed by --yes', async () => {
    const room = await openRoom(isProtected);
    const asked = await ask(room, 'ops deploy prod --yes');
    expect(await recorded(room.project)).toMatchObject([{ state: 'waiting' }]);
    await press(room, asked.ts, 'No');
    expect(messageText(await ended(room, 'ops deploy prod --yes'))).toContain('the answer was not its name');
    expect(existsSync(join(room.project.folder, 'releases/prod'))).toBe(false);
    expect(await recorded(room.project)).toMatchObject([{ state: 'cancelled' }]);
    await settled(room);
  });

  it('has the same button from a listener that was started anew', async () => {
    const room = await openRoom(isProtected);
    const asked = await ask(room);
    await killListener(room.listener);
    await startListener(room);
    await press(room, asked.ts, 'Deploy to prod');
    const done = await message(room, (text, { ts }) => ts === asked.ts && text.includes('exit 0'));
    expect(messageText(done)).toContain('released v3 to prod');
  });
});

describe('a lock in a room', () => {
  it('keeps others out in the words of a terminal, and its owner lets go of it', async () => {
    const room = await openRoom();
    const taken = await room.type("ops lock uat --reason 'release test' --for 1h", { as: 'mary' });
    expect(taken.words).toMatch(/^Lock uat for 1h: release test\nuat is yours for 1h, until .+: release test\n$/);
    const refused = await room.type('ops deploy uat', { as: 'tom' });
    expect(refused.exitCode).toBe(75);
    expect(refused.words).toMatch(
      /✗ uat is locked by mary since .+ until .+: release test\n {2}→ --queue waits in line/,
    );
    const said = await ops(room.project.folder, ['deploy', 'uat']);
    const bare = (words: string): string => words.replaceAll(/\(.+ left\)/g, '(left)');
    expect(bare(said.words)).toBe(bare(refused.words));
    expect((await room.type('ops unlock uat', { as: 'tom' })).exitCode).toBe(77);
    expect((await room.type('ops unlock uat', { as: 'mary' })).exitCode).toBe(0);
    expect((await room.type('ops deploy uat', { as: 'tom' })).exitCode).toBe(0);
  });

  it('has a line of people, which the room sees, and which goes on by itself', async () => {
    const room = await openRoom(undefined, { people: [{ name: 'mary' }, { name: 'tom' }, { name: 'bob' }] });
    await room.type("ops lock uat --reason 'release test'", { as: 'mary' });
    const second = 'ops deploy uat --ref v1 --queue';
    const third = 'ops deploy uat --ref v2 --queue';
    await room.slack.say({ as: 'tom', channel: room.channel, text: second });
    const waiting = await message(room, (text) => text.startsWith(second) && text.includes('Next in line'));
    expect(messageText(waiting)).toMatch(
      / · tom · waiting\nNext in line: uat is locked by mary since .+: release test/,
    );
    expect(labels(waiting)).toEqual(['Stop']);
    await room.slack.say({ as: 'mary', channel: room.channel, text: third });
    // Mary comes through her own lock: the line keeps her from nothing.
    expect(messageText(await ended(room, third))).toContain('released v2 to uat');
    await room.slack.say({ as: 'bob', channel: room.channel, text: 'ops deploy uat --ref v3 --queue' });
    await message(room, (text) =>
      text.includes('Second in line for web/uat, behind tom: ops deploy uat --ref v1 --queue'),
    );
    const seen = await room.type('ops locks', { as: 'mary' });
    expect(seen.words).toMatch(/uat +held +mary [\s\S]*web\/uat +waiting +tom [\s\S]*web\/uat +waiting +bob /);
    await room.type('ops unlock uat', { as: 'mary' });
    expect(messageText(await ended(room, second))).toMatch(/web\/uat is free: it is the turn of this line\nDeploy web/);
    expect(messageText(await ended(room, 'ops deploy uat --ref v3'))).toContain('Deploy web in uat: v1 → v3');
  });

  it('is waited for until somebody presses Stop', async () => {
    const room = await openRoom();
    await room.type("ops lock uat --reason 'x'", { as: 'mary' });
    const line = 'ops deploy uat --queue';
    await room.slack.say({ as: 'tom', channel: room.channel, text: line });
    const waiting = await message(room, (text) => text.startsWith(line) && text.includes('Next in line'));
    await press(room, waiting.ts, 'Stop', 'tom');
    expect(messageText(await ended(room, line))).toContain('it was stopped by tom');
    expect((await room.type('ops locks', { as: 'mary' })).words).not.toContain('waiting');
  });
});

describe('promotion in a room', () => {
  it('takes what is signed off there', async () => {
    const room = await openRoom(configuration.replace('confirm: true', 'after: uat'));
    await room.type('ops deploy uat --ref v2', { as: 'mary' });
    expect((await room.type('ops promote uat prod', { as: 'mary' })).exitCode).toBe(77);
    expect((await room.type('ops signoff uat', { as: 'tom' })).words).toContain('tom signed off web v2');
    const { exitCode, words } = await room.type('ops promote uat prod', { as: 'mary' });
    expect([exitCode, words]).toEqual([0, expect.stringContaining('released v2 to prod')]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  bashScript,
  recorded,
  recordedLines,
  saidInRoom,
  settled,
  whispered,
  whispers,
  wordsScript,
} from '../support/listening.ts';
import { openRoom, type Room } from '../support/room.ts';

async function openWordsRoom(): Promise<Room> {
  const room = await openRoom();
  room.project.write('scripts/words', wordsScript, 0o755);
  return room;
}

describe('a line in a room', () => {
  it('is answered however it is addressed', async () => {
    const room = await openRoom();
    const lines = ['ops whoami', 'OPS whoami', '@ops whoami', '@ops: whoami', '`ops whoami`', 'ops `whoami`'];
    for (const line of lines) {
      const { exitCode, words, message } = await room.type(line);
      expect({ line, exitCode, words }).toMatchObject({ exitCode: 0, words: expect.stringMatching(/^name +mary/) });
      expect(message.thread_ts).toBeUndefined();
    }
    for (const line of ['whoami', 'ops whoami', '@ops whoami', '```\nwhoami\n```']) {
      expect((await room.type(line, { channel: '@mary' })).exitCode, line).toBe(0);
    }
    expect(await recordedLines(room.project)).toEqual(new Array(10).fill('whoami'));
  });

  it('is answered where it was typed: a thread in its thread', async () => {
    const room = await openRoom();
    const root = await room.slack.say({ as: 'tom', channel: room.channel, text: 'shall we deploy?' });
    const { message, exitCode } = await room.type('ops deploy uat', { thread: root.ts });
    expect(exitCode).toBe(0);
    expect(message.thread_ts).toBe(root.ts);
    const refused = await room.slack.say({ as: 'tom', channel: room.channel, text: 'ops deploy', thread: root.ts });
    const [told] = await whispered(room);
    expect(told).toMatchObject({ to: 'tom', thread: root.ts });
    expect(refused.ts).not.toBe(root.ts);
  });

  it('means what was typed, whatever the keyboard and the composer made of it', async () => {
    const room = await openWordsRoom();
    const argument = async (text: string, smart = false): Promise<string> => {
      const { ts, channel } = await room.slack.say({ as: 'mary', channel: room.channel, text, smart });
      return (await room.answerTo(ts, channel)).words;
    };
    expect(await argument('ops words "two words" \'it is\' --json', true)).toContain('[it is]\n');
    expect(await argument('ops words "two words" x...', true)).toBe('[two words]\n[x...]\n');
    expect(await argument('ops\u00a0words\u00a0"a\u00a0b"\u00a0c')).toBe('[a b]\n[c]\n');
    expect(await argument('ops words \u202ereversed\u202c \u200bhidden')).toBe('[reversed]\n[hidden]\n');
    expect(await argument('ops words www.example.com "https://example.com/a?b=1&c=2"')).toBe(
      '[www.example.com]\n[https://example.com/a?b=1&c=2]\n',
    );
    expect(await argument('ops words "<a&b>" \'$(id)\' "a;b|c"')).toBe('[<a&b>]\n[$(id)]\n[a;b|c]\n');
    expect(await argument('ops words :tada: :nope: *bold* _x_')).toBe('[🎉]\n[:nope:]\n[*bold*]\n[_x_]\n');
  });

  it('may be as long as Slack keeps it', async () => {
    const room = await openWordsRoom();
    const { exitCode, message, text } = await room.type(`ops words ${'x'.repeat(39_000)} end`);
    expect(exitCode).toBe(0);
    expect(text).toContain('[end]');
    expect(message.text.length).toBeLessThanOrEqual(4000);
    expect((await recorded(room.project))[0]?.argv[1]).toHaveLength(39_000);
  });
});

describe('what a program prints', () => {
  it('pings nobody and links nothing', async () => {
    const room = await openRoom();
    const body = `printf '%s\\n' '<!channel> <!here> @here <@${room.slack.people[1]?.id}> <http://evil.example|good> &lt;!channel&gt; *b*'`;
    room.project.write('scripts/shout', bashScript('shout', body), 0o755);
    const { message, words } = await room.type('ops shout');
    expect(words).toContain('<!channel> <!here> @here <@');
    expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(broadcast|user|usergroup|link|mrkdwn)"/);
    expect(message.text).not.toMatch(/<[!@#h]/);
    for (const call of room.slack.calls.filter(({ method }) => method.startsWith('chat.'))) {
      expect(call.args).toMatchObject({ parse: 'none', link_names: 'false' });
    }
  });

  it('and what is told of a line ping nobody either', async () => {
    const room = await openRoom();
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy "<b>&@here"' });
    await whispered(room);
    const [told] = room.slack.messages(room.channel).filter((message) => message.ephemeralTo !== undefined);
    expect(told?.text).toContain('&lt;b&gt;&amp;@here');
    expect(JSON.stringify(told?.blocks)).not.toContain('broadcast');
  });
});

describe('what is no line', () => {
  it('gets no answer and leaves no trace', async () => {
    const room = await openRoom();
    const talk = [
      'ops is down again',
      'ops, can you help?',
      'I like ops deploy uat',
      'deploy uat',
      'thanks ops',
      'opsdeploy uat',
    ];
    for (const text of talk) await room.slack.say({ as: 'mary', channel: room.channel, text });
    await settled(room);
    expect(saidInRoom(room)).toEqual([]);
    expect(whispers(room)).toEqual([]);
    expect(await recordedLines(room.project)).toEqual(['whoami']);
  });

  it('but a slip of the hand is answered to its sender alone', async () => {
    const room = await openRoom();
    await room.slack.say({ as: 'tom', channel: room.channel, text: 'ops deplyo uat' });
    await whispered(room);
    await settled(room);
    expect(whispers(room)).toEqual([{ to: 'tom', text: '✗ there is no command "deplyo"\n→ did you mean ops deploy?' }]);
    expect(saidInRoom(room)).toEqual([]);
    expect(await recordedLines(room.project)).toEqual(['whoami']);
  });
});

describe('a line that makes no sense', () => {
  it('is told to its sender alone in a channel, and openly in a direct message', async () => {
    const room = await openRoom();
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy utopia' });
    const [told, ...more] = await whispered(room);
    expect(told?.to).toBe('mary');
    expect(told?.text).toContain('utopia');
    expect(more).toEqual([]);
    expect(saidInRoom(room)).toEqual([]);
    const open = await room.type('deploy utopia', { channel: '@mary' });
    expect(open.exitCode).toBe(64);
    expect(open.message.ephemeralTo).toBeUndefined();
    expect((await recorded(room.project)).filter(({ exitCode }) => exitCode === 64)).toMatchObject([
      { state: 'failed', message: expect.stringContaining('utopia') },
      { state: 'failed', message: expect.stringContaining('utopia') },
    ]);
  });

  it.each([
    ['a second command', 'ops deploy uat; rm -rf /', '";" at position 15 would start a second command'],
    ['a pipe', 'ops history | tail', '"|" at position 13 would hand the output to a second command'],
    ['a list of commands', 'ops deploy uat && ops deploy prod', '"&&" at position 16 would start a second command'],
    ['a substitution', 'ops deploy $(whoami)', '"$(" at position 12 would run a command within the line'],
    ['backticks', 'ops deploy `whoami`', '"`" at position 12 would run a command within the line'],
    ['an open double quote', 'ops deploy "uat', 'the double quote " at position 12 is never closed'],
    ['an open single quote', "ops deploy it's", "the single quote ' at position 14 is never closed"],
    ['a second line', 'ops deploy uat\nthanks', 'one line a message'],
    ['a NUL', 'ops deploy \0', 'a control character, U+0000'],
    ['half a character', 'ops deploy \ud800', 'the lone surrogate U+D800'],
    ['too long a line', `ops deploy ${'x'.repeat(40_000)}`, '40011 characters long'],
  ])('is refused, to its sender alone, and is not run: %s', async (_, text, reason) => {
    const room = await openRoom();
    for (const line of [text, text.replace('ops', `<@${room.slack.bot.userId}>`)]) {
      await room.slack.say({ as: 'mary', channel: room.channel, text: line, raw: true });
    }
    await whispered(room, 2);
    await settled(room);
    // The second one came as a message and as a mention.
    expect(whispers(room)).toHaveLength(2);
    for (const { to, text: told } of whispers(room)) {
      expect(to).toBe('mary');
      expect(told.replace(/position \d+|\d+ characters/g, '')).toContain(
        reason.replace(/position \d+|\d+ characters/g, ''),
      );
    }
    expect(saidInRoom(room)).toEqual([]);
    expect(await recordedLines(room.project)).toEqual(['whoami']);
  });
});

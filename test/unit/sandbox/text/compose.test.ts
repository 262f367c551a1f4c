import { describe, expect, it } from 'vitest';
import { compose } from '../../../../src/sandbox/text/compose.ts';

const users: Record<string, string> = { ops: 'UOPS', mary: 'UMARY' };
const names: Record<string, string> = { UOPS: 'ops', UMARY: 'mary', CGEN: 'general', SDEV: '@dev' };
const directory = {
  user: (name: string) => users[name],
  channel: (name: string) => (name === 'general' ? 'CGEN' : undefined),
  group: (handle: string) => (handle === 'dev' ? 'SDEV' : undefined),
  name: (id: string) => names[id],
};

describe('the composer', () => {
  it.each([
    ['escapes what Slack escapes', 'a && b > c < d', 'a &amp;&amp; b &gt; c &lt; d'],
    [
      'mentions people, the app and channels by name',
      '@ops tell @mary. In #general',
      '<@UOPS> tell <@UMARY>. In <#CGEN|general>',
    ],
    ['calls a user group', '@dev, <!subteam^SDEV|@dev>', '<!subteam^SDEV|@dev>, <!subteam^SDEV|@dev>'],
    ['leaves unknown names', '@nobody #nowhere', '@nobody #nowhere'],
    ['calls everybody', '@here @channel', '<!here> <!channel>'],
    ['takes a mention that a client picked', '<@UOPS> <#CGEN> <@UNOBODY>', '<@UOPS> <#CGEN|general> &lt;@UNOBODY&gt;'],
    ['links addresses without the punctuation after them', 'see https://x.com/(y)!', 'see <https://x.com/(y)>!'],
    ['escapes inside a link', 'https://x.com/?a=1&b=2', '<https://x.com/?a=1&amp;b=2>'],
    ['links bare hosts', 'ping www.x.com', 'ping <http://www.x.com|www.x.com>'],
    ['links file names that end like a host', 'cat README.md', 'cat <http://README.md|README.md>'],
    ['leaves versions, numbers and paths', 'v1.2.3 10.0.0.1 src/run.sh', 'v1.2.3 10.0.0.1 src/run.sh'],
    ['links mail addresses', 'ask a@b.co', 'ask <mailto:a@b.co|a@b.co>'],
    ['names emoji', '🎉 :tada: 10:30:45 :nope:', ':tada: :tada: 10:30:45 :nope:'],
    [
      'names emoji with a tone, of several parts, and flags',
      '👋🏼👩‍💻🇩🇪',
      ':wave::skin-tone-3::female-technologist::de:',
    ],
    ['leaves pictures without a name', '👨🏽‍🤝‍👨🏻 🫥\u200D🫥 ™', '👨🏽‍🤝‍👨🏻 🫥\u200D🫥 :tm:'],
    ['lists', 'do:\n- a\n  - b\n- c\nend', 'do:\n• a\n    ◦ b\n• c\nend'],
    ['counts', '1. a\n2. b', '1. a\n2. b'],
    ['quotes over several lines', '> a\n>\n> b', '&gt; a\n&gt; \n&gt; b'],
    ['keeps emphasis around whole words only', '*b* 2*3*4 snake_case_name _i_', '*b* 2*3*4 snake_case_name _i_'],
    ['nests emphasis', '*bold _both_*', '*bold _both_*'],
    ['leaves code alone', '`https://x.com @ops <b>`', '`https://x.com @ops &lt;b&gt;`'],
    ['puts a fence on its own line', 'run ```a\nb``` now', 'run \n```a\nb```\n now'],
    ['quotes', '> said\nno', '&gt; said\nno'],
    ['sends nothing for blanks', '  \n ', ''],
  ])('%s', (_, typed, text) => {
    expect(compose(typed, directory).text).toBe(text);
  });

  it('says in rich_text what it says in text', () => {
    expect(compose('@ops *go* https://x.com `--f`', directory).parts).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: 'UOPS' },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'go', style: { bold: true } },
          { type: 'text', text: ' ' },
          { type: 'link', url: 'https://x.com' },
          { type: 'text', text: ' ' },
          { type: 'text', text: '--f', style: { code: true } },
        ],
      },
    ]);
  });

  it('keeps text unescaped in rich_text', () => {
    expect(compose('<script>&', directory).parts[0]?.elements).toEqual([{ type: 'text', text: '<script>&' }]);
  });

  it('takes entities of a program for the characters they stand for', () => {
    expect(compose('a &amp;&amp; b & c', directory, { escaped: true }).text).toBe('a &amp;&amp; b &amp; c');
    expect(compose('a &amp; b', directory).text).toBe('a &amp;amp; b');
  });

  it('makes curly quotes and dashes outside code when asked to', () => {
    const typed = `--ref "v1" it's... \`"a" --b\``;
    expect(compose(typed, directory, { smart: true }).text).toBe('—ref “v1” it’s… `"a" --b`');
    expect(compose(typed, directory).text).toBe(typed);
  });

  it('says a list in rich_text as Slack does', () => {
    const item = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    expect(compose('1. a\n  - b\n2. c\n\nd', directory).parts).toEqual([
      { type: 'rich_text_list', style: 'ordered', indent: 0, border: 0, elements: [item('a')] },
      { type: 'rich_text_list', style: 'bullet', indent: 1, border: 0, elements: [item('b')] },
      { type: 'rich_text_list', style: 'ordered', indent: 0, border: 0, offset: 1, elements: [item('c')] },
      item('\nd'),
    ]);
  });

  it('puts hard spaces around links when asked to', () => {
    const typed = 'see https://x.com now `a https://y.com b`';
    expect(compose(typed, directory, { smart: true }).text).toBe(
      'see\u00A0<https://x.com>\u00A0now `a https://y.com b`',
    );
    expect(compose(typed, directory).text).toContain('see <https://x.com> now');
  });

  it('reads pictures that have no name, and goes on', () => {
    expect(compose('\u{1FAFF}\u{1FAFF} x', directory).parts[0]?.elements).toEqual([
      { type: 'text', text: '\u{1FAFF}\u{1FAFF} x' },
    ]);
  });

  it.each([
    '🫆',
    '👩‍',
    '🇩',
    '- a\n',
    '1. a\n',
    '  ',
    '*',
    '`',
    '<',
    '```',
    'a.',
    'a@',
    ':a',
    'https://',
    ').',
    '\n> a',
    '_a*b~',
  ])('reads 40,000 characters of %j in no time', (piece) => {
    // Of this process alone: what else runs meanwhile is no matter.
    const before = process.cpuUsage();
    compose(`https://x${piece.repeat(40_000 / piece.length)}`, directory);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  });
});

import { describe, expect, it } from 'vitest';
import { decode } from '../../../../src/slack/words/decode.ts';
import { reference } from '../../../../src/slack/words/reference.ts';
import { wordsOfBlocks } from '../../../../src/slack/words/rich-text.ts';

describe('a decoded message', () => {
  it.each([
    ['ask <#C1|deploys> &amp; <!here>', 'ask #deploys & @here'],
    ['&amp;lt;', '&lt;'],
    ['say “a—b…”', 'say "a--b..."'],
    ['`say “a—b…”`', 'say “a—b…”'],
    ['a\u00a0\u200bb', 'a b'],
    ['a <b', 'a <b'],
    ['<not a link>', '<not a link>'],
    ['<@U1; rm>', '<@U1; rm>'],
    ['say a\\ ', 'say a\\ '],
  ])('%j is %j', (source, line) => {
    expect(decode(source)).toBe(line);
  });

  it('keeps a person apart from the same characters typed', () => {
    expect(decode('<@U1>')).toBe(reference('@U1'));
    expect(decode('&lt;@U1&gt;')).toBe('<@U1>');
  });

  it('names channels and groups in its blocks as its source does', () => {
    const elements = [
      { type: 'channel', channel_id: 'C1' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'channel', channel_id: 'C2' },
    ];
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
    const source = '<#C1|r&amp;d><!subteam^S1|@oncall><#C2|>';
    expect(wordsOfBlocks(blocks, source)).toBe(decode(source));
    expect(wordsOfBlocks(blocks)).toBe(`${reference('#C1')}${reference('!subteam^S1')}${reference('#C2')}`);
  });
});

import { describe, expect, it } from 'vitest';
import { markdownWire } from '../../../../src/sandbox/text/markdown.ts';

describe('the text that goes with markdown', () => {
  it.each([
    ['bold and struck words', '**b** ~~s~~ _i_', '*b* ~s~ _i_'],
    ['headings', '## Plan\ntext', 'Plan\ntext'],
    ['bullets', '- a\n  * b', '• a\n  • b'],
    ['links', '[here](https://x.com/?a=1&b=2)', '<https://x.com/?a=1&amp;b=2|here>'],
    ['entities', 'a < b & c', 'a &lt; b &amp; c'],
    ['code as it is', '`**x**` ```\n# no\n- no\n```', '`**x**` ```\n# no\n- no\n```'],
    ['a fence that is still open', '```\n**x** <', '```\n**x** &lt;'],
  ])('%s', (_, markdown, text) => {
    expect(markdownWire(markdown)).toBe(text);
  });
});

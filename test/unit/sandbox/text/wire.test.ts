import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, storeText, unescapeText } from '../../../../src/sandbox/text/wire.ts';

describe('text that a program sends', () => {
  it.each([
    ['escapes lone characters', 'a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['keeps entities', '&lt;b&gt; &amp;', '&lt;b&gt; &amp;'],
    ['keeps references and links', '<@U1> <#C1|x> <!here> <https://x|y>', '<@U1> <#C1|x> <!here> <https://x|y>'],
    ['escapes what only looks like a reference', '<b> <@ x>', '&lt;b&gt; &lt;@ x&gt;'],
    ['links bare addresses', 'at https://x.com/a.', 'at <https://x.com/a>.'],
    ['does not link in code', '`https://x.com`', '`https://x.com`'],
  ])('%s', (_, sent, stored) => {
    expect(storeText(sent)).toBe(stored);
  });

  it('links nothing with parse none', () => {
    expect(storeText('https://x.com & <@U1>', false)).toBe('https://x.com &amp; <@U1>');
  });

  it('is stored the same when it is sent again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => storeText(storeText(text)) === storeText(text)));
  });

  it('comes back from its escaped form', () => {
    fc.assert(fc.property(fc.string(), (text) => unescapeText(escapeText(text)) === text));
  });
});

import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../src/sandbox/page/shell/plain.ts';

const names = {
  user: (id: string) => (id === 'U1' ? 'mary' : undefined),
  channel: (id: string) => (id === 'C1' ? 'ops' : undefined),
};

describe('a text read aloud', () => {
  it.each([
    ['*bold* _slanted_ ~gone~ `code`', 'bold slanted gone code'],
    ['snake_case and 2*3*4 stay', 'snake_case and 2*3*4 stay'],
    ['hi <@U1> in <#C1|ops>', 'hi @mary in #ops'],
    ['<@U7|someone> and <@U8>', '@someone and @U8'],
    ['<!here> <!subteam^S1|@oncall>', '@here @oncall'],
    ['see <https://example.com|the notes> or <https://example.com>', 'see the notes or https://example.com'],
    ['a &lt;b&gt; &amp;amp;', 'a <b> &amp;'],
    ['one\n\n  two', 'one two'],
  ])('%s', (text, plain) => {
    expect(plainText(text, names)).toBe(plain);
  });
});

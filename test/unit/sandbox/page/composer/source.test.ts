import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../../../src/sandbox/page/composer/source.ts';
import { compose } from '../../../../../src/sandbox/text/compose.ts';
import { emojiCharacter } from '../../../../../src/sandbox/text/emoji.ts';

const users: Record<string, string> = { ops: 'UOPS', mary: 'UMARY', 'mary_jane.watson': 'UJANE' };
const groups: Record<string, string> = { oncall: 'SCALL' };
const channels: Record<string, string> = { general: 'CGEN', 'ops-prod_2': 'COPS' };
const names: Record<string, string> = Object.fromEntries(
  Object.entries({ ...users, ...groups, ...channels }).map(([name, id]) => [id, name]),
);
const directory = {
  user: (name: string) => users[name],
  channel: (name: string) => channels[name],
  group: (name: string) => groups[name],
  name: (id: string) => names[id],
};
const named = (id: string) => names[id];
const known = { user: named, channel: named, group: named, emoji: emojiCharacter };

const partsOf = (typed: string) => compose(typed, directory).parts;
const stored = (typed: string) => ({ text: '', blocks: [{ type: 'rich_text', elements: partsOf(typed) }] });
const sourceOfTyped = (typed: string): string => sourceOf(stored(typed), known);

describe('what was typed', () => {
  it.each([
    ['plain lines', 'one\ntwo\n\nthree'],
    ['mentions and channels', '@ops tell @mary. See #general, @here!'],
    ['emphasis', '*bold _both_* _*a* b_ ~gone~ `c * d`'],
    ['links as they were written', 'see https://x.com/(y)! www.x.com, a@b.co and README.md'],
    ['emoji by name', 'done :tada: 10:30'],
    ['quotes', 'she said\n> one\n> two\nand left'],
    ['a fence', 'run\n```\nnpm test\n  npm run lint\n```\nnow'],
    ['what only looks like markup', '2*3*4 snake_case_name a < b && c > d *not\nbold*'],
    ['two code spans in a row', '`a``b`'],
    ['lists', 'todo\n• one\n    1. *first*\n    2. second\n• two\n\ndone'],
    ['a group', '@oncall: help'],
    ['a tone', ':wave::skin-tone-3:'],
    ['a mention and what only looks like one, after a mail address', 'a@b.co/@mary@mary'],
    ['a mention and what only looks like one, after a mail address that ends oddly', 'a@b.co-@mary@mary'],
  ])('comes back with %s', (_, typed) => {
    expect(sourceOfTyped(typed)).toBe(typed);
  });

  it.each([
    ['a mention that runs into a letter', 'ask <@UMARY>s cat', 'ask <@UMARY>s cat'],
    ['a mention after a letter', 'a<@UMARY>', 'a<@UMARY>'],
    ['a picture as its name', 'done 🎉', 'done :tada:'],
    ['a fence in a line as lines', 'run ```a``` now', 'run \n```\na\n```\n now'],
    ['emoji in italics as pictures', '_✅_', '_✅_'],
  ])('writes %s so that it stays one', (_, typed, source) => {
    expect(sourceOfTyped(typed)).toBe(source);
    expect(partsOf(source)).toEqual(partsOf(typed));
  });

  it('comes from the text of a message without blocks', () => {
    const text =
      'see <@UMARY> in <#CGEN|general>: <https://x.com?a=1&amp;b=2> <http://www.x.com|www.x.com> a &lt; b <!here>';
    expect(sourceOf({ text }, known)).toBe('see @mary in #general: https://x.com?a=1&b=2 www.x.com a < b @here');
  });

  it('has a bullet for each item of a list', () => {
    const item = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const list = { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [item('one'), item('two')] };
    expect(sourceOf({ text: '', blocks: [{ type: 'rich_text', elements: [list] }] }, known)).toBe('• one\n• two');
  });

  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '*',
        '_',
        '~',
        '`',
        '```',
        '> ',
        '\n- ',
        '\n    - ',
        '\n1. ',
        '\n2. ',
        '\n',
        ' ',
        '.',
        '-',
        ':',
        '(',
        '/',
        '@',
        '#',
        '&',
        '<',
        '>',
        ',',
        '!',
      ),
    },
    fc.constantFrom('a', 'b2', 'é', 'word', 'https://x.com', 'https://x.com/a_b', 'x.com', 'a@b.co', '10:30'),
    fc.constantFrom(
      '@mary',
      '@ops',
      '@mary_jane.watson',
      '<@UMARY>',
      '<@UJANE>',
      '<!here>',
      '@here',
      '@oncall',
      '<!subteam^SCALL>',
      '#general',
      '#ops-prod_2',
      '<#CGEN>',
      '<#COPS|x>',
    ),
    fc.constantFrom(
      ':tada:',
      '🎉',
      '✅',
      '👍',
      ':thumbsup:',
      ':white_check_mark:',
      ':nope:',
      ':tada',
      '👋🏼',
      ':wave::skin-tone-3:',
      '👩‍🚀',
      '❤️',
      '🇫🇷',
    ),
    fc.string({ maxLength: 4 }),
  );

  it('composes to the same blocks again, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const typed = pieces.join('');
        expect(partsOf(sourceOfTyped(typed))).toEqual(partsOf(typed));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkBlocks, markdownTooLong } from '../../../../../src/sandbox/api/blocks/check.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text = 'x') => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (text = 'Go', more = {}) => ({ type: 'button', text: plain(text), ...more });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const rich = (...elements: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

describe('blocks that Slack takes', () => {
  it.each([
    ['none', []],
    ['fifty', times(50, section())],
    ['a section of 3,000 characters', [section('x'.repeat(3000))]],
    ['a header of 150', [{ type: 'header', text: plain('x'.repeat(150)) }]],
    ['ten pieces of context', [{ type: 'context', elements: times(10, plain('x')) }]],
    ['25 buttons', [actions(...times(25, button('x'.repeat(75))))]],
    ['one name in two blocks', [actions(button('a', { action_id: 'a' })), actions(button('a', { action_id: 'a' }))]],
    [
      'text in four styles',
      [rich({ type: 'text', text: 'x', style: { bold: true, italic: false, strike: true, code: true } })],
    ],
    [
      'every inline element',
      [
        rich(
          { type: 'link', url: 'https://x' },
          { type: 'user', user_id: 'U1' },
          { type: 'emoji', name: 'wave', skin_tone: 3 },
        ),
      ],
    ],
    ['an empty line of rich text', [rich()]],
    [
      'preformatted text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }], border: 0 }],
        },
      ],
    ],
    ['a divider and an image', [{ type: 'divider' }, { type: 'image', image_url: 'https://x/y.png', alt_text: 'y' }]],
  ])('%s', (_, blocks) => {
    expect(checkBlocks(blocks)).toEqual([]);
  });
});

describe('blocks that Slack refuses', () => {
  it.each([
    ['51 blocks', times(51, section()), 'no more than 50 items allowed [json-pointer:/blocks]'],
    ['an unknown block', [{ type: 'poem' }], 'unsupported type: poem [json-pointer:/blocks/0/type]'],
    [
      'a block of an inherited name',
      [{ type: 'constructor' }],
      'unsupported type: constructor [json-pointer:/blocks/0/type]',
    ],
    [
      'a long section',
      [section('x'.repeat(3001))],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['an empty section', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    ['a section of nothing', [{ type: 'section' }], 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
    [
      'a long header',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a header in mrkdwn',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      'eleven pieces of context',
      [{ type: 'context', elements: times(11, plain('x')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      '26 buttons',
      [actions(...times(26, button()))],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'a long label',
      [actions(button('x'.repeat(76)))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'an unknown property',
      [actions(button('x', { disabled: true }))],
      'invalid additional property: disabled [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'a style of its own',
      [actions(button('x', { style: 'green' }))],
      'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'one name twice in a block',
      [actions(button('a', { action_id: 'a' }), button('b', { action_id: 'a' }))],
      '`action_id` "a" already exists for another interactive component [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      'one block id twice',
      [
        { type: 'divider', block_id: 'x' },
        { type: 'divider', block_id: 'x' },
      ],
      '`block_id` "x" already exists for another block [json-pointer:/blocks/1]',
    ],
    [
      'empty rich text',
      [rich({ type: 'text', text: '' })],
      'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    ],
    [
      'a style that is no boolean',
      [rich({ type: 'text', text: 'x', style: { bold: 1 } })],
      'must provide a boolean [json-pointer:/blocks/0/elements/0/elements/0/style/bold]',
    ],
    [
      'an unknown style',
      [rich({ type: 'text', text: 'x', style: { underline: true } })],
      'invalid additional property: underline [json-pointer:/blocks/0/elements/0/elements/0/style]',
    ],
    [
      'an unknown rich text element',
      [rich({ type: 'image' })],
      'unsupported type: image [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ],
    [
      'a user in preformatted text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }],
        },
      ],
      'unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ],
    [
      'text right inside rich text',
      [{ type: 'rich_text', elements: [{ type: 'text', text: 'x' }] }],
      'unsupported type: text [json-pointer:/blocks/0/elements/0/type]',
    ],
    ['no object', ['x'], 'must provide an object [json-pointer:/blocks/0]'],
  ])('%s', (_, blocks, complaint) => {
    expect(checkBlocks(blocks)).toEqual([complaint]);
  });

  it('more than 12,000 characters of markdown in all', () => {
    const markdown = (length: number) => ({ type: 'markdown', text: 'x'.repeat(length) });
    expect(markdownTooLong([markdown(6000), markdown(6000)])).toBe(false);
    expect(markdownTooLong([markdown(6000), markdown(6001)])).toBe(true);
  });
});

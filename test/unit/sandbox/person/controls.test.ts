import { describe, expect, it } from 'vitest';
import { controlsOf, stateValues } from '../../../../src/sandbox/person/controls.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const block = (element: object) => ({ type: 'input', block_id: 'b', element: { action_id: 'a', ...element } });

describe('the state of a control', () => {
  it.each<[string, object, object | undefined, object]>([
    ['an empty text', { type: 'plain_text_input' }, undefined, { type: 'plain_text_input', value: null }],
    [
      'a text that starts with words',
      { type: 'plain_text_input', initial_value: 'x' },
      undefined,
      { type: 'plain_text_input', value: 'x' },
    ],
    [
      'a text that was emptied',
      { type: 'plain_text_input', initial_value: 'x' },
      { value: null },
      { type: 'plain_text_input', value: null },
    ],
    [
      'a typed text',
      { type: 'plain_text_input', initial_value: 'x' },
      { value: 'y' },
      { type: 'plain_text_input', value: 'y' },
    ],
    [
      'a menu',
      { type: 'static_select', initial_option: option('x') },
      { selected_option: option('y') },
      { type: 'static_select', selected_option: option('y') },
    ],
    [
      'a menu that starts with an option',
      { type: 'static_select', initial_option: option('x') },
      undefined,
      { type: 'static_select', selected_option: option('x') },
    ],
    [
      'an empty menu of several',
      { type: 'multi_users_select' },
      undefined,
      { type: 'multi_users_select', selected_users: [] },
    ],
    [
      'boxes',
      { type: 'checkboxes', initial_options: [option('x')] },
      { selected_options: [] },
      { type: 'checkboxes', selected_options: [] },
    ],
    [
      'a time with its zone',
      { type: 'timepicker', initial_time: '10:00', timezone: 'Etc/UTC' },
      undefined,
      { type: 'timepicker', selected_time: '10:00', timezone: 'Etc/UTC' },
    ],
    ['files', { type: 'file_input' }, undefined, { type: 'file_input', files: [] }],
    [
      'what is not its own is left out',
      { type: 'datepicker' },
      { selected_date: '2026-11-21', value: 'x' },
      { type: 'datepicker', selected_date: '2026-11-21' },
    ],
  ])('%s', (_, element, given, state) => {
    const values = given ? { b: { a: { ...given } } } : {};
    expect(stateValues([block(element)], values)).toEqual({ b: { a: state } });
  });

  it('is only of controls that are there and keep a value', () => {
    const blocks = [{ type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'a' }] }];
    expect(stateValues(blocks, { b: { a: { value: 'x' } }, c: { d: { value: 'y' } } })).toEqual({});
  });

  it('is the room that it is shown in, where a menu starts with that', () => {
    const element = { default_to_current_conversation: true };
    const one = block({ type: 'conversations_select', ...element });
    const several = block({ type: 'multi_conversations_select', ...element });
    expect(stateValues([one], {}, 'C1')['b']?.['a']).toMatchObject({ selected_conversation: 'C1' });
    expect(stateValues([several], {}, 'C1')['b']?.['a']).toMatchObject({ selected_conversations: ['C1'] });
    expect(stateValues([one], {})['b']?.['a']).toMatchObject({ selected_conversation: null });
  });

  it('stands under any name', () => {
    const named = { ...block({ type: 'plain_text_input', action_id: 'constructor' }), block_id: '__proto__' };
    const values = stateValues([named], {});
    expect(JSON.stringify(values)).toBe('{"__proto__":{"constructor":{"type":"plain_text_input","value":null}}}');
  });
});

it('finds controls wherever they stand', () => {
  const button = (id: string) => ({ type: 'button', action_id: id });
  const blocks = [
    { type: 'actions', block_id: '1', elements: [button('a'), button('b')] },
    { type: 'section', block_id: '2', accessory: button('c') },
    { type: 'section', block_id: '3', accessory: { type: 'image' } },
    { type: 'context', block_id: '4', elements: [{ type: 'mrkdwn' }] },
    { type: 'context_actions', block_id: '5', elements: [{ type: 'icon_button', action_id: 'd' }] },
    { type: 'carousel', block_id: '6', elements: [{ type: 'card', block_id: '7', actions: [button('e')] }] },
    { type: 'container', block_id: '8', child_blocks: [{ type: 'actions', block_id: '9', elements: [button('f')] }] },
  ];
  expect(controlsOf(blocks).map(({ blockId, actionId }) => blockId + actionId)).toEqual([
    '1a',
    '1b',
    '2c',
    '5d',
    '7e',
    '9f',
  ]);
});

import { describe, expect, test } from 'vitest';
import {
  initialValue,
  isEmpty,
  valuesOf,
  withControls,
  withValue,
} from '../../../../../src/sandbox/page/blocks/state-values.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

describe('a control holds what the program gave, or nothing of its kind', () => {
  test.each([
    [{ type: 'plain_text_input' }, { type: 'plain_text_input', value: null }],
    [
      { type: 'plain_text_input', initial_value: 'a' },
      { type: 'plain_text_input', value: 'a' },
    ],
    [
      { type: 'number_input', initial_value: '3' },
      { type: 'number_input', value: '3' },
    ],
    [{ type: 'rich_text_input' }, { type: 'rich_text_input', rich_text_value: null }],
    [
      { type: 'static_select', initial_option: option('a') },
      { type: 'static_select', selected_option: option('a') },
    ],
    [{ type: 'external_select' }, { type: 'external_select', selected_option: null }],
    [{ type: 'multi_static_select' }, { type: 'multi_static_select', selected_options: [] }],
    [
      { type: 'multi_users_select', initial_users: ['U1'] },
      { type: 'multi_users_select', selected_users: ['U1'] },
    ],
    [
      { type: 'channels_select', initial_channel: 'C1' },
      { type: 'channels_select', selected_channel: 'C1' },
    ],
    [
      { type: 'datepicker', initial_date: '2026-11-21' },
      { type: 'datepicker', selected_date: '2026-11-21' },
    ],
    [{ type: 'timepicker' }, { type: 'timepicker', selected_time: null }],
    [
      { type: 'datetimepicker', initial_date_time: 9 },
      { type: 'datetimepicker', selected_date_time: 9 },
    ],
    [{ type: 'radio_buttons' }, { type: 'radio_buttons', selected_option: null }],
    [
      { type: 'checkboxes', initial_options: [option('a')] },
      { type: 'checkboxes', selected_options: [option('a')] },
    ],
    [{ type: 'file_input' }, { type: 'file_input', files: [] }],
    [{ type: 'button', value: 'x' }, undefined],
    [{ type: 'overflow' }, undefined],
    [{ type: 'constructor' }, undefined],
  ])('%j', (element, value) => {
    expect(initialValue(element)).toEqual(value);
  });

  test('a conversations select takes the room that it stands in where it is told to', () => {
    const element = { type: 'conversations_select', default_to_current_conversation: true };
    expect(initialValue(element, 'C1')).toEqual({ type: 'conversations_select', selected_conversation: 'C1' });
    expect(initialValue({ ...element, type: 'multi_conversations_select' }, 'C1')).toEqual({
      type: 'multi_conversations_select',
      selected_conversations: ['C1'],
    });
    expect(initialValue({ ...element, initial_conversation: 'C2' }, 'C1')).toMatchObject({
      selected_conversation: 'C2',
    });
    expect(initialValue(element)).toMatchObject({ selected_conversation: null });
  });
});

describe('the values of all controls', () => {
  const blocks = [
    { type: 'section', block_id: 's', accessory: { type: 'datepicker', action_id: 'd' } },
    {
      type: 'actions',
      block_id: 'a',
      elements: [
        { type: 'button', action_id: 'b' },
        { type: 'checkboxes', action_id: 'c' },
        { type: 'static_select', action_id: 'e' },
      ],
    },
    { type: 'input', block_id: 'i', element: { type: 'plain_text_input', action_id: 't', initial_value: 'x' } },
    { type: 'divider', block_id: 'r' },
  ];

  test('have each under its block and action, buttons left out', () => {
    expect(valuesOf(blocks, {})).toEqual({
      s: { d: { type: 'datepicker', selected_date: null } },
      a: { c: { type: 'checkboxes', selected_options: [] }, e: { type: 'static_select', selected_option: null } },
      i: { t: { type: 'plain_text_input', value: 'x' } },
    });
  });

  test('keep what a person put in when the program changes the blocks around it', () => {
    const touched = withValue({}, 'i', 't', { type: 'plain_text_input', value: 'typed' });
    expect(valuesOf(blocks, touched)['i']).toEqual({ t: { type: 'plain_text_input', value: 'typed' } });
    expect(valuesOf([], touched)).toEqual({});
  });

  test('forget it when another kind of control stands in its place', () => {
    const touched = withValue({}, 'i', 't', { type: 'datepicker', selected_date: '2026-01-01' });
    expect(valuesOf(blocks, touched)['i']).toEqual({ t: { type: 'plain_text_input', value: 'x' } });
  });
});

describe('a value is empty', () => {
  test.each([
    [undefined, true],
    [{ type: 'plain_text_input', value: null }, true],
    [{ type: 'plain_text_input', value: '  ' }, true],
    [{ type: 'plain_text_input', value: '0' }, false],
    [{ type: 'checkboxes', selected_options: [] }, true],
    [{ type: 'checkboxes', selected_options: [option('a')] }, false],
    [{ type: 'datetimepicker', selected_date_time: 0 }, false],
  ])('%j: %s', (value, empty) => {
    expect(isEmpty(value)).toBe(empty);
  });
});

test('what was chosen is forgotten with its control', () => {
  const [kept, gone] = [
    { type: 'datepicker', selected_date: '2026-11-21' },
    { type: 'plain_text_input', value: 'a' },
  ];
  const chosen = { b1: { a1: kept, a2: gone }, b2: { a1: gone } };
  const blocks = [{ type: 'actions', block_id: 'b1', elements: [{ type: 'datepicker', action_id: 'a1' }] }];
  expect(withControls(chosen, blocks)).toEqual({ b1: { a1: kept } });
  expect(withControls(chosen, [])).toEqual({});
});

import { describe, expect, it } from 'vitest';
import type { SurfaceKind } from '../../../../../src/sandbox/api/blocks/blocks.ts';
import { checkBlocks } from '../../../../../src/sandbox/api/blocks/check.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });
const options = [option('a'), option('b')];
const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] };
const confirm = { title: plain('Sure?'), text: plain('Really'), confirm: plain('Yes'), deny: plain('No') };
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

const selects = [
  { type: 'static_select', options, initial_option: option('a'), placeholder: plain('Pick'), confirm },
  { type: 'static_select', option_groups: [{ label: plain('G'), options }], initial_option: option('b') },
  { type: 'multi_static_select', options, initial_options: [option('b')], max_selected_items: 2 },
  { type: 'external_select', min_query_length: 2, initial_option: option('z') },
  { type: 'multi_external_select', initial_options: [option('z')] },
  { type: 'users_select', initial_user: 'U1', focus_on_load: true },
  { type: 'multi_users_select', initial_users: ['U1'] },
  { type: 'conversations_select', default_to_current_conversation: true, filter: { include: ['im', 'public'] } },
  { type: 'multi_conversations_select', initial_conversations: ['C1'] },
  { type: 'channels_select', initial_channel: 'C1', response_url_enabled: true },
  { type: 'multi_channels_select', initial_channels: [] },
];
const pickers = [
  { type: 'datepicker', initial_date: '2026-11-21', placeholder: plain('Day') },
  { type: 'timepicker', initial_time: '23:59', timezone: 'Europe/Zurich' },
  {
    type: 'radio_buttons',
    options: [{ text: { type: 'mrkdwn', text: '*a*' }, value: 'a' }],
    initial_option: option('a'),
  },
  { type: 'checkboxes', options, initial_options: options },
];
const button = { type: 'button', text: plain('Go'), url: 'https://x', style: 'danger', confirm: { text: plain('?') } };
const overflow = { type: 'overflow', options: [{ ...option('a'), url: 'https://x' }] };
const workflow = { type: 'workflow_button', text: plain('Go'), workflow: { trigger: { url: 'https://x' } } };
const datetime = { type: 'datetimepicker', initial_date_time: 1_763_712_000 };
const richInput = { type: 'rich_text_input', initial_value: rich, dispatch_action_config: {} };
const inputs = [
  { type: 'plain_text_input', multiline: true, min_length: 1, max_length: 9, initial_value: '' },
  { type: 'email_text_input', placeholder: plain('you@example.com') },
  { type: 'url_text_input', dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
  { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '9' },
  richInput,
  datetime,
];
const file = { type: 'file_input', filetypes: ['png'], max_files: 3 };

const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const section = (accessory: unknown) => ({ type: 'section', text: plain('x'), accessory });
const input = (element: unknown) => ({ type: 'input', label: plain('Label'), element, hint: plain('Hint') });
const image = { type: 'image', image_url: 'https://x/y.png', alt_text: 'y' };

const everywhere: readonly SurfaceKind[] = ['message', 'modal', 'home'];

describe('elements that Slack takes', () => {
  const cases = [
    ...[...selects, ...pickers, button, overflow, datetime, richInput].map((element) => ['actions', actions(element)]),
    ...[...selects, ...pickers, button, overflow, image].map((element) => ['a section', section(element)]),
    ...[...selects, ...pickers, ...inputs].map((element) => ['an input', input(element)]),
  ] as [string, { elements?: { type: string }[]; accessory?: { type: string }; element?: { type: string } }][];
  const titled = cases.map(([place, block]) => {
    const element = block.elements?.[0] ?? block.accessory ?? block.element;
    return [`${element?.type} in ${place}`, block] as const;
  });
  it.each(titled)('%s', (_, block) => {
    for (const surface of everywhere) expect(checkBlocks([block], surface)).toEqual([]);
  });
});

describe('what only some surfaces take', () => {
  const markdown = { type: 'markdown', text: '# x' };
  const table = {
    type: 'table',
    rows: [[{ type: 'raw_text', text: 'a' }, rich]],
    column_settings: [{ align: 'right' }, null],
  };
  const feedback = {
    type: 'feedback_buttons',
    positive_button: { text: plain('Good'), value: 'good' },
    negative_button: { text: plain('Bad'), value: 'bad' },
  };
  const quiet = {
    type: 'context_actions',
    elements: [feedback, { type: 'icon_button', icon: 'trash', text: plain('Delete') }],
  };
  const card = { type: 'card', title: plain('x'), hero_image: image, actions: [button] };
  const video = { type: 'video', alt_text: 'x', title: plain('x'), thumbnail_url: 'https://x', video_url: 'https://x' };
  it.each<[string, unknown, readonly SurfaceKind[]]>([
    ['markdown', markdown, ['message']],
    ['a table', table, ['message']],
    ['quiet actions', quiet, ['message']],
    ['a workflow button', actions(workflow), ['message']],
    ['a file input', input(file), ['modal']],
    ['an alert', { type: 'alert', text: plain('x'), level: 'warning' }, ['modal']],
    ['a carousel', { type: 'carousel', elements: [card] }, ['message', 'home']],
    ['a container', { type: 'container', title: plain('x'), child_blocks: [actions(button), table] }, ['message']],
    [
      'a plan',
      { type: 'plan', title: 'x', tasks: [{ type: 'task_card', task_id: '1', title: 'x', status: 'pending' }] },
      ['message'],
    ],
    ['a card', card, everywhere],
    ['a video', video, everywhere],
    ['rich text', rich, everywhere],
  ])('%s', (_, block, surfaces) => {
    const taken = everywhere.filter((surface) => checkBlocks([block], surface).length === 0);
    expect(taken).toEqual(surfaces);
  });

  it('100 blocks in a view, 50 in a message', () => {
    const blocks = times(100, { type: 'divider' });
    expect(checkBlocks(blocks, 'modal')).toEqual([]);
    expect(checkBlocks(blocks, 'message')).toEqual(['no more than 50 items allowed [json-pointer:/blocks]']);
    expect(checkBlocks([...blocks, blocks[0]], 'home')).toEqual([
      'no more than 100 items allowed [json-pointer:/blocks]',
    ]);
  });
});

describe('elements that Slack refuses', () => {
  const at = (place: string, complaint: string) => `${complaint} [json-pointer:/blocks/0${place}]`;
  it.each<[string, unknown, string]>([
    ['a button as an input', input(button), at('/element/type', 'unsupported type: button')],
    ['a text input in actions', actions(inputs[0]), at('/elements/0/type', 'unsupported type: plain_text_input')],
    ['no label', { type: 'input', element: inputs[0] }, at('', 'missing required field: label')],
    [
      'a menu without options',
      actions({ type: 'static_select' }),
      at('/elements/0', 'missing required field: options'),
    ],
    [
      'options and groups',
      actions({ ...selects[1], options }),
      at('/elements/0', 'must define either `options` or `option_groups`, not both'),
    ],
    [
      '101 options',
      actions({ type: 'static_select', options: times(101, option('a')) }),
      at('/elements/0/options', 'no more than 100 items allowed'),
    ],
    [
      'a long option',
      actions({ type: 'static_select', options: [option('x'.repeat(76))] }),
      at('/elements/0/options/0/text/text', 'must be less than 76 characters'),
    ],
    [
      'emphasis in a menu',
      actions({ type: 'static_select', options: [{ text: { type: 'mrkdwn', text: 'x' }, value: 'x' }] }),
      at('/elements/0/options/0/text/type', 'unsupported type: mrkdwn'),
    ],
    [
      'a start that is no option',
      section({ type: 'static_select', options, initial_option: option('c') }),
      at('/accessory/initial_option', 'must match one of the options'),
    ],
    [
      'a checked box that is not there',
      input({ type: 'checkboxes', options, initial_options: [option('a'), option('c')] }),
      at('/element/initial_options/1', 'must match one of the options'),
    ],
    [
      'six in an overflow',
      actions({ ...overflow, options: times(6, option('a')) }),
      at('/elements/0/options', 'no more than 5 items allowed'),
    ],
    [
      'eleven radio buttons',
      actions({ type: 'radio_buttons', options: times(11, option('a')) }),
      at('/elements/0/options', 'no more than 10 items allowed'),
    ],
    [
      'a day that is none',
      actions({ type: 'datepicker', initial_date: '2026-13-01' }),
      at('/elements/0/initial_date', 'must be a date as YYYY-MM-DD'),
    ],
    [
      'an hour that is none',
      actions({ type: 'timepicker', initial_time: '24:00' }),
      at('/elements/0/initial_time', 'must be a time as HH:mm'),
    ],
    [
      'a number without its kind',
      input({ type: 'number_input' }),
      at('/element', 'missing required field: is_decimal_allowed'),
    ],
    [
      'lengths the wrong way round',
      input({ type: 'plain_text_input', min_length: 5, max_length: 2 }),
      at('/element', '`min_length` must be less than or equal to `max_length`'),
    ],
    [
      'an unknown trigger',
      input({ ...inputs[1], dispatch_action_config: { trigger_actions_on: ['on_blur'] } }),
      at('/element/dispatch_action_config/trigger_actions_on/0', 'must be a valid enum value'),
    ],
    [
      'a confirm without text',
      actions({ ...button, confirm: { title: plain('x') } }),
      at('/elements/0/confirm', 'missing required field: text'),
    ],
    [
      'an unknown room',
      actions({ type: 'conversations_select', filter: { include: ['dm'] } }),
      at('/elements/0/filter/include/0', 'must be a valid enum value'),
    ],
    [
      'a picture without a source',
      { type: 'image', alt_text: 'x' },
      at('', 'must define either `image_url` or `slack_file`'),
    ],
    [
      '21 columns',
      { type: 'table', rows: [times(21, { type: 'raw_text', text: 'x' })] },
      at('/rows/0', 'no more than 20 items allowed'),
    ],
    [
      'nothing in a container',
      { type: 'container', child_blocks: [null] },
      at('/child_blocks/0', 'must provide an object'),
    ],
    [
      'a container in a container',
      { type: 'container', child_blocks: [{ type: 'container' }] },
      at('/child_blocks/0/type', 'unsupported type: container'),
    ],
    ['a cell of nothing', { type: 'table', rows: [['x']] }, at('/rows/0/0', 'must provide an object')],
  ])('%s', (_, block, complaint) => {
    expect(checkBlocks([block])).toEqual([complaint]);
  });
});

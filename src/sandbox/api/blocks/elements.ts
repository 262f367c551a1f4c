import type { Check, Field } from './rules.ts';
import { anything, array, boolean, isRecord, object, oneOf, optional, required, string, typed } from './rules.ts';

const type = required(string());
const blockId = optional(string({ max: 255 }));
const actionId = optional(string({ max: 255 }));

export const plainText = (max: number): Check =>
  typed({ plain_text: object({ type, text: required(string({ max })), emoji: optional(boolean) }) });

export const anyText = (max: number): Check =>
  typed({
    plain_text: object({ type, text: required(string({ max })), emoji: optional(boolean) }),
    mrkdwn: object({ type, text: required(string({ max })), verbatim: optional(boolean) }),
  });

const confirm = object({
  title: required(plainText(100)),
  text: required(anyText(300)),
  confirm: required(plainText(30)),
  deny: required(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
});

const button = object({
  type,
  text: required(plainText(75)),
  action_id: actionId,
  url: optional(string({ max: 3000 })),
  value: optional(string({ max: 2000 })),
  style: optional(oneOf('primary', 'danger')),
  confirm: optional(confirm),
  accessibility_label: optional(string({ max: 75 })),
});

const option = object({
  text: required(anyText(75)),
  value: required(string({ max: 150 })),
  description: optional(anyText(75)),
  url: optional(string({ max: 3000 })),
});

/** An element with choices: its own details are left to the program. */
const choices = (most: number): Check => {
  const options = array(option, { min: 1, max: most });
  return (value, at, report) => {
    if (!isRecord(value)) return report('must provide an object', at);
    if (value['options'] !== undefined) options(value['options'], `${at}/options`, report);
    else if (value['option_groups'] === undefined) report('missing required field: options', at);
  };
};

const image = object({
  type,
  image_url: optional(string({ max: 3000 })),
  slack_file: optional(anything),
  alt_text: required(string({ max: 2000 })),
});

const selects: Readonly<Record<string, Check>> = {
  static_select: choices(100),
  multi_static_select: choices(100),
  overflow: choices(5),
  radio_buttons: choices(10),
  checkboxes: choices(10),
};

const others = [
  ...['users_select', 'multi_users_select', 'conversations_select', 'multi_conversations_select', 'channels_select'],
  ...[
    'multi_channels_select',
    'external_select',
    'multi_external_select',
    'datepicker',
    'timepicker',
    'datetimepicker',
  ],
  ...['workflow_button', 'feedback_buttons', 'icon_button'],
];

const interactive: Readonly<Record<string, Check>> = {
  button,
  ...selects,
  ...Object.fromEntries(others.map((name): [string, Check] => [name, anything])),
};

const inputs = [
  'plain_text_input',
  'rich_text_input',
  'email_text_input',
  'number_input',
  'url_text_input',
  'file_input',
];

export const actionElement = typed(interactive);
export const accessory = typed({ ...interactive, image });
export const contextElement = typed({
  image,
  plain_text: anyText(Number.POSITIVE_INFINITY),
  mrkdwn: anyText(Number.POSITIVE_INFINITY),
});
export const inputElement = typed({
  ...interactive,
  ...Object.fromEntries(inputs.map((name): [string, Check] => [name, anything])),
});

export const titled: Readonly<Record<string, Field>> = { type, block_id: blockId };

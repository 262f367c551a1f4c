import { isRecord } from '../../state/record.ts';
import type { Check, Field } from './rules.ts';
import { array, boolean, both, object, oneOf, optional, required, string, typed } from './rules.ts';

export const type = required(string());
export const actionId = optional(string({ max: 255 }));
/** What every block may have. */
export const titled: Readonly<Record<string, Field>> = { type, block_id: optional(string({ max: 255 })) };

export const plainText = (max: number): Check =>
  typed({ plain_text: object({ type, text: required(string({ max })), emoji: optional(boolean) }) });

export const anyText = (max: number): Check =>
  typed({
    plain_text: object({ type, text: required(string({ max })), emoji: optional(boolean) }),
    mrkdwn: object({ type, text: required(string({ max })), verbatim: optional(boolean) }),
  });

export const style = optional(oneOf('primary', 'danger'));

export const confirm = optional(
  object({
    title: optional(plainText(100)),
    text: required(anyText(300)),
    confirm: optional(plainText(30)),
    deny: optional(plainText(30)),
    style,
  }),
);

const optionOf = (text: Check): Check =>
  object({
    text: required(text),
    value: required(string({ max: 150 })),
    description: optional(text),
    url: optional(string({ max: 3000 })),
  });

/** Of a menu, and of radio buttons and checkboxes, whose text may have emphasis. */
export const plainOption = optionOf(plainText(75));
export const anyOption = optionOf(anyText(75));

const group = object({
  label: required(plainText(75)),
  options: required(array(plainOption, { min: 1, max: 100 })),
});

export const options = optional(array(plainOption, { min: 1, max: 100 }));
export const optionGroups = optional(array(group, { min: 1, max: 100 }));

/** A menu has its options in one list or in groups. */
const hasChoices: Check = (value, at, report) => {
  if (!isRecord(value)) return;
  const [flat, grouped] = [value['options'] !== undefined, value['option_groups'] !== undefined];
  if (!flat && !grouped) report('missing required field: options', at);
  if (flat && grouped) report('must define either `options` or `option_groups`, not both', at);
};

const texts = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What is chosen at first is one of the options. */
export const startsWithOption: Check = (value, at, report) => {
  if (!isRecord(value)) return;
  const grouped = texts(value['option_groups']).flatMap((one) => (isRecord(one) ? texts(one['options']) : []));
  const known = [...texts(value['options']), ...grouped].map((one) => (isRecord(one) ? one['value'] : undefined));
  const check = (chosen: unknown, place: string): void => {
    if (isRecord(chosen) && !known.includes(chosen['value'])) report('must match one of the options', place);
  };
  check(value['initial_option'], `${at}/initial_option`);
  for (const [index, chosen] of texts(value['initial_options']).entries()) {
    check(chosen, `${at}/initial_options/${index}`);
  }
};

export const withChoices = (fields: Readonly<Record<string, Field>>): Check =>
  both(object(fields), hasChoices, startsWithOption);

export const dispatchConfig = optional(
  object({
    trigger_actions_on: optional(array(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 })),
  }),
);

export const conversationFilter = optional(
  object({
    include: optional(array(oneOf('im', 'mpim', 'private', 'public'), { min: 1 })),
    exclude_external_shared_channels: optional(boolean),
    exclude_bot_users: optional(boolean),
  }),
);

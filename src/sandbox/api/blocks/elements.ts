import { isRecord } from '../../state/record.ts';
import {
  actionId,
  anyOption,
  confirm,
  conversationFilter,
  optionGroups,
  options,
  plainOption,
  plainText,
  startsWithOption,
  style,
  type,
  withChoices,
} from './composition.ts';
import type { Check, Field } from './rules.ts';
import { array, boolean, both, integer, matching, object, optional, required, string } from './rules.ts';

type Fields = Readonly<Record<string, Field>>;

const focus = optional(boolean);
const placeholder = optional(plainText(150));
const ids = optional(array(string()));
const id = optional(string());
const most = optional(integer(1, 100));
const long = optional(string({ max: 3000 }));

/** What most elements may have. */
const common: Fields = { type, action_id: actionId, confirm, focus_on_load: focus };
const menu: Fields = { ...common, placeholder };
const multi: Fields = { ...menu, max_selected_items: most };
const room: Fields = { default_to_current_conversation: optional(boolean), filter: conversationFilter };
const answerable: Fields = { response_url_enabled: optional(boolean) };
const queried: Fields = { min_query_length: optional(integer(0, 100)) };

const date = matching(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, 'must be a date as YYYY-MM-DD');
const time = matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'must be a time as HH:mm');

export const button = object({
  ...{ type, action_id: actionId, confirm, style },
  text: required(plainText(75)),
  url: long,
  value: optional(string({ max: 2000 })),
  accessibility_label: optional(string({ max: 75 })),
});

const workflowButton = object({
  ...{ type, action_id: actionId, confirm, style },
  text: required(plainText(75)),
  workflow: required(
    object({
      trigger: required(
        object({
          url: required(string({ max: 3000 })),
          customizable_input_parameters: optional(
            array(object({ name: required(string()), value: required(string({ min: 0 })) })),
          ),
        }),
      ),
    }),
  ),
  accessibility_label: optional(string({ max: 75 })),
});

export const selects: Readonly<Record<string, Check>> = {
  static_select: withChoices({ ...menu, options, option_groups: optionGroups, initial_option: optional(plainOption) }),
  multi_static_select: withChoices({
    ...{ ...multi, options, option_groups: optionGroups },
    initial_options: optional(array(plainOption, { min: 1, max: 100 })),
  }),
  external_select: object({ ...menu, ...queried, initial_option: optional(plainOption) }),
  multi_external_select: object({ ...multi, ...queried, initial_options: optional(array(plainOption, { max: 100 })) }),
  users_select: object({ ...menu, initial_user: id }),
  multi_users_select: object({ ...multi, initial_users: ids }),
  conversations_select: object({ ...menu, ...room, ...answerable, initial_conversation: id }),
  multi_conversations_select: object({ ...multi, ...room, initial_conversations: ids }),
  channels_select: object({ ...menu, ...answerable, initial_channel: id }),
  multi_channels_select: object({ ...multi, initial_channels: ids }),
};

const listed = required(array(anyOption, { min: 1, max: 10 }));

export const pickers: Readonly<Record<string, Check>> = {
  datepicker: object({ ...menu, initial_date: optional(date) }),
  timepicker: object({ ...menu, initial_time: optional(time), timezone: optional(string({ max: 100 })) }),
  radio_buttons: both(object({ ...common, options: listed, initial_option: optional(anyOption) }), startsWithOption),
  checkboxes: both(
    object({ ...common, options: listed, initial_options: optional(array(anyOption, { min: 1, max: 10 })) }),
    startsWithOption,
  ),
};

export const datetimepicker = object({
  ...common,
  initial_date_time: optional(integer(1_000_000_000, 9_999_999_999)),
});

const overflow = object({
  ...{ type, action_id: actionId, confirm },
  options: required(array(plainOption, { min: 1, max: 5 })),
});

export const slackFile = object({ id, url: long });

const imageFields = object({
  type,
  image_url: long,
  slack_file: optional(slackFile),
  alt_text: required(string({ max: 2000 })),
});

/** A picture comes from an address, or from a file here. */
export const pictured: Check = (value, at, report) => {
  if (!isRecord(value)) return;
  const sources = [value['image_url'], value['slack_file']].filter((source) => source !== undefined);
  if (sources.length !== 1) report('must define either `image_url` or `slack_file`', at);
};

export const image = both(imageFields, pictured);

const feedback = required(
  object({
    text: required(plainText(75)),
    value: required(string({ max: 2000 })),
    accessibility_label: optional(string({ max: 75 })),
  }),
);

export const quiet: Readonly<Record<string, Check>> = {
  feedback_buttons: object({ type, action_id: actionId, positive_button: feedback, negative_button: feedback }),
  icon_button: object({
    ...{ type, action_id: actionId, confirm },
    icon: required(string()),
    text: required(plainText(75)),
    accessibility_label: optional(string({ max: 75 })),
    value: optional(string({ max: 2000 })),
    visible_to_user_ids: ids,
  }),
};

export const pressed: Readonly<Record<string, Check>> = { button, overflow };
export const workflow: Readonly<Record<string, Check>> = { workflow_button: workflowButton };

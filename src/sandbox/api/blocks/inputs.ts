import { isRecord } from '../../state/record.ts';
import { actionId, dispatchConfig, plainText, type } from './composition.ts';
import { richText } from './rich-text.ts';
import type { Check, Field } from './rules.ts';
import { array, boolean, integer, object, optional, required, string } from './rules.ts';

const written: Readonly<Record<string, Field>> = {
  type,
  action_id: actionId,
  placeholder: optional(plainText(150)),
  focus_on_load: optional(boolean),
  dispatch_action_config: dispatchConfig,
};

const start = optional(string({ min: 0, max: 3000 }));

const plainInput = object({
  ...written,
  initial_value: start,
  multiline: optional(boolean),
  min_length: optional(integer(0, 3000)),
  max_length: optional(integer(1, 3000)),
});

/** A bound of a number: Slack takes it as text, and as a number too. */
const bound: Check = (value, at, report) => {
  if (typeof value !== 'string' && typeof value !== 'number') report('must provide a string', at);
  else if (!Number.isFinite(Number(value))) report('must provide a number', at);
};

const bounded: Check = (value, at, report) => {
  if (!isRecord(value)) return;
  const [least, most] = [value['min_length'], value['max_length']];
  if (typeof least === 'number' && typeof most === 'number' && least > most) {
    report('`min_length` must be less than or equal to `max_length`', at);
  }
};

/** Elements that a person types into, or attaches to. */
export const typedInputs: Readonly<Record<string, Check>> = {
  plain_text_input: (value, at, report) => {
    plainInput(value, at, report);
    bounded(value, at, report);
  },
  email_text_input: object({ ...written, initial_value: start }),
  url_text_input: object({ ...written, initial_value: start }),
  number_input: object({
    ...written,
    is_decimal_allowed: required(boolean),
    initial_value: optional(bound),
    min_value: optional(bound),
    max_value: optional(bound),
  }),
};

export const richTextInput = object({
  ...written,
  initial_value: optional(richText),
  min_lines: optional(integer(1, 100)),
  max_lines: optional(integer(1, 100)),
});

export const fileInput = object({
  ...{ type, action_id: actionId },
  filetypes: optional(array(string(), { min: 1 })),
  max_files: optional(integer(1, 10)),
});

import type { Json } from '../../state/model.ts';
import type { Values } from '../protocol.ts';
import { own, string } from './json.ts';
import { controlsOf, isEmpty } from './state-values.ts';

type Check = (value: string, element: Json) => string | undefined;

const isNumber = (value: unknown): value is string | number =>
  value !== undefined && value !== '' && !Number.isNaN(Number(value));

const length: Check = (value, { min_length: least, max_length: most }) => {
  if (isNumber(least) && value.length < Number(least)) return `Please enter at least ${least} characters.`;
  if (isNumber(most) && value.length > Number(most)) return `Please enter no more than ${most} characters.`;
  return undefined;
};

const number: Check = (value, { is_decimal_allowed: decimal, min_value: least, max_value: most }) => {
  if (!/^-?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(value)) return 'Please enter a number.';
  if (decimal !== true && !/^-?\d+$/u.test(value)) return 'Please enter a whole number.';
  if (isNumber(least) && Number(value) < Number(least)) return `Please enter a number of at least ${least}.`;
  if (isNumber(most) && Number(value) > Number(most)) return `Please enter a number of at most ${most}.`;
  return undefined;
};

const url: Check = (value) =>
  /^https?:\/\/[^\s/.]+[^\s]*$/iu.test(value) && URL.canParse(value) ? undefined : 'Please enter a valid URL.';

const email: Check = (value) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value) ? undefined : 'Please enter a valid email address.';

const checks: Readonly<Record<string, Check>> = {
  plain_text_input: length,
  number_input: number,
  url_text_input: url,
  email_text_input: email,
};

/** What is wrong with what was put into a form, by block: what is required is missing, or is not of its type. */
export function validate(blocks: readonly Json[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { blockId, element, input } of controlsOf(blocks)) {
    if (input === undefined) continue;
    const value = values[blockId]?.[string(element['action_id'])];
    if (isEmpty(value)) {
      if (input['optional'] !== true) errors[blockId] = 'Please complete this required field.';
      continue;
    }
    const complaint = own(checks, string(element['type']))?.(string(value?.['value']).trim(), element);
    if (complaint !== undefined) errors[blockId] = complaint;
  }
  return errors;
}

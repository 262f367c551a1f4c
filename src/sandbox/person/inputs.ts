import type { Json, Values } from '../state/model.ts';
import { type Control, controlsOf, fieldOf } from './controls.ts';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '') || isEmptyList(value);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function textError(element: Json, value: string): string | undefined {
  const [least, most] = [Number(element['min_length'] ?? 0), Number(element['max_length'] ?? 3000)];
  if (value.length < least) return `Please enter at least ${least} characters.`;
  return value.length > most ? `Please enter no more than ${most} characters.` : undefined;
}

function numberError(element: Json, value: string): string | undefined {
  const number = Number(value);
  if (!Number.isFinite(number)) return 'Please enter a number.';
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
  const [least, most] = [element['min_value'], element['max_value']];
  if (least !== undefined && number < Number(least)) return `Please enter a number of at least ${least}.`;
  return most !== undefined && number > Number(most) ? `Please enter a number of at most ${most}.` : undefined;
}

function contentError({ type, element }: Control, value: unknown): string | undefined {
  if (type === 'plain_text_input') return textError(element, String(value));
  if (type === 'number_input') return numberError(element, String(value));
  if (type === 'email_text_input' && !email.test(String(value))) return 'Please enter a valid email address.';
  if (type === 'url_text_input' && !/^https?:\/\/[^\s/.]/iu.test(String(value))) return 'Please enter a valid URL.';
  return undefined;
}

/** What a person reads under the inputs that they have yet to fill in, or to fill in otherwise: block → sentence. */
export function inputErrors(blocks: readonly Json[], values: Values): Record<string, string> {
  const errors = controlsOf(blocks).flatMap((control): [string, string][] => {
    const { block, blockId, actionId, type } = control;
    if (block['type'] !== 'input') return [];
    const value = values[blockId]?.[actionId]?.[fieldOf(type)?.name ?? ''];
    if (isEmpty(value)) return block['optional'] === true ? [] : [[blockId, 'Please complete this required field.']];
    const error = contentError(control, value);
    return error === undefined ? [] : [[blockId, error]];
  });
  return Object.fromEntries(errors);
}

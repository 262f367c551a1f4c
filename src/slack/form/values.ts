import type { FormValues } from '../../context/form.ts';
import { formAction, proseAction } from './view.ts';

/** What was filled in, from a view's state: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function formValues(state: unknown): FormValues {
  const { values } = Object(state) as { values?: unknown };
  return Object.fromEntries(
    Object.entries(Object(values) as Record<string, unknown>).map(([name, block]) => [name, valuesOf(Object(block))]),
  );
}

function valuesOf(block: Record<string, unknown>): string[] {
  const { value } = Object(block[proseAction]) as { value?: unknown };
  return typeof value === 'string' ? asItIs(value) : wordsOf(block[formAction]);
}

const asItIs = (text: string): string[] => (text.trim() === '' ? [] : [text]);

function wordsOf(element: unknown): string[] {
  const { type, value, selected_option, selected_options, selected_date } = Object(element) as Record<string, unknown>;
  if (Array.isArray(selected_options)) return selected_options.flatMap(chosen);
  if (typeof selected_date === 'string') return [selected_date];
  if (selected_option !== undefined && selected_option !== null) return chosen(selected_option);
  if (typeof value !== 'string') return [];
  return type === 'plain_text_input' ? typedIn(value) : [value];
}

const chosen = (option: unknown): string[] => {
  const { value } = Object(option) as { value?: unknown };
  return typeof value === 'string' ? [value] : [];
};

/** Without the blank lines, and the blanks at the ends, that nobody sees. */
const typedIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

import type { Form, FormField } from '../../context/form.ts';
import { isDay } from '../../context/time.ts';
import { firstOf } from '../../render/cut.ts';

export const formCallback = 'ops_form';
export const formAction = 'value';
/** Of text in several lines, which is taken as it is. */
export const proseAction = 'prose';

/** https://docs.slack.dev/reference/block-kit: characters that Slack takes. */
const longest = { title: 24, label: 2000, hint: 2000, text: 3000, option: 75, placeholder: 150, block: 255 } as const;
/** Of a select, and of blocks in a modal. */
const most = { options: 100, blocks: 100 } as const;

type Element = Record<string, unknown>;

/** A command's form as a modal. `metadata` comes back with what was filled in. */
export function formView(form: Form, metadata: string): Record<string, unknown> {
  const above = [form.summary, form.description].filter((text) => text !== undefined).join('\n');
  const blocks: Element[] = [
    { type: 'section', text: plain(above, longest.text) },
    ...form.fields
      .filter(({ name }) => name.length <= longest.block)
      .slice(0, most.blocks - 3)
      .map(inputBlock),
    ...secretsBlock(form),
  ];
  return {
    type: 'modal',
    callback_id: formCallback,
    title: plain(`ops ${form.command}`, longest.title),
    submit: plain('Run', longest.title),
    close: plain('Cancel', longest.title),
    private_metadata: metadata,
    blocks,
  };
}

function inputBlock(field: FormField): Element {
  const { name, summary, required, type, variadic, choices } = field;
  const label = field.label ?? (field.kind === 'argument' ? name : `--${name}`);
  const many = variadic && choices === undefined ? ', one a line' : '';
  return {
    type: 'input',
    block_id: name,
    label: plain(label, longest.label),
    hint: plain(`${summary}${many}${chosenByHand(field)}${notTaken(field)}`, longest.hint),
    optional: !required || type === 'boolean',
    element: { action_id: formAction, ...element(field) },
  };
}

function element(field: FormField): Element {
  const { type, choices, variadic, values } = field;
  if (type === 'boolean') {
    const options = [{ text: plain('Yes', longest.option), value: 'true' }];
    return { type: 'checkboxes', options, ...(values.length > 0 ? { initial_options: options } : {}) };
  }
  if (isSelect(field) && choices !== undefined) return select(choices, values, variadic);
  if (type === 'date') {
    const date = values.find(isDay);
    return { type: 'datepicker', ...(date === undefined ? {} : { initial_date: date }) };
  }
  const initial = values.join('\n');
  if (type === 'number') {
    const number = Number.isFinite(Number(initial)) && initial !== '' ? { initial_value: initial } : {};
    return { type: 'number_input', is_decimal_allowed: true, ...number };
  }
  return {
    type: 'plain_text_input',
    ...(type === 'prose' ? { action_id: proseAction } : {}),
    ...(variadic || type === 'prose' ? { multiline: true } : {}),
    ...(initial === '' ? {} : { initial_value: firstOf(initial, longest.text) }),
    ...(type === 'duration' ? { placeholder: plain('90s, 10m, 2h or 1d', longest.placeholder) } : {}),
    ...(type === 'integer' ? { placeholder: plain('a whole number', longest.placeholder) } : {}),
  };
}

function select(choices: readonly string[], values: readonly string[], variadic: boolean): Element {
  const options = choices.map((choice) => ({ text: plain(choice, longest.option), value: choice }));
  const chosen = options.filter(({ value }) => values.includes(value));
  if (variadic) {
    return { type: 'multi_static_select', options, ...(chosen.length > 0 ? { initial_options: chosen } : {}) };
  }
  return { type: 'static_select', options, ...(chosen[0] === undefined ? {} : { initial_option: chosen[0] }) };
}

/** More choices than Slack has room for, or longer ones, are typed and checked. */
function isSelect({ choices }: FormField): boolean {
  if (choices === undefined || choices.length === 0 || choices.length > most.options) return false;
  return choices.every((choice) => choice.length > 0 && choice.length <= longest.option);
}

function chosenByHand(field: FormField): string {
  const { choices = [] } = field;
  if (choices.length === 0 || isSelect(field)) return '';
  return `: one of ${choices.slice(0, 5).join(', ')} … (${choices.length} in all)`;
}

/** What was typed and has no place in its field is said: the line would be run without it, unseen. */
function notTaken(field: FormField): string {
  const words = field.values.filter((word) => !takes(field, word));
  return words.length === 0 ? '' : `; not ${words.map((word) => `"${word}"`).join(' or ')}, as typed`;
}

function takes(field: FormField, word: string): boolean {
  if (isSelect(field)) return field.choices?.includes(word) === true;
  return field.type !== 'date' || isDay(word);
}

function secretsBlock({ secrets, command }: Form): Element[] {
  if (secrets.length === 0) return [];
  const names = secrets.map(({ name }) => `--${name}`).join(', ');
  const words = `${names} cannot be filled in here: what is secret does not belong in Slack. In a terminal: ops ${command} --${secrets[0]?.name} …`;
  return [{ type: 'context', elements: [plain(words, longest.text)] }];
}

function plain(text: string, limit: number): Element {
  const cut = text.length <= limit ? text : `${firstOf(text, limit - 1)}…`;
  return { type: 'plain_text', text: cut, emoji: false };
}

import type { Json, Values } from '../state/model.ts';

/** Something in blocks that a person can press, pick or fill in. */
export interface Control {
  block: Json;
  element: Json;
  type: string;
  blockId: string;
  actionId: string;
}

/** Where a control's value stands in `state.values`, and what it starts with. */
interface Field {
  name: string;
  initial: string;
  /** What an untouched one has. */
  empty: null | readonly never[];
}

const field = (name: string, initial: string, empty: Field['empty'] = null): Field => ({ name, initial, empty });

const typed = field('value', 'initial_value');
const option = field('selected_option', 'initial_option');
const options = field('selected_options', 'initial_options', []);

const fields: Readonly<Record<string, Field>> = {
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  rich_text_input: field('rich_text_value', 'initial_value'),
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: field('selected_user', 'initial_user'),
  multi_users_select: field('selected_users', 'initial_users', []),
  conversations_select: field('selected_conversation', 'initial_conversation'),
  multi_conversations_select: field('selected_conversations', 'initial_conversations', []),
  channels_select: field('selected_channel', 'initial_channel'),
  multi_channels_select: field('selected_channels', 'initial_channels', []),
  datepicker: field('selected_date', 'initial_date'),
  timepicker: field('selected_time', 'initial_time'),
  datetimepicker: field('selected_date_time', 'initial_date_time'),
  file_input: field('files', 'files', []),
};

/** Under which name a control of this type has its value; undefined for buttons and menus, which keep none. */
export const fieldOf = (type: string): Field | undefined => (Object.hasOwn(fields, type) ? fields[type] : undefined);

const texts = new Set(['image', 'mrkdwn', 'plain_text']);
const records = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

function elementsOf(block: Json): Json[] {
  switch (block['type']) {
    case 'actions':
    case 'context_actions':
      return records(block['elements']);
    case 'card':
      return records(block['actions']);
    case 'section':
      return block['accessory'] ? [block['accessory'] as Json] : [];
    case 'input':
      return [block['element'] as Json];
    default:
      return [];
  }
}

function inner(block: Json): Json[] {
  if (block['type'] === 'container') return records(block['child_blocks']);
  return block['type'] === 'carousel' ? records(block['elements']) : [];
}

export function controlsOf(blocks: readonly Json[] = []): Control[] {
  return blocks.flatMap((block): Control[] => [
    ...elementsOf(block)
      .filter(({ type }) => !texts.has(String(type)))
      .map((element) => ({
        block,
        element,
        type: String(element['type']),
        blockId: String(block['block_id']),
        actionId: String(element['action_id']),
      })),
    ...controlsOf(inner(block)),
  ]);
}

const own = <Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

/** A menu of rooms may start with the one that it is shown in. */
function startOf({ element }: Control, { initial, empty }: Field, current: string | undefined): unknown {
  const here = element['default_to_current_conversation'] === true ? current : undefined;
  return element[initial] ?? (here === undefined ? undefined : empty === null ? here : [here]);
}

function stateOf(control: Control, given: Values, current: string | undefined): Json | undefined {
  const { element, type, blockId, actionId } = control;
  const known = fieldOf(type);
  if (!known) return undefined;
  const entered = own(own(given, blockId), actionId);
  const value = entered ? entered[known.name] : startOf(control, known, current);
  const timezone = element['timezone'] === undefined ? {} : { timezone: element['timezone'] };
  return { type, [known.name]: value ?? known.empty, ...timezone };
}

/** `state.values`: what is in the controls of these blocks; where nothing is given, what they start with. */
export function stateValues(blocks: readonly Json[] | undefined, given: Values, current?: string): Values {
  const values = new Map<string, [string, Json][]>();
  for (const control of controlsOf(blocks)) {
    const state = stateOf(control, given, current);
    if (state) values.set(control.blockId, [...(values.get(control.blockId) ?? []), [control.actionId, state]]);
  }
  return Object.fromEntries([...values].map(([blockId, actions]) => [blockId, Object.fromEntries(actions)]));
}

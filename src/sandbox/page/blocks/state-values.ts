import type { Json } from '../../state/model.ts';
import type { Values } from '../protocol.ts';
import { isRecord, own, record, records, string } from './json.ts';

export interface ControlPlace {
  blockId: string;
  element: Json;
  /** The input block that it stands in, undefined elsewhere. */
  input?: Json;
}

/** Every control of a surface, in the order of the page. */
export const controlsOf = (blocks: readonly Json[]): ControlPlace[] =>
  blocks.flatMap((block): ControlPlace[] => {
    const blockId = string(block['block_id']);
    switch (block['type']) {
      case 'input':
        return [{ blockId, element: record(block['element']), input: block }];
      case 'section':
        return isRecord(block['accessory']) ? [{ blockId, element: block['accessory'] }] : [];
      case 'actions':
      case 'context_actions':
        return records(block['elements']).map((element) => ({ blockId, element }));
      case 'container':
        return controlsOf(records(block['child_blocks']));
      default:
        return [];
    }
  });

/** What holds the value of a control in Slack's payloads, and what it is called where a program gives it beforehand. */
const fields: Readonly<Record<string, readonly [field: string, initial: string, empty: unknown]>> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  users_select: ['selected_user', 'initial_user', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  multi_users_select: ['selected_users', 'initial_users', []],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  checkboxes: ['selected_options', 'initial_options', []],
  file_input: ['files', '', []],
};

export const valueField = (type: unknown): string | undefined => own(fields, string(type))?.[0];

const conversationSelects = new Set(['conversations_select', 'multi_conversations_select']);

/** What a control holds before anybody touched it; undefined for what holds nothing, as a button. */
export function initialValue(element: Json, current?: string): Json | undefined {
  const type = string(element['type']);
  const known = own(fields, type);
  if (known === undefined) return undefined;
  const [field, initial, empty] = known;
  const takesCurrent = current !== undefined && element['default_to_current_conversation'] === true;
  const here = takesCurrent && conversationSelects.has(type) ? (Array.isArray(empty) ? [current] : current) : undefined;
  return { type, [field]: element[initial] ?? here ?? empty };
}

/** The values of all controls: what a person chose, where they did, and what the program gave. */
export function valuesOf(blocks: readonly Json[], touched: Values, current?: string): Values {
  const values: Record<string, Record<string, Json>> = {};
  for (const { blockId, element } of controlsOf(blocks)) {
    const actionId = string(element['action_id']);
    const before = initialValue(element, current);
    if (before === undefined) continue;
    const chosen = touched[blockId]?.[actionId];
    const value = chosen !== undefined && chosen['type'] === before['type'] ? chosen : before;
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return values;
}

export const withValue = (values: Values, blockId: string, actionId: string, value: Json): Values => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: value },
});

/** Of what was chosen, what still has its control. */
export function withControls(chosen: Values, blocks: readonly Json[]): Values {
  const known = new Set(controlsOf(blocks).map(({ blockId, element }) => `${blockId} ${string(element['action_id'])}`));
  const kept = Object.entries(chosen).map(([blockId, actions]) => {
    const there = Object.entries(actions).filter(([actionId]) => known.has(`${blockId} ${actionId}`));
    return [blockId, Object.fromEntries(there)] as const;
  });
  return Object.fromEntries(kept.filter(([, actions]) => Object.keys(actions).length > 0));
}

/** Nothing was typed or chosen. */
export function isEmpty(value: Json | undefined): boolean {
  const held = value?.[valueField(value['type']) ?? ''];
  if (typeof held === 'string') return held.trim() === '';
  return held === undefined || held === null || (Array.isArray(held) && held.length === 0);
}

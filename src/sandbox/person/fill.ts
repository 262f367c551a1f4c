import type { Plain, PlainValues } from '../interactions.ts';
import { SandboxError } from '../state/errors.ts';
import { describeFile } from '../state/files.ts';
import type { Json, Values } from '../state/model.ts';
import { roomCalled } from '../state/names.ts';
import { typedContent } from '../state/posting.ts';
import { isRecord } from '../state/record.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Control, controlsOf, fieldOf, stateValues } from './controls.ts';

const records = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** The options of a menu, without their groups. */
export const optionsOf = ({ options, option_groups: groups }: Json): Json[] => [
  ...records(options),
  ...records(groups).flatMap((group) => records(group['options'])),
];

function optionCalled(options: readonly Json[], wanted: string, actionId: string): Json {
  const found =
    options.find(({ value }) => value === wanted) ?? options.find(({ text }) => (text as Json)['text'] === wanted);
  if (found) return found;
  const known = options.map(({ value }) => String(value)).join(', ') || 'none';
  throw new SandboxError('not_found', `there is no option ${wanted} in ${actionId} (there: ${known})`);
}

function userCalled({ users }: Workspace, nameOrId: string): string {
  const found = [...users.values()].find(({ id, name }) => id === nameOrId || name === nameOrId.replace(/^@/u, ''));
  if (found) return found.id;
  throw new SandboxError('not_found', `nobody here is called ${nameOrId}`);
}

function fileCalled(workspace: Workspace, id: string): Json {
  const file = workspace.files.get(id);
  if (file) return describeFile(workspace, file, workspace.origin);
  throw new SandboxError('not_found', `there is no file ${id}`);
}

/** One of the things that a control can have. `options`: what it offers. */
function one(workspace: Workspace, control: Control, options: readonly Json[], wanted: string): unknown {
  const { type, actionId } = control;
  if (type.includes('users_select')) return userCalled(workspace, wanted);
  if (/(?:conversations|channels)_select/u.test(type)) return roomCalled(workspace, wanted).id;
  if (type === 'file_input') return fileCalled(workspace, wanted);
  if (type === 'rich_text_input') return typedContent(workspace, wanted, {}).blocks?.[0];
  if (type === 'datetimepicker') return /^\d+$/u.test(wanted) ? Number(wanted) : Math.floor(Date.parse(wanted) / 1000);
  if (type === 'overflow' || /(?:static|external)_select|radio_buttons|checkboxes/u.test(type)) {
    return optionCalled(options, wanted, actionId);
  }
  return wanted;
}

/** What Slack's payloads have for what a person picks or types in a control. */
export function fill(
  workspace: Workspace,
  control: Control,
  plain: Plain | undefined,
  options: readonly Json[] = optionsOf(control.element),
): Json {
  const { type } = control;
  if (plain === undefined) return {};
  if (type === 'feedback_buttons') return { value: plain };
  const known = type === 'overflow' ? { name: 'selected_option', empty: null } : fieldOf(type);
  if (!known) return {};
  if (plain === null) return { [known.name]: known.empty };
  const wanted = (Array.isArray(plain) ? plain : [plain]).map(String);
  const values = wanted.map((text) => one(workspace, control, options, text));
  return { [known.name]: known.empty === null ? values[0] : values };
}

/** The values of all controls of the blocks that are given. */
export function fillAll(workspace: Workspace, blocks: readonly Json[], plain: PlainValues = {}): Values {
  const controls = controlsOf(blocks);
  const values: Record<string, Record<string, Json>> = {};
  for (const [blockId, actions] of Object.entries(plain)) {
    for (const [actionId, value] of Object.entries(actions)) {
      const control = controls.find((known) => known.blockId === blockId && known.actionId === actionId);
      if (!control) throw new SandboxError('not_found', `no control ${actionId} in block ${blockId}`);
      values[blockId] = { ...values[blockId], [actionId]: fill(workspace, control, value) };
    }
  }
  return values;
}

/** A page names the files that were attached; the app gets all about them. */
function withFiles(workspace: Workspace, state: Json): Json {
  if (state['type'] !== 'file_input' || !Array.isArray(state['files'])) return state;
  const ids = state['files'].map((file: unknown) => (isRecord(file) ? file['id'] : file));
  const files = ids.flatMap((id) => workspace.files.get(String(id)) ?? []);
  return { ...state, files: files.map((file) => describeFile(workspace, file, workspace.origin)) };
}

/** `state.values` of what a person has before them, in the room `current` where it is in one. */
export function filledIn(workspace: Workspace, blocks: readonly Json[], given: Values, current?: string): Values {
  const values = Object.entries(stateValues(blocks, given, current)).map(([blockId, actions]) => {
    const states = Object.entries(actions).map(([actionId, state]) => [actionId, withFiles(workspace, state)]);
    return [blockId, Object.fromEntries(states)];
  });
  return Object.fromEntries(values);
}

import type { ControlPlace, Interactions, Press } from '../interactions.ts';
import { SandboxError } from '../state/errors.ts';
import { openHome } from '../state/home.ts';
import type { Json, Person, Place } from '../state/model.ts';
import { personCalled, roomCalled } from '../state/names.ts';
import { homeOf, modalsOf, type View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { runCommand } from './commands.ts';
import type { Control } from './controls.ts';
import { fill, fillAll, optionsOf } from './fill.ts';
import { surfaceAt } from './interaction.ts';
import { controlIn, loadOptions, pressControl } from './press.ts';
import { runShortcut } from './shortcuts.ts';
import { closeView, submitView } from './submit.ts';

function topOf(workspace: Workspace, by: Person): View {
  const top = modalsOf(workspace, by.id).at(-1);
  if (top) return top;
  throw new SandboxError('not_found', `${by.name} has no modal open`);
}

function placeOf(workspace: Workspace, by: Person, { channel, ts }: Pick<ControlPlace, 'channel' | 'ts'>): Place {
  if (channel !== undefined || ts !== undefined) {
    return { channel: roomCalled(workspace, channel ?? '').id, ts: ts ?? '' };
  }
  const view = modalsOf(workspace, by.id).at(-1) ?? homeOf(workspace, by.id);
  if (view) return { view: view.id };
  throw new SandboxError('not_found', `${by.name} has no view open: say in which message, with channel and ts`);
}

/** What an external select offers for what is picked; any other control has its own options. */
async function offered(
  workspace: Workspace,
  by: Person,
  wanted: Press,
  control: Control,
  place: Place,
): Promise<Json[]> {
  if (!control.type.includes('external_select')) return optionsOf(control.element);
  const typed = (Array.isArray(wanted.value) ? wanted.value : [wanted.value ?? '']).map(String);
  const request = { place, actionId: control.actionId, blockId: control.blockId };
  const answers = await Promise.all(typed.map((value) => loadOptions(workspace, by, { ...request, value })));
  return answers.flatMap(({ options }) => options.flatMap((one) => (one['options'] ? optionsOf(one) : [one])));
}

async function press(workspace: Workspace, wanted: Press) {
  const by = personCalled(workspace, wanted.as);
  const place = placeOf(workspace, by, wanted);
  const surface = surfaceAt(workspace, by, place);
  const control = controlIn(surface, wanted);
  const action = fill(workspace, control, wanted.value, await offered(workspace, by, wanted, control, place));
  const values = fillAll(workspace, surface.blocks, wanted.values);
  const { blockId, actionId } = control;
  return pressControl(workspace, by, { place, blockId, actionId, action, values });
}

/** What a program does as the people, with what the app shows them. */
export function createInteractions(workspace: Workspace): Interactions {
  const person = (as: string): Person => personCalled(workspace, as);
  return {
    press: (wanted) => press(workspace, wanted),
    async suggest({ as, text = '', actionId, blockId, ...where }) {
      const place = placeOf(workspace, person(as), where);
      return loadOptions(workspace, person(as), { place, actionId, blockId, value: text });
    },
    async command({ as, channel, text = '', command = workspace.commands[0]?.command ?? '/ops', thread }) {
      return runCommand(workspace, person(as), { room: roomCalled(workspace, channel), command, text, thread });
    },
    async shortcut({ as, callbackId, channel, ts }) {
      const message =
        channel === undefined || ts === undefined ? undefined : { channel: roomCalled(workspace, channel).id, ts };
      return runShortcut(workspace, person(as), { callbackId, ...(message ? { message } : {}) });
    },
    async submit({ as, values }) {
      const view = topOf(workspace, person(as));
      return submitView(workspace, person(as), { view: view.id, values: fillAll(workspace, view.blocks, values) });
    },
    closeView: (as, { all = false } = {}) =>
      closeView(workspace, person(as), { view: topOf(workspace, person(as)).id, all }),
    openHome: (as, tab) => openHome(workspace, person(as), tab),
    views: (as) => modalsOf(workspace, person(as).id),
    home: (as) => homeOf(workspace, person(as).id),
  };
}

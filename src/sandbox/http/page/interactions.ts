import type { Answered, Answers, Requests } from '../../page/protocol.ts';
import { runCommand } from '../../person/commands.ts';
import type { Interacted } from '../../person/interaction.ts';
import { loadOptions, pressControl } from '../../person/press.ts';
import { runShortcut } from '../../person/shortcuts.ts';
import { closeView, submitView } from '../../person/submit.ts';
import { openHome } from '../../state/home.ts';
import type { Person } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
import { roomFor } from './people.ts';
import { withFiles } from './uploads.ts';

export interface Deed extends PageWorld {
  person: Person;
}

/** What the page is to know of what came of it; the app's own answer is between the app and Slack. */
const told = ({ failure }: Interacted): Answered => (failure === undefined ? {} : { failure });

export const press = async ({ workspace, person }: Deed, wanted: Requests['press']): Promise<Answered> =>
  told(await pressControl(workspace, person, { ...wanted, values: withFiles(workspace, person, wanted.values) }));

export async function submit({ workspace, person }: Deed, wanted: Requests['submit']): Promise<Answers['submit']> {
  const { errors, ...outcome } = await submitView(workspace, person, {
    ...wanted,
    values: withFiles(workspace, person, wanted.values),
  });
  return { ...told(outcome), ...(errors === undefined ? {} : { errors }) };
}

export function close({ workspace, person }: Deed, wanted: Requests['close']): object {
  closeView(workspace, person, wanted);
  return {};
}

export async function command({ workspace, person }: Deed, wanted: Requests['command']): Promise<Answered> {
  const room = roomFor(workspace, person, wanted.channel);
  return told(await runCommand(workspace, person, { ...wanted, room }));
}

export async function options({ workspace, person }: Deed, wanted: Requests['options']): Promise<Answers['options']> {
  const answer = await loadOptions(workspace, person, wanted);
  return { ...told(answer), options: answer.options };
}

export async function shortcut({ workspace, person }: Deed, wanted: Requests['shortcut']): Promise<Answered> {
  const { callbackId, message } = wanted;
  return told(await runShortcut(workspace, person, { callbackId, ...(message === undefined ? {} : { message }) }));
}

export function home({ workspace, person }: Deed, { tab }: Requests['home']): object {
  openHome(workspace, person, tab);
  return {};
}

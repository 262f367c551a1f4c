import { OpsError } from '../../context/errors.ts';
import type { FilledForm, Form, FormValues, FoundField } from '../../context/form.ts';
import type { Actor, Origin } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { readFound } from '../../run/found-fields.ts';
import { type Ask, type Fields, fieldsOf, personId, type Reply, type Request, textOf } from '../ask/ask.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call, Identity } from '../connection/client.ts';
import { formValues } from './values.ts';
import { formCallback, formView } from './view.ts';

/** What a project knows of the forms of its commands. */
export interface Forms {
  form(argv: readonly string[], found?: readonly FoundField[]): Promise<Form | undefined>;
  fill(
    command: string,
    values: FormValues,
    globals: readonly string[],
    found?: readonly FoundField[],
  ): Promise<FilledForm | undefined>;
  /** Why somebody may run no line of a command. */
  refuses(command: string, who: { actor: Actor; origin: Origin }): Promise<OpsError | undefined>;
}

export interface FormParts {
  identity: Identity;
  call: Call;
  forms: Forms;
  journal: Pick<Journal, 'facts'>;
}

/** Where the line of a form is to be answered: nowhere yet, where it is opened from the Home tab. */
export interface FormPlace {
  /** The run whose refusal said what the line lacks. */
  run?: string | undefined;
  channel?: string | undefined;
  thread?: string | undefined;
  /** The message that a room which answers in threads hangs the answer on. */
  asked?: string | undefined;
  /** Where what is said reaches a room that the app is not in. */
  responseUrl?: string | undefined;
}

/** Of what a form remembers. One of another version is refused, since nobody knows what it meant. */
const version = 1;

/** Opens the form of a line's command, with what was typed of it, before whoever pressed. */
export async function openForm(
  body: Fields,
  argv: readonly string[],
  place: FormPlace,
  { call, forms, journal, identity }: FormParts,
): Promise<void> {
  const form = await forms.form(argv, await foundOf(place, journal));
  if (form === undefined) throw new OpsError('denied', `there is no command "${argv[0]}" any more`);
  const refusal = await forms.refuses(form.command, whoAsks(body, place, identity));
  if (refusal !== undefined) throw refusal;
  const metadata = JSON.stringify({ v: version, command: form.command, globals: form.globals, ...place });
  await call('views.open', { trigger_id: body['trigger_id'], view: formView(form, metadata) });
}

/** The line of a form that was submitted, or what is wrong with its fields. */
export async function readSubmission(body: Fields, parts: FormParts): Promise<Request | Reply | undefined> {
  const view = fieldsOf(body['view']);
  const kept = remembered(view['private_metadata']);
  const person = fieldsOf(body['user']);
  const [team, user, id] = [fieldsOf(body['team'])['id'], person['id'], view['id']].map(textOf);
  if (view['callback_id'] !== formCallback || kept === undefined) return undefined;
  if (team !== parts.identity.team || user === undefined || id === undefined) return undefined;
  const found = await foundOf(kept, parts.journal);
  const filled = await parts.forms.fill(kept.command, formValues(view['state']), kept.globals, found);
  if (filled === undefined) return errors({ [firstBlock(view)]: `there is no command "${kept.command}" any more` });
  if ('faults' in filled) return errors(filled.faults);
  const channel = kept.channel ?? (await directMessages(user, parts.call));
  const ask: Ask = {
    ...{ team, channel, channelType: channel.startsWith('D') ? 'im' : 'channel', ts: kept.asked },
    ...{ thread: kept.thread, user, userTeam: textOf(person['team_id']) ?? team, way: 'form' },
    // A view is submitted once.
    ...{ at: undefined, claim: `slack:${team}:view:${id}`, responseUrl: kept.responseUrl },
  };
  return { ask, address: { kind: 'line', argv: filled.argv } };
}

/** From the journal: a button works whichever listener is there by then. Without them the refusal of the line asks again. */
async function foundOf({ run }: FormPlace, journal: FormParts['journal']): Promise<readonly FoundField[]> {
  return run === undefined ? [] : readFound(run, journal).catch(() => []);
}

function whoAsks(body: Fields, { channel }: FormPlace, { team }: Identity): { actor: Actor; origin: Origin } {
  const person = fieldsOf(body['user']);
  const user = textOf(person['id']) ?? '';
  const id = personId({ user, userTeam: textOf(person['team_id']) ?? team });
  const name = textOf(person['username']) ?? textOf(person['name']) ?? user;
  return { actor: { id, name }, origin: { type: 'room', team, channel: channel ?? user } };
}

/** https://docs.slack.dev/surfaces/modals#displaying_errors: each under its field. */
function errors(faults: Readonly<Record<string, string>>): Reply {
  return { reply: { response_action: 'errors', errors: faults } };
}

function firstBlock(view: Fields): string {
  const blocks = Array.isArray(view['blocks']) ? view['blocks'].map(fieldsOf) : [];
  return textOf(blocks.find(({ type }) => type === 'input')?.['block_id']) ?? '';
}

async function directMessages(user: string, call: Call): Promise<string> {
  try {
    const { channel } = await call('conversations.open', { users: user });
    return String(fieldsOf(channel)['id']);
  } catch (error) {
    // The person's id stands for their direct messages, as far as to say something there.
    if (error instanceof SlackCallError && error.refusal !== undefined) return user;
    throw error;
  }
}

interface Remembered extends FormPlace {
  command: string;
  globals: readonly string[];
}

function remembered(metadata: unknown): Remembered | undefined {
  const { v, command, globals, channel, thread, asked, run, responseUrl } = parsed(metadata);
  if (v !== version || typeof command !== 'string' || !Array.isArray(globals)) return undefined;
  if (!globals.every((word) => typeof word === 'string')) return undefined;
  const place = { channel: textOf(channel), thread: textOf(thread), asked: textOf(asked), run: textOf(run) };
  return { command, globals, ...place, responseUrl: textOf(responseUrl) };
}

function parsed(text: unknown): Fields {
  try {
    return fieldsOf(JSON.parse(String(text)));
  } catch {
    return {};
  }
}

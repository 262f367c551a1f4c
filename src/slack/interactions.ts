import { OpsError } from '../context/errors.ts';
import type { Clock } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { wordsOf } from '../run/failure.ts';
import { recordAnswer } from '../run/question.ts';
import { notRecorded } from '../run/record.ts';
import { type Ask, askOf, type Fields, fieldsOf, personId, type Reply, type Request } from './ask/ask.ts';
import { type ButtonValue, readValue } from './ask/buttons.ts';
import { claimPress, type Press, readPress } from './ask/press.ts';
import { readShortcut } from './ask/shortcut.ts';
import { type CodeParts, openCode, readCode } from './code/code.ts';
import { codeCallback } from './code/modal.ts';
import { type FormParts, openForm, readSubmission } from './form/form.ts';
import { readHomePress } from './home/view.ts';
import { editedLine } from './mend/run-edited.ts';

export interface InteractionParts extends FormParts, CodeParts {
  journal: Journal;
  clock: Clock;
  word: string;
  /** Milliseconds after which a line is not run any more. */
  longestWait: number;
  commands(): Promise<readonly string[]>;
  warn(message: string): void;
}

/** Undefined where nothing is left to do. */
type Outcome = Promise<Request | Reply | undefined>;

/** What is done with each kind of interaction. One that is not here is acknowledged, and nothing else. */
const kinds: Readonly<Record<string, (body: Fields, parts: InteractionParts) => Outcome>> = {
  block_actions: pressed,
  message_action: async (body, { identity, word }) => readShortcut(body, identity, word),
  view_submission: submitted,
};

/** What is done with each kind of button: `run:stop` is of the kind `run`. */
const buttons: Readonly<Record<string, (pressed: Pressed, parts: InteractionParts) => Outcome>> = {
  form: filledIn,
  run: aboutRun,
  question: answered,
  approval: decided,
};

export async function readInteraction(body: Fields, parts: InteractionParts): Outcome {
  const type = String(body['type']);
  return Object.hasOwn(kinds, type) ? kinds[type]?.(body, parts) : undefined;
}

async function submitted(body: Fields, parts: InteractionParts): Outcome {
  const view = fieldsOf(body['view']);
  return view['callback_id'] === codeCallback
    ? readCode(body, view['private_metadata'], parts)
    : readSubmission(body, parts);
}

interface Pressed {
  body: Fields;
  press: Press;
  value: ButtonValue;
  /** The run that the button is about. */
  run: RunRecord;
}

async function pressed(body: Fields, parts: InteractionParts): Outcome {
  const command = readHomePress(body);
  if (command !== undefined) return openedFromHome(body, command, parts);
  const press = readPress(body, parts.identity);
  if (press?.kind === 'edited') return mended(press, body, parts);
  if (press === undefined || !Object.hasOwn(buttons, press.kind)) return undefined;
  try {
    const found = await find(press, parts);
    return await buttons[press.kind]?.({ ...found, body }, parts);
  } catch (error) {
    const refusal = error instanceof OpsError && error.outcome === 'denied' ? error : undefined;
    return refused(press, refusal ?? notRecorded(error, 'nothing was done'));
  }
}

/** No room is there to be told in what went wrong. */
async function openedFromHome(body: Fields, command: string, parts: InteractionParts): Outcome {
  await openForm(body, [command], {}, parts).catch((error: unknown) =>
    parts.warn(`the form of ${command} could not be opened: ${wordsOf(error)}`),
  );
  return undefined;
}

/** The line as its author has mended it, read anew. */
async function mended(press: Press, body: Fields, parts: InteractionParts): Outcome {
  const line = await editedLine(body, parts);
  if (line instanceof OpsError) return refused(press, line);
  return {
    ask: { ...askOf(line.message), responseUrl: press.responseUrl },
    address: { kind: 'line', argv: line.argv },
  };
}

/** A button means something only in the room of its run. */
async function find(press: Press, { identity, journal }: InteractionParts): Promise<Omit<Pressed, 'body'>> {
  const value = readValue(press.value);
  if (press.team !== identity.team) throw useless('was pressed in another workspace');
  if (value === undefined) throw useless('says nothing that ops knows');
  if (!value.isCurrent) throw useless('is of another version of ops');
  const run = await journal.run(value.run);
  const { origin } = run ?? {};
  const isHere = origin?.type === 'room' && origin.team === press.team && origin.channel === press.channel;
  if (run === undefined || !isHere) throw useless('is about a run that is not known here');
  return { press, value, run };
}

/** What the line of a run lacks. */
async function filledIn({ body, press, run }: Pressed, parts: InteractionParts): Outcome {
  const { channel, thread, responseUrl } = press;
  // The message of the button may be one that a single person sees.
  const asked = run.origin.type === 'room' ? run.origin.message : undefined;
  await openForm(body, run.argv, { run: run.id, channel, thread, asked, responseUrl }, parts);
  return undefined;
}

const verbs: ReadonlySet<string> = new Set(['stop', 'rerun', 'log']);

/** A press is a line: it goes where a typed one would go. */
async function aboutRun({ press, run }: Pressed, { journal }: InteractionParts): Outcome {
  if (!verbs.has(press.verb)) throw useless('is of another version of ops');
  const thread = press.verb === 'log' ? (press.thread ?? press.ts) : press.thread;
  const ask: Ask = { ...press, thread, claim: await claimPress(press, journal) };
  return { ask, address: { kind: 'line', argv: [press.verb, run.id] } };
}

/** An approval is a line as well; why it is denied is asked for first. */
async function decided({ body, press, value: { mark }, run }: Pressed, parts: InteractionParts): Outcome {
  const { verb, channel, thread, ts } = press;
  if (mark === undefined || (verb !== 'approve' && verb !== 'deny')) throw useless('is of another version of ops');
  const words = [verb, run.id, '--plan', mark];
  if (verb === 'deny') return openForm(body, words, { channel, thread, asked: ts }, parts).then(() => undefined);
  const ask: Ask = { ...press, claim: await claimPress(press, parts.journal) };
  return { ask, address: { kind: 'line', argv: [...words, '--yes'] } };
}

async function answered({ body, press, value: { question, word }, run }: Pressed, parts: InteractionParts): Outcome {
  const { journal, clock } = parts;
  if (question !== undefined && press.verb === 'code') return openCode(body, press, run, question, parts);
  if (question === undefined || (press.verb !== 'yes' && press.verb !== 'no')) {
    throw useless('is of another version of ops');
  }
  const { actor } = run;
  if (personId(press) !== actor.id) {
    throw new OpsError('denied', `this was asked of ${actor.name}: nobody else can answer it`);
  }
  await recordAnswer(journal, { run, id: question, yes: press.verb === 'yes', word, at: clock.now() });
  return undefined;
}

function refused(ask: Ask, error: OpsError): Request {
  return { ask, address: { kind: 'refused', error } };
}

function useless(why: string): OpsError {
  return new OpsError('denied', `this button ${why}: nothing was done`, { hint: `type it: ${formatLine(['help'])}` });
}

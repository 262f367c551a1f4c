import type { CodeDesk } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import type { Actor } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { wordsOf } from '../../run/failure.ts';
import { openQuestion } from '../../run/question.ts';
import { type Fields, fieldsOf, personId, type Reply, textOf } from '../ask/ask.ts';
import type { Press } from '../ask/press.ts';
import type { Call, Identity } from '../connection/client.ts';
import { codeBlock, codeOf, codeView, type Remembered, remembered } from './modal.ts';

export interface CodeParts {
  identity: Identity;
  call: Call;
  journal: Journal;
  codes: CodeDesk;
}

/** Opens the modal for a code before whoever pressed, where it is them that a run asks. */
export async function openCode(
  body: Fields,
  press: Press,
  run: RunRecord,
  question: number,
  { call, journal }: CodeParts,
): Promise<undefined> {
  const presser = personId(press);
  if (presser !== run.actor.id) {
    const refusal = notAsked(run);
    await recordRefusal(journal, run.id, refusal, { id: presser, name: press.user });
    throw refusal;
  }
  const open = run.finishedAt === undefined ? await openQuestion(journal, run.id) : undefined;
  if (open?.id !== question || open.code === undefined) {
    const refusal = new OpsError('denied', 'this run waits for no code: nothing was done');
    await recordRefusal(journal, run.id, refusal, run.actor);
    throw refusal;
  }
  await call('views.open', { trigger_id: body['trigger_id'], view: codeView(run, question) });
}

const notAsked = ({ actor }: RunRecord): OpsError =>
  new OpsError('denied', `this was asked of ${actor.name}: nobody else can give a code for it`);

/** What came of a code that was submitted: what is wrong is told under the field, which nobody else sees. */
export async function readCode(body: Fields, kept: unknown, parts: CodeParts): Promise<Reply | undefined> {
  const person = fieldsOf(body['user']);
  const [team, user] = [fieldsOf(body['team'])['id'], person['id']].map(textOf);
  if (team === undefined || user === undefined) return undefined;
  const actor = {
    id: personId({ userTeam: textOf(person['team_id']) ?? team, user }),
    name: textOf(person['name']) ?? user,
  };
  try {
    const asked = remembered(kept);
    const run = await runOf(asked, team, parts);
    if (run === undefined || asked === undefined) return await refused(asked?.run ?? '', unknown, actor, parts);
    if (run.actor.id !== actor.id) return await refused(run.id, notAsked(run), actor, parts);
    const code = codeOf(fieldsOf(body['view'])['state']);
    const answer = await parts.codes.give({ run, question: asked.question, code, actor: run.actor });
    if (answer.taken) return undefined;
    const { message, hint, isFinal } = answer;
    if (isFinal) await recordRefusal(parts.journal, run.id, new OpsError('denied', message), actor);
    return reply(`${message}. ${hint}`);
  } catch (error) {
    return reply(`nothing was done: ${wordsOf(error)}`);
  }
}

const unknown = new OpsError('denied', 'this is about no run that is known here: nothing was done');

async function runOf(asked: Remembered | undefined, team: string, { identity, journal }: CodeParts) {
  const run = asked === undefined || team !== identity.team ? undefined : await journal.run(asked.run);
  return run?.origin.type === 'room' && run.origin.team === team ? run : undefined;
}

async function refused(run: string, error: OpsError, actor: Actor, { journal }: CodeParts): Promise<Reply> {
  await recordRefusal(journal, run, error, actor);
  return reply(error.message);
}

async function recordRefusal(
  journal: Pick<Journal, 'append'>,
  run: string,
  { message }: OpsError,
  actor: Actor,
): Promise<void> {
  await journal.append({
    kind: 'press-refused',
    subject: run,
    facts: { asked: 'a one-time code', why: message },
    actor,
  });
}

/** https://docs.slack.dev/surfaces/modals#displaying_errors */
const reply = (words: string): Reply => ({ reply: { response_action: 'errors', errors: { [codeBlock]: words } } });

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Journal, RunRecord } from '../context/journal.ts';
import { openSqliteJournal } from '../journal/sqlite.ts';
import { app } from '../sandbox/demo/app.ts';
import { type Sandbox, SandboxError, startSandbox } from '../sandbox/server.ts';
import { type Answer, answerOf, messagesOf } from './answer.ts';
import { Line, type Words } from './line.ts';
import { type Listener, startListener } from './listener.ts';
import type { RoomOptions } from './options.ts';
import { ended, type Said, taken, type Waiting } from './wait.ts';

/** Rooms of a Slack on this machine, with the real listener on a project. */
export interface Room extends AsyncDisposable {
  /**
   * A line to type: nothing happens until it is awaited. `ops` before it may be left out.
   *
   * Rejects with a `SandboxError`: `not_found` where there is no such person or channel, `timeout` where the line gets
   * no answer, because it reads like talk, the listener has ended, or the run did not end in time. Its message shows
   * what the room has and what the listener said.
   *
   * @example
   * const answer = await room.say('deploy uat').as('tom').in('#releases');
   */
  say(text: string): Line;
  /** What the room's runs have left: rows and facts, such as deployments. */
  journal: Pick<Journal, 'run' | 'runs' | 'facts' | 'locks'>;
  /** The whole Slack: to say what is no line, edit, react, break things, move the clock. */
  slack: Sandbox;
  /** Ends the listener, with the lines that run, and the Slack; nothing is left. `await using` does it by itself. */
  close(): Promise<void>;
}

const usualPeople = ['mary', 'tom'];
const usualChannels = ['general', 'ops'];

export async function openRoom(options: RoomOptions, program: string): Promise<Room> {
  const { timeout = 30_000, people = usualPeople, channels = usualChannels, env = {} } = options;
  const cwd = await folderOf(options.project ?? '.');
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'ops-room-'));
  opening.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const named = people.map((person) => (typeof person === 'string' ? { name: person } : person));
  const slack = await startSandbox({ people: named, channels, interactionTimeout: timeout, ...app });
  opening.defer(() => slack.close());
  const path = resolve(options.journal ?? join(folder, 'journal.db'));
  const journal = await openSqliteJournal(path);
  opening.defer(() => journal.close());
  const address = new URL(slack.apiUrl).origin;
  const listener = startListener({ program, cwd, address, journal: path, env });
  opening.defer(() => listener.stop());
  await connected(slack, listener, timeout);
  return roomOn({ slack, journal, listener, timeout, told: new Set() }, opening.move());
}

/** A program that is started in a folder that is not there is said to be missing itself. */
async function folderOf(project: string): Promise<string> {
  const folder = resolve(project);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  throw new SandboxError(
    'not_found',
    `there is no folder ${folder}: "project" of the room is ${JSON.stringify(project)}`,
  );
}

async function connected(slack: Sandbox, listener: Listener, timeout: number): Promise<void> {
  const early = listener.ended.then((how) => {
    throw new SandboxError('closed', `the listener did not start: ${how}\n${listener.said()}`);
  });
  early.catch(() => {});
  const late = (): never => {
    const words = `the listener has not connected within ${timeout} ms, the "timeout" of the room\n${listener.said()}`;
    throw new SandboxError('timeout', words.trim());
  };
  const connection = slack.waitFor(() => slack.connections() > 0 || undefined, timeout).catch(late);
  await Promise.race([early, connection]);
}

function roomOn(waiting: Waiting, open: AsyncDisposableStack): Room {
  const { slack, journal } = waiting;
  const [person = { name: '' }] = slack.people;
  const [channel = { id: '' }] = slack.channels;
  // One is typed when the one before it was taken in: so it is known which answer is whose.
  let turn: Promise<unknown> = Promise.resolve();
  const type = async (words: Words): Promise<Answer> => {
    if (open.disposed) {
      throw new SandboxError(
        'closed',
        `the room is closed: ${JSON.stringify(words.text)} cannot be said in it any more`,
      );
    }
    const taking = turn.then(async () => {
      const said = await post(words, slack);
      return { said, found: await taken(said, waiting) };
    });
    turn = taking.catch(() => {});
    const { said, found } = await taking;
    if (!isRun(found)) return answerOf(said, undefined, [found], slack);
    const run = await ended(found, said, waiting);
    return answerOf(said, run, messagesOf(run, said, slack), slack);
  };
  return {
    say: (text) => new Line({ text, person: person.name, channel: channel.id }, type),
    ...{ journal, slack },
    close: () => open.disposeAsync(),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

const isRun = (found: object): found is RunRecord => 'argv' in found;

async function post({ text, person, channel, thread }: Words, slack: Sandbox): Promise<Said> {
  if (thread !== undefined && !slack.messages(channel).some(({ ts }) => ts === thread)) {
    throw new SandboxError('not_found', `there is no message ${thread} in ${channel} to reply to`);
  }
  const line = isAddressed(text, channel) ? text : `@${slack.bot.name} ${text}`;
  const posted = await slack.say({ as: person, channel, text: line, ...(thread === undefined ? {} : { thread }) });
  const { id = person } = slack.people.find(({ name }) => name === person) ?? {};
  return { ...posted, text: line, person: id };
}

/** A direct message is a line as it is; elsewhere `ops`, or a mention, begins one, which may stand in backticks. */
const isAddressed = (text: string, channel: string): boolean =>
  /^[\s`]*(?:ops(?:[\s`]|$)|@|<@)/i.test(text) || channel.startsWith('@');

import { defineCommand } from '../../command/define.ts';
import { linked, text as paragraph, styled } from '../../context/blocks.ts';
import type { Context } from '../../context/context.ts';
import { OpsError } from '../../context/errors.ts';
import type { FileInput } from '../../context/file-input.ts';
import { createRedactor } from '../../context/redact.ts';
import { formatSize } from '../../context/size.ts';
import { shownOf } from '../../render/ansi.ts';
import { outputFolder } from '../../run/output-folder.ts';
import { SlackCallError } from '../connection/call-error.ts';
import { type Call, openCalls, usualApiUrl, whoIsTheBot } from '../connection/client.ts';
import { findLocalSlack } from '../connection/local.ts';
import { createRoomNames } from '../connection/room-names.ts';
import { createDelivery } from '../delivery/deliver.ts';
import { filesError, sayError } from './error.ts';
import { findPeople } from './mention.ts';
import { readFiles, type SpeechParts, sayFiles, sayLines, saySentence } from './speak.ts';
import { findRoom, readThread, readWhere, showWhere, type Where } from './where.ts';

/** How far the clock of this machine may be ahead of Slack's, in milliseconds. */
const skew = 3_600_000;

interface Plan {
  where: Where;
  text: string;
  title: string | undefined;
  mention: string[];
  file: FileInput[];
  sandbox: string | undefined;
}

interface Said {
  room: string;
  channel?: string;
  ts?: string;
  permalink?: string;
}

export default defineCommand({
  name: 'say',
  summary: 'Say something in a room, or what a program prints',
  description:
    'Posts as the bot: the words, or what comes on standard input, in one message that follows it; what does not fit follows as a file. Words are taken as they are, and nobody is pinged but by --mention. It needs slack.botToken alone.',
  args: {
    room: { summary: "Its name ('#builds'), its id, or the link to a message", required: true },
    text: { summary: 'What to say; without it, standard input', variadic: true },
  },
  options: {
    title: { summary: 'What it is about, in bold above the words' },
    file: { summary: 'Bring this file along', type: 'file', repeat: true },
    thread: { summary: 'Answer the message with this link or ts', value: 'message' },
    mention: { summary: 'Ping this person', value: '@person', repeat: true },
    sandbox: { summary: 'Say it in the sandbox at this address instead', value: 'url' },
  },
  examples: [
    { line: "ops say '#builds' 'The release is out'", says: 'one message in #builds' },
    { line: "ops say '#builds' --title 'Nightly build' --file report.csv", says: 'a file with a title' },
  ],
  effect: 'change',
  timeout: 0,
  plan: ({ room, text, title, file, thread, mention, sandbox }, context): Plan => {
    if (sandbox !== undefined && context.origin.type === 'room') {
      throw new OpsError('usage', '--sandbox is for terminals: a room speaks to its own Slack');
    }
    const empty = file.find(({ size }) => size === 0);
    if (empty !== undefined) throw new OpsError('usage', `${empty.name} is empty, and Slack takes no empty file`);
    const where = readWhere(room);
    const answered = thread === undefined ? {} : { thread: readThread(thread, where) };
    return { where: { ...where, ...answered }, text: text.join(' '), title, mention, file, sandbox };
  },
  preview: ({ where, title }) => [
    paragraph(`In ${showWhere(where)}`, ...(title === undefined ? [] : [': ', styled(title, { bold: true })])),
  ],
  run: async (plan, context): Promise<Said> => {
    const { call, token, apiUrl } = await connect(plan, context);
    const bot = await whoIsTheBot(call, apiUrl);
    if (context.origin.type === 'room' && context.origin.team !== bot.team) {
      throw new OpsError('config', `slack.botToken is of ${bot.teamName}, and this room is of another workspace`);
    }
    const room = showWhere(plan.where);
    try {
      return await say(plan, room, call, context);
    } catch (error) {
      if (!(error instanceof SlackCallError)) throw error;
      const { id } = plan.where;
      const called = id === undefined ? room : await createRoomNames(call).shown(id);
      throw sayError(error, { room: called, bot: bot.name, apiUrl, token });
    }
  },
  show: ({ room, ts, permalink }) => {
    if (ts === undefined) return [paragraph('Nothing was said: standard input was empty')];
    return [paragraph(`Said in ${room}`, ...(permalink === undefined ? [] : [': ', linked(permalink, permalink)]))];
  },
});

interface Connected {
  call: Call;
  token: string;
  apiUrl: string;
}

async function connect({ sandbox }: Plan, { config, http, clock, project }: Context): Promise<Connected> {
  const local = sandbox === undefined ? undefined : (await findLocalSlack(sandbox, http, clock)).slack;
  const found = local ?? config.slack;
  if (found === undefined) {
    throw new OpsError('config', 'there is no "slack" in the configuration', { hint: 'add slack.botToken' });
  }
  const { botToken, apiUrl = usualApiUrl } = found;
  const proxy = local === undefined ? await project.proxy() : undefined;
  return { call: await openCalls({ botToken, apiUrl }, { proxy }), token: 'slack.botToken', apiUrl };
}

async function say(plan: Plan, room: string, call: Call, context: Context): Promise<Said> {
  const channel = await findRoom(call, plan.where);
  const mentions = await findPeople(call, plan.mention);
  const faults: string[] = [];
  const parts = speechParts(plan, { channel, mentions }, call, context, (message) => {
    context.output.warn(message);
    faults.push(message);
  });
  const files = await readFiles(plan.file, parts.redactor);
  const ts = await speak(plan, parts, context);
  if (ts === undefined) return { room };
  await sayFiles(files, ts, parts).catch((cause: unknown) => {
    throw filesError(cause, room, ts);
  });
  if (faults.length > 0) throw new OpsError('failed', `not all of it is in ${room}: ${faults[0]}`);
  const { permalink } = await call('chat.getPermalink', { channel, message_ts: ts }).catch(() => ({ permalink: '' }));
  return { room, channel, ts, ...(permalink ? { permalink: String(permalink) } : {}) };
}

async function speak({ text, file }: Plan, parts: SpeechParts, context: Context): Promise<string | undefined> {
  if (text !== '' && text !== '-') return saySentence(text, parts);
  if (file.length > 0 && text === '') {
    return saySentence(file.map(({ name, size }) => `${name} (${formatSize(size)})`).join('\n'), parts);
  }
  if (context.input === undefined) {
    throw new OpsError('usage', 'there is nothing to say: no words, no file, and nothing on standard input', {
      hint: "ops say '#room' words, or: make 2>&1 | ops say '#room'",
    });
  }
  return sayLines(context.input, parts);
}

function speechParts(
  { where, title }: Plan,
  { channel, mentions }: { channel: string; mentions: readonly string[] },
  call: Call,
  context: Context,
  warn: (message: string) => void,
): SpeechParts {
  const { clock, http, actor, cwd, signal, config, project, origin, run = 'unrecorded' } = context;
  const redactor = createRedactor(project.loaded.secrets, shownOf);
  const asked = String((clock.now().getTime() - skew) / 1000);
  return {
    delivery: createDelivery({ call, http, clock, bot: async () => String((await call('auth.test', {}))['bot_id']) }),
    // In a room the run has a message of its own that goes by its id.
    place: { channel, thread: where.thread, asked, run: origin.type === 'room' ? `said-${run}` : run },
    view: { title: title === undefined ? undefined : redactor.text(title), mentions },
    redactor,
    outputs: outputFolder(config.journal.path),
    ...{ clock, actor: actor.name, cwd, signal, warn, largest: config.files.largest },
  };
}

import { type Context, exitCodes, formatDuration, formatLine, OpsError, splitLine } from '../../index.ts';
import type { Message, Sandbox } from '../server.ts';
import { messageText } from '../text/text.ts';
import { exitCodeIn, saysThatItWaits } from './answer.ts';
import { type Approver, createApprover, verify } from './approver.ts';
import type { Demo } from './demo.ts';
import { answerUnlessTalk, type Typed } from './talk.ts';

interface Said {
  exitCode: number;
  words: string;
  /** The room gave no answer. */
  isTalk?: true;
}

/** Who types the line, and who approves it where it takes that. */
interface Typists {
  as: string;
  approver: string | undefined;
}

/** The line in the shell, then in the room, each with its output. Throws with the line's exit code where it is not 0. */
export async function tryLine(line: string, slack: Sandbox, demo: Demo, context: Context, { as, approver }: Typists) {
  const { output } = context;
  const words = wordsIn(line);
  const typed = formatLine(words);
  const [room] = slack.channels;
  if (room === undefined) throw new OpsError('bug', 'the sandbox has no rooms');
  const other = approver === undefined ? undefined : createApprover(approver, slack, room.id);
  await output.lines('stdout', heading(`In the shell: ${typed}`));
  const shell = await inShell(words, demo, context, other);
  await output.lines('stdout', heading(`In the room #${room.name}, typed by ${as}: ${typed}`));
  const typing = await inRoom({ typed, as, channel: room.id, at: context.clock.now() }, slack, other);
  const answer =
    shell.exitCode === exitCodes.usage
      ? ((await answerUnlessTalk(typing, demo, context)) ?? noAnswer)
      : await typing.answer;
  await output.lines('stdout', answer.words);
  const proof = other === undefined ? 0 : await verify(demo, context, heading);
  if (shell.exitCode === 0 && answer.exitCode === 0 && proof === 0) return { line, shell, room: answer };
  throw new OpsError(
    'failed',
    `the line ended with ${shell.exitCode} in the shell and ${answer.isTalk ? 'got no answer' : answer.exitCode} in the room`,
    {
      exitCode: shell.exitCode === 0 ? answer.exitCode : shell.exitCode,
    },
  );
}

function wordsIn(line: string): string[] {
  const words = splitLine(line);
  return words[0] === 'ops' ? words.slice(1) : words;
}

/** Commands that go on until they are stopped: a line of theirs would never come back. */
const waysIn: readonly (string | undefined)[] = ['listen', 'sandbox'];

export async function refuseWaysIn(line: string, { project }: Context): Promise<void> {
  const words = wordsIn(line);
  const first = words.findIndex((word) => !word.startsWith('-'));
  if (first < 0 || words.some((word) => word === '--help' || word === '-h')) return;
  // Behind an option stands its value, it may be.
  const name =
    (await project.resolve(words.slice(first))) ??
    (first > 0 ? await project.resolve(words.slice(first + 1)) : undefined);
  if (!waysIn.includes(name)) return;
  throw new OpsError('usage', `--try runs a line that ends, and ${name} goes on until it is stopped`, {
    hint: `in a terminal of its own: ${formatLine(['ops', ...words])}`,
  });
}

const heading = (words: string): string => `\n\u001b[1m${words}\u001b[0m`;

async function inShell(
  words: readonly string[],
  demo: Demo,
  { exec, project, output }: Context,
  other: Approver | undefined,
): Promise<Said> {
  const [program, ...args] = project.program;
  const said: string[] = [];
  const { exitCode } = await exec(program, [...args, ...words, ...(other === undefined ? [] : ['--wait'])], {
    cwd: demo.folder,
    onLines: (_stream, text) => {
      said.push(text);
      for (const one of text.split('\n')) other?.hear(one);
      return output.lines('stdout', text);
    },
  });
  return { exitCode, words: said.join('\n') };
}

const noAnswer: Said = { exitCode: exitCodes.usage, words: 'no answer: it reads like talk', isTalk: true };
/** Milliseconds. */
const patience = 600_000;

async function inRoom(
  { typed, as, channel, at }: { typed: string; as: string; channel: string; at: Date },
  slack: Sandbox,
  other: Approver | undefined,
): Promise<Typed<Said>> {
  const { ts } = await slack.say({ as, channel, text: typed });
  const look = (): Said | undefined => {
    const isAnswer = (message: Message): boolean =>
      message.ts > ts && message.user === slack.bot.userId && !saysThatItWaits(message);
    const answer = slack.messages(channel).find(isAnswer);
    if (answer === undefined) return undefined;
    const words = readText(answer);
    // A line that did not parse is told to its sender alone, and ran nothing.
    if (answer.ephemeralTo !== undefined) return { exitCode: exitCodes.usage, words };
    // What it asks nobody answers here, as in a shell without a person.
    if (asks(answer, 'question:yes'))
      return { exitCode: exitCodes.usage, words: `${words}\nnobody answers here: add --yes` };
    if (asks(answer, 'approval:approve')) {
      if (other === undefined) return { exitCode: exitCodes.retry, words: `${words}\nnobody approves it here` };
      other.press(answer);
    }
    const exitCode = exitCodeIn(words);
    return exitCode === undefined ? undefined : { exitCode, words };
  };
  const answer = slack.waitFor(look, patience).catch((cause: unknown) => {
    throw new OpsError('timeout', `the line had not ended in the room within ${formatDuration(patience)}: ${typed}`, {
      hint: 'ops sandbox, and type it there to see how far it comes',
      cause,
    });
  });
  return {
    ...{ at, answer },
    delivered: () => slack.waitFor(() => slack.isDelivered(ts) || undefined, patience),
    isWaiting: () => slack.messages(channel).some((message) => message.ts > ts && saysThatItWaits(message)),
  };
}

const asks = ({ blocks = [] }: Message, what: string): boolean =>
  blocks.some(({ type, elements }) => type === 'actions' && JSON.stringify(elements).includes(`"${what}"`));

const emptyLine = '\u200b';

/** What a person reads of it, with the empty lines at the end of each part, which a page shows as space. */
function readText(message: Message): string {
  const blocks = (message.blocks ?? []).map((block) => {
    const { type, elements } = block as { type?: unknown; elements?: { elements: object[] }[] };
    if (type !== 'rich_text' || elements === undefined) return block;
    const ended = elements.map((part) => ({ ...part, elements: [...part.elements, { type: 'text', text: '\n' }] }));
    return { ...block, elements: ended };
  });
  return messageText({ ...message, blocks }).replaceAll(emptyLine, '');
}

import { type Context, exitCodes, formatLine, OpsError, splitLine } from '../../index.ts';
import type { Sandbox } from '../server.ts';
import { messageText } from '../text/text.ts';
import type { Demo } from './demo.ts';

interface Said {
  exitCode: number;
  words: string;
}

/** The line in the shell, then in the room, each with its output. Throws with the line's exit code where it is not 0. */
export async function tryLine(line: string, slack: Sandbox, demo: Demo, context: Context) {
  const { output } = context;
  const words = splitLine(line);
  if (words[0] === 'ops') words.shift();
  const typed = formatLine(words);
  await output.lines('stdout', heading(`In the shell: ${typed}`));
  const shell = await inShell(words, demo, context);
  const [person] = slack.people;
  const [room] = slack.channels;
  if (person === undefined || room === undefined) throw new OpsError('bug', 'the sandbox has no people or no rooms');
  await output.lines('stdout', heading(`In the room #${room.name}, typed by ${person.name}: ${typed}`));
  const answer = await inRoom(typed, slack, person.name, room.id, shell.exitCode === exitCodes.usage);
  await output.lines('stdout', answer.words);
  if (shell.exitCode === 0 && answer.exitCode === 0) return { line, shell, room: answer };
  throw new OpsError(
    'failed',
    `the line ended with ${shell.exitCode} in the shell and ${answer.exitCode} in the room`,
    {
      exitCode: shell.exitCode === 0 ? answer.exitCode : shell.exitCode,
    },
  );
}

const heading = (words: string): string => `\n\u001b[1m${words}\u001b[0m`;

async function inShell(words: readonly string[], demo: Demo, { exec, project, output }: Context): Promise<Said> {
  const [program, ...args] = project.program;
  const said: string[] = [];
  const { exitCode } = await exec(program, [...args, ...words], {
    cwd: demo.folder,
    onLines: (_stream, text) => {
      said.push(text);
      return output.lines('stdout', text);
    },
  });
  return { exitCode, words: said.join('\n') };
}

/** The last line of a finished run's message. */
const footer = / · exit (\d+) · .*run \w+$/;
const patience = { line: 600_000, talk: 3000 } as const;

/** Words that are no line may be talk, to which a room gives no answer. */
async function inRoom(typed: string, slack: Sandbox, as: string, channel: string, mayBeTalk: boolean): Promise<Said> {
  const { ts } = await slack.say({ as, channel, text: typed });
  const look = (): Said | undefined => {
    const answer = slack.messages(channel).find((message) => message.ts > ts && message.user === slack.bot.userId);
    if (answer === undefined) return undefined;
    const words = messageText(answer);
    // A line that did not parse is told to its sender alone, and ran nothing.
    if (answer.ephemeralTo !== undefined) return { exitCode: exitCodes.usage, words };
    const exit = footer.exec(words)?.[1];
    return exit === undefined ? undefined : { exitCode: Number(exit), words };
  };
  const answer = slack.waitFor(look, mayBeTalk ? patience.talk : patience.line);
  if (!mayBeTalk) return answer;
  return answer.catch(() => ({ exitCode: exitCodes.usage, words: 'no answer: it reads like talk' }));
}

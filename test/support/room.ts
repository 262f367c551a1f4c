import { onTestFinished } from 'vitest';
import { messageWords, readFooter } from '../../src/render/slack.ts';
import { type Message, type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { type Started, startOps } from './ops.ts';
import { configuration, createProject, type Project } from './project.ts';

export interface Answer {
  exitCode: number;
  /** The words of the run alone, as a terminal would show them. */
  words: string;
  /** All that a person sees of the message. */
  text: string;
  message: Message;
}

export interface Room {
  slack: Sandbox;
  listener: Started;
  project: Project;
  channel: string;
  /** Types a line in the room and waits for the end of its run. */
  type(line: string, where?: { as?: string; channel?: string; thread?: string }): Promise<Answer>;
  /** The end of the run that a message started. */
  answerTo(ts: string, channel?: string): Promise<Answer>;
}

export const tokens = (slack: Sandbox): NodeJS.ProcessEnv => ({
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_BOT_TOKEN: slack.botToken,
});

export const withSlack = (apiUrl: string, config: string = configuration): string => `${config}slack:
  apiUrl: ${apiUrl}
  appToken: \${env:SLACK_APP_TOKEN}
  botToken: \${env:SLACK_BOT_TOKEN}
`;

/** The message of a run that has ended. */
function endedAnswer(slack: Sandbox, channel: string, after: string): Answer | undefined {
  for (const message of slack.messages(channel)) {
    if (message.ts <= after || message.user !== slack.bot.userId) continue;
    const text = messageText(message);
    const exitCode = readFooter(text)?.exitCode;
    const words = messageWords(
      message.blocks ?? [],
      Object.fromEntries(slack.people.map(({ id, name }) => [id, name])),
    );
    if (exitCode !== undefined) return { exitCode, words, text, message };
  }
  return undefined;
}

/** What is pressed or filled in is not lost on a slow machine, as it is where Slack waits three seconds. */
export const patient: SandboxOptions = { interactionTimeout: 60_000 };

/** A room on a local Slack, with the real listener in a process of its own. */
export async function openRoom(
  config?: string | ((slack: Sandbox) => string),
  options: SandboxOptions = {},
  words: readonly string[] = [],
): Promise<Room> {
  const slack = await startSandbox({ ...patient, ...options });
  onTestFinished(() => slack.close());
  const project = createProject(withSlack(slack.apiUrl, typeof config === 'function' ? config(slack) : config));
  const listener = startOps(project.folder, ['listen', ...words], tokens(slack));
  await slack.waitFor(() => slack.connections() > 0 || undefined, 60_000);
  const channel = slack.channels[0]?.id ?? '';
  const answerTo = async (ts: string, where = channel): Promise<Answer> => {
    try {
      return await slack.waitFor(() => endedAnswer(slack, where, ts), 60_000);
    } catch (error) {
      const seen = slack.messages(where).filter((message) => message.ts >= ts);
      const told = seen.map((message) => messageText(message)).join('\n');
      throw new Error(`no run ended in the room, where is:\n${told}\nand the listener says:\n${listener.said.words}`, {
        cause: error,
      });
    }
  };
  return {
    slack,
    listener,
    project,
    channel,
    answerTo,
    type: async (line, { as = slack.people[0]?.name ?? '', channel: where = channel, thread } = {}) => {
      const said = await slack.say({ as, channel: where, text: line, ...(thread === undefined ? {} : { thread }) });
      return answerTo(said.ts, said.channel);
    },
  };
}

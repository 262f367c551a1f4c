import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Message, type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';

/** A line as it is typed, and how it is known that its answer is complete. */
export interface Typed {
  line: string;
  channel: string;
  /** `echo`: the first words are the answer; `run`: there is an end, with an exit code. */
  answer: 'echo' | 'run';
}

/** Milliseconds by the clock of this process, from the moment that the message was sent. */
export interface Timing {
  line: string;
  /** The first words stand in the room. */
  first: number;
  /** The answer is complete. */
  end: number;
}

export interface Workspace {
  at: number;
  apiUrl: string;
  env: { SLACK_APP_TOKEN: string; SLACK_BOT_TOKEN: string };
  channels: string[];
}

/** Milliseconds until all lines were acknowledged, and until all had ended; how many ends there are. */
export interface Crowd {
  acked: number;
  ended: number;
  ends: number;
}

/** What came to a room: the files, and what its messages say, oldest first. */
export interface Settled {
  files: { size: number; sha256: string }[];
  words: string[];
}

const footer = / · exit (\d+) · .*run \w+$/;
const workspaces: Sandbox[] = [];
let troubles = 0;

const methods = {
  open: async (channels: readonly string[]): Promise<Workspace> => {
    const slack = await startSandbox({ channels, people: [{ name: 'mary' }] });
    const env = { SLACK_APP_TOKEN: slack.appToken, SLACK_BOT_TOKEN: slack.botToken };
    return { at: workspaces.push(slack) - 1, apiUrl: slack.apiUrl, env, channels: slack.channels.map(({ id }) => id) };
  },
  connected: async (at: number): Promise<boolean> => {
    const slack = workspace(at);
    return slack.waitFor(() => slack.connections() > 0 || undefined, 20_000);
  },
  /** One line after the other: the next one when the answer of the one before is complete and the pause is over. */
  type: async (at: number, lines: readonly Typed[], pause: number): Promise<Timing[]> => {
    const timings: Timing[] = [];
    for (const line of lines) {
      timings.push(await typeLine(workspace(at), line));
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return timings;
  },
  /** One line after the other, each until a picture stands in the room; milliseconds. */
  pictures: async (at: number, lines: readonly Omit<Typed, 'answer'>[]): Promise<number[]> => {
    const times: number[] = [];
    for (const line of lines) times.push(await typeForPicture(workspace(at), line));
    return times;
  },
  /** Milliseconds until the app has acknowledged so many messages that came at once: it does so in their order. */
  burst: async (at: number, count: number): Promise<number> => {
    const slack = workspace(at);
    const channel = slack.channels[0]?.id ?? '';
    const began = performance.now();
    let last = '';
    for (let left = count; left > 0; left--) last = (await slack.say({ as: 'mary', channel, text: 'hello' })).ts;
    while (!slack.isDelivered(last)) await new Promise((resolve) => setImmediate(resolve));
    return performance.now() - began;
  },
  /** Lines that are typed at the same moment, in rooms that nothing else is typed in. */
  crowd: async (at: number, lines: readonly Omit<Typed, 'answer'>[]): Promise<Crowd> => {
    const slack = workspace(at);
    const began = performance.now();
    const typed = await Promise.all(lines.map(({ line, channel }) => slack.say({ as: 'mary', channel, text: line })));
    while (!typed.every(({ ts }) => slack.isDelivered(ts))) await new Promise((resolve) => setImmediate(resolve));
    const acked = performance.now() - began;
    const channels = new Set(lines.map(({ channel }) => channel));
    const ends = (): number => [...channels].flatMap((channel) => slack.messages(channel).filter(hasEnded)).length;
    await slack.waitFor(() => ends() >= lines.length || undefined, 120_000);
    const ended = performance.now() - began;
    return { acked, ended, ends: ends() };
  },
  say: async (at: number, { line, channel }: Omit<Typed, 'answer'>): Promise<void> => {
    await workspace(at).say({ as: 'mary', channel, text: line });
  },
  /** Connections end, in one way and another. */
  trouble: async (at: number): Promise<void> => {
    const slack = workspace(at);
    if (troubles++ % 2 === 0) slack.drop();
    else slack.disconnect('warning');
  },
  calls: async (at: number, method: string): Promise<number> =>
    workspace(at).calls.filter((call) => call.method === method).length,
  times: async (at: number, method: string): Promise<number[]> =>
    workspace(at)
      .calls.filter((call) => call.method === method)
      .map((call) => call.at),
  /** Bytes of all files that were brought to rooms. */
  stored: async (at: number): Promise<number> => {
    const slack = workspace(at);
    const files = slack.channels.flatMap(({ id }) => slack.messages(id).flatMap((message) => message.files ?? []));
    return files.reduce((sum, { id }) => sum + slack.file(String(id)).content.length, 0);
  },
  /** What a room has once a file was brought to it, or word that none could be. */
  settled: async (at: number, channel: string): Promise<Settled> => {
    const slack = workspace(at);
    const look = (): Settled | undefined => {
      const messages = slack.messages(channel);
      const files = messages.flatMap((message) => message.files ?? []).map(({ id }) => slack.file(String(id)).content);
      const words = messages.map((message) => messageText(message));
      if (files.length === 0 && !words.some((said) => said.includes('could not be brought'))) return undefined;
      const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
      return { files: files.map((content) => ({ size: content.length, sha256: sha256(content) })), words };
    };
    return slack.waitFor(look, 120_000);
  },
};

export type SlackMethods = typeof methods;

function workspace(at: number): Sandbox {
  const slack = workspaces[at];
  if (slack === undefined) throw new Error(`there is no workspace ${at}`);
  return slack;
}

async function typeLine(slack: Sandbox, { line, channel, answer }: Typed): Promise<Timing> {
  const began = performance.now();
  const { ts } = await slack.say({ as: 'mary', channel, text: line });
  let first: number | undefined;
  const look = (): Timing | undefined => {
    const message = slack.messages(channel).findLast(({ files }) => files === undefined);
    if (message === undefined || message.ts <= ts) return undefined;
    const now = performance.now() - began;
    first ??= now;
    if (answer === 'echo') return { line, first, end: now };
    const words = messageText(message);
    const exit = footer.exec(words)?.[1];
    if (exit === undefined) return undefined;
    if (exit !== '0') throw new Error(`${line} did not succeed: ${words}`);
    return { line, first, end: now };
  };
  try {
    return await slack.waitFor(look, 120_000);
  } catch (cause) {
    const seen = slack
      .messages(channel)
      .slice(-2)
      .map((message) => messageText(message));
    throw new Error(`${line} was not answered; the room's last words are: ${seen.join(' | ')}`, { cause });
  }
}

async function typeForPicture(slack: Sandbox, { line, channel }: Omit<Typed, 'answer'>): Promise<number> {
  const began = performance.now();
  const { ts } = await slack.say({ as: 'mary', channel, text: line });
  const files = (): number => slack.messages(channel).filter((message) => message.ts > ts && message.files).length;
  await slack.waitFor(() => files() > 0 || undefined, 60_000);
  const took = performance.now() - began;
  await slack.waitFor(
    () => slack.messages(channel).some((message) => message.ts > ts && hasEnded(message)) || undefined,
  );
  return took;
}

const hasEnded = (message: Message): boolean => footer.test(messageText(message));

type Ask = { [Name in keyof SlackMethods]: { id: number; method: Name; args: Parameters<SlackMethods[Name]> } };

process.on('message', async ({ id, method, args }: Ask[keyof Ask]) => {
  try {
    const work = methods[method] as (...given: unknown[]) => Promise<unknown>;
    process.send?.({ id, result: await work(...args) });
  } catch (error) {
    process.send?.({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit());

import { once } from 'node:events';
import { join } from 'node:path';
import type { RunRecord } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { readFooter } from '../../src/render/slack.ts';
import type { Message, Sandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { type Started, startOps } from './ops.ts';
import type { Project } from './project.ts';
import { type Room, tokens } from './room.ts';
import { until } from './waiting.ts';

/** The runs in the journal but the listeners' own, oldest first. */
export async function recorded({ folder }: Project): Promise<RunRecord[]> {
  const journal = await openSqliteJournal(join(folder, '.ops', 'journal.db'));
  try {
    const runs = await journal.runs({ limit: 10_000 });
    return runs.filter(({ command }) => command !== 'listen').reverse();
  } finally {
    await journal.close();
  }
}

/** The lines that the journal holds, oldest first. */
export async function recordedLines(project: Project): Promise<string[]> {
  return (await recorded(project)).map(({ argv }) => argv.join(' '));
}

/** What `ops` said to everybody in a room. */
export function saidInRoom({ slack, channel }: Room, where = channel): Message[] {
  return slack
    .messages(where)
    .filter((message) => message.user === slack.bot.userId && message.ephemeralTo === undefined);
}

/** What `ops` said to one person alone, but that a line is long in beginning, which is so on a slow machine. */
export function whispers({ slack, channel }: Room, where = channel): { to: string; text: string; thread?: string }[] {
  const names = new Map(slack.channels.map(({ id, name }) => [id, name]));
  return slack
    .messages(where)
    .filter((message) => message.ephemeralTo !== undefined)
    .map((message) => ({
      to: slack.people.find(({ id }) => id === message.ephemeralTo)?.name ?? '',
      text: messageText(message, (id) => names.get(id)),
      ...(message.thread_ts === undefined ? {} : { thread: message.thread_ts }),
    }))
    .filter(({ text }) => !isLongInBeginning(text));
}

function isLongInBeginning(text: string): boolean {
  const foot = readFooter(text);
  return foot !== undefined && foot.exitCode === undefined;
}

/** The first so many of them, once they are said. */
export function whispered(room: Room, count = 1): Promise<ReturnType<typeof whispers>> {
  return room.slack.waitFor(() => (whispers(room).length >= count ? whispers(room) : undefined));
}

/**
 * Waits until all that was typed so far is taken, or was no line. Lines are taken as they come, and one that comes by
 * another connection may be first by some milliseconds: the end of a whole run is waited for.
 */
export async function settled(room: Room): Promise<void> {
  const answer = await room.type('ops whoami', { as: 'tom', channel: '@tom' });
  if (answer.exitCode !== 0) throw new Error(answer.text);
}

/** One more listener in the room's project. */
export async function startListener(
  { slack, project }: Pick<Room, 'slack' | 'project'>,
  as: { uid?: number; gid?: number } = {},
): Promise<Started> {
  const listener = startOps(project.folder, ['listen'], tokens(slack), as);
  await Promise.race([
    until(() => listener.said.stderr.includes('Listening as'), 'that it listens'),
    listener.ended.then(({ words }) => Promise.reject(new Error(words))),
  ]);
  return listener;
}

/** Where a listener with `--health` says how it is. */
export async function healthOf({ listener }: Pick<Room, 'listener'>): Promise<string> {
  const said = (): string | undefined => /Health at (\S+)\/healthz/.exec(listener.said.stderr)?.[1];
  await until(() => said() !== undefined, 'that it says where its health is');
  return said() ?? '';
}

/** Ends a room's listener as a service manager does. */
export function stop({ child, ended }: Started, signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM') {
  child.kill(signal);
  return ended;
}

/** What it has started goes on. */
export async function killListener({ child }: Started): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Calls the Web API as a person's or a bot's own program would. */
export async function callSlack(slack: Sandbox, token: string, method: string, args: object): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
  const answer = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
  const { ok, error } = (await answer.json()) as { ok: boolean; error?: string };
  if (!ok) throw new Error(`${method}: ${error}`);
}

/** A script with its manifest in its head. */
export function bashScript(name: string, body: string, manifest = ''): string {
  const examples = `# examples:\n#   - { line: ops ${name}, says: what it says }\n`;
  return `#!/usr/bin/env bash\n# ---\n# summary: Do something\n# effect: read\n${manifest}${examples}# ---\n${body}\n`;
}

/** Prints each of its words in brackets. */
export const wordsScript = bashScript(
  'words',
  `printf '[%s]\\n' "$@"`,
  '# args:\n#   words: { summary: Any words, variadic: true }\n',
);

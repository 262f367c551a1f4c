import type { RunRecord } from '../context/journal.ts';
import { messageWords, readFooter } from '../render/slack.ts';
import type { Message, Posted, Sandbox } from '../sandbox/server.ts';
import { messageText } from '../sandbox/text/text.ts';
import { type Button, buttonsOf } from './buttons.ts';
import { readText } from './names.ts';

/** What a line came to, in the room and in the journal. */
export interface Answer {
  /** All that a person reads of it in the room. */
  text: string;
  /** What a terminal would have printed, word for word: of long output the whole, which in the room is a file. */
  words: string;
  /** 64 for a line that did not parse, as in a terminal. */
  exitCode: number;
  /** The app's messages about the line, oldest first, as they stood when it was complete. */
  messages: readonly Message[];
  /** Told to the sender alone, as what does not parse is. */
  isEphemeral: boolean;
  files: readonly AnswerFile[];
  /** The names of the reactions to the line itself, without colons. */
  reactions: readonly string[];
  /** What can be pressed in the messages, in their order. */
  buttons: readonly Button[];
  /** The run's row in the journal; undefined where the line was refused before it was one (`ops deplyo`, `a | b`). */
  run: RunRecord | undefined;
  /** The id of the channel that the line was typed in. */
  channel: string;
  /** The line's own message; `inThread` takes it. */
  ts: string;
}

export interface AnswerFile {
  name: string;
  title: string;
  content: Buffer;
  /** The content as UTF-8. */
  text: string;
}

const usage = 64;

/** What the app has said to everybody about a run, and to its sender. */
export function messagesOf(run: RunRecord, { channel, ts }: Posted, slack: Sandbox): Message[] {
  return saidBy(slack, channel, ts).filter((message) => {
    const payload = message.metadata?.['event_payload'] as { run?: unknown } | undefined;
    if (payload?.run === run.id) return true;
    if (message.ephemeralTo !== undefined) return isEndOf(run, message);
    return (message.files ?? []).some(({ name }) => String(name).includes(`-${run.id}.`));
  });
}

/** One that is long in beginning is said to wait first, to its sender alone. */
function isEndOf(run: RunRecord, message: Message): boolean {
  const foot = readFooter(messageText(message));
  return foot?.run === run.id && foot.exitCode !== undefined;
}

/** What a person alone was told of lines that are no runs. */
export function refusalsTo(person: string, { channel, ts }: Posted, slack: Sandbox): Message[] {
  return saidBy(slack, channel, ts).filter(
    (message) => message.ephemeralTo === person && readFooter(messageText(message)) === undefined,
  );
}

const saidBy = (slack: Sandbox, channel: string, after: string): Message[] =>
  slack.messages(channel).filter((message) => message.ts > after && message.user === slack.bot.userId);

export function answerOf(
  said: Posted & { person: string },
  run: RunRecord | undefined,
  messages: readonly Message[],
  slack: Sandbox,
): Answer {
  const { channel, ts, person } = said;
  const files = messages.flatMap((message) => (message.files ?? []).map(({ id }) => fileOf(slack, String(id))));
  const line = slack.messages(channel).find((message) => message.ts === ts);
  const [first] = messages;
  return {
    text: messages.map((message) => readText(message, slack)).join('\n'),
    words: files[0]?.text ?? (first === undefined ? '' : wordsOf(first, run, slack)),
    exitCode: run?.exitCode ?? usage,
    messages,
    isEphemeral: first?.ephemeralTo !== undefined,
    files,
    reactions: (line?.reactions ?? []).map(({ name }) => name),
    buttons: messages.flatMap((message) => buttonsOf(message, { channel, person }, slack)),
    run,
    channel,
    ts,
  };
}

/** A refusal is nothing but its words; above and below those of a run stands whose it is and how it ended. */
const wordsOf = (message: Message, run: RunRecord | undefined, slack: Sandbox): string =>
  run === undefined ? `${readText(message, slack)}\n` : messageWords(message.blocks ?? [], namesOf(slack));

const namesOf = ({ people }: Sandbox): Record<string, string> =>
  Object.fromEntries(people.map(({ id, name }) => [id, name]));

function fileOf(slack: Sandbox, id: string): AnswerFile {
  const { name, title, content } = slack.file(id);
  return { name, title, content, text: content.toString('utf8') };
}

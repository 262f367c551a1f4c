import { pastedSecret } from '../../command/in-room.ts';
import { nearest } from '../../command/suggest.ts';
import { OpsError } from '../../context/errors.ts';
import { cutMention } from './reference.ts';
import { splitWords } from './split.ts';
import { looksLikeTalk } from './talk.ts';
import { isTyped, messageLine } from './words.ts';

export interface RoomMessage {
  text: string;
  blocks?: unknown;
  channelType: 'im' | 'channel' | 'group' | 'mpim';
  botUserId: string;
  /** What a line in a channel begins with: `ops`. */
  word: string;
  /** The names of all commands. */
  commands: readonly string[];
}

export type Addressed =
  /** To be run, whatever comes of it. */
  | { kind: 'line'; argv: string[] }
  /** Most likely a slip: to be told to the sender only. */
  | { kind: 'unknown'; word: string; suggestions: string[] }
  /** Meant for `ops`, but no line: to be told to the sender only. */
  | { kind: 'refused'; error: OpsError }
  /** People talking among themselves: never answered. */
  | { kind: 'talk' };

const talk: Addressed = { kind: 'talk' };
const opening = /^[\s`\u200b-\u200f\ufeff]*([^\s`\u200b-\u200f\ufeff]*)/;
const indent = /^[\s`\u200b-\u200f\ufeff]+/;
/** The word, and all the rest in backticks. */
const fenced = /^(\S+)\s+(```|`)([^`]+)\2$/;
const quotes = '"\'`';
/** What makes a sentence of a command's name: `ops deploy is broken`. */
const verb = /^(?:is|are|was|were|has|have|had|does|did)(?:n['’]t)?[,:;?!.…]*$/i;
const option = /^--[a-z]/i;
/** How many words a command's name may have. */
const nameLengths = [4, 3, 2, 1];
const headLength = 40;

/**
 * Whether a message is for `ops`, and the argv that it stands for.
 *
 * - A direct message is a line. `ops` may stand before it, and need not.
 * - All of a line, or all of it but the word, may stand in backticks: ops `deploy uat`.
 * - A message that begins with a mention of the bot is a line, anywhere.
 * - In a channel a line begins with the word alone, `ops`, `Ops` or `OPS`, followed by the name of a command
 *   (`jira mentions` is `jira-mentions`), by an option (`--help`), or by nothing.
 * - What begins so but names no command is answered, to its sender only, where the next word is a slip away from a
 *   command's name and the rest does not read like a sentence: `ops deplyo uat`.
 * - Everything else is talk and gets no answer: "ops is down again", "ops, can you help?", "Ops: please deploy". So is
 *   a command's name with a verb right after it: "ops deploy is broken".
 *
 * What no person can have typed is talk too: an app that speaks for one may show other words than it says.
 *
 * A line that does not parse is refused, to its sender only; talk that would not parse is still talk.
 */
export function addressed(message: RoomMessage): Addressed {
  const address = understood(message);
  if (address.kind !== 'refused' && address.kind !== 'unknown') return address;
  const error = pastedSecret(message.text, true);
  return error === undefined ? address : { kind: 'refused', error };
}

function understood(message: RoomMessage): Addressed {
  if (message.channelType === 'im') return isTyped(message) ? attempt(() => directLine(message)) : talk;
  const begins = beginningOf(message);
  if (begins === undefined || !isTyped(message)) return talk;
  return begins === 'mention' ? attempt(() => mentioned(message)) : inChannel(message);
}

/** What a message in a channel begins with, where it may be for `ops`. Undefined: it is talk, whatever comes then. */
export function beginningOf({
  text,
  botUserId,
  word,
}: Pick<RoomMessage, 'text' | 'botUserId' | 'word'>): 'mention' | 'word' | undefined {
  const [, first = ''] = opening.exec(text) ?? [];
  if (first.startsWith(`<@${botUserId}`)) return 'mention';
  return isWord(first, word) ? 'word' : undefined;
}

function directLine(message: RoomMessage): Addressed {
  const line = messageLine(message);
  const cut = cutMention(line);
  return lineOf(cut?.id === message.botUserId ? cut.rest : line, message.word);
}

function mentioned(message: RoomMessage): Addressed {
  const cut = cutMention(messageLine(message));
  return cut?.id === message.botUserId ? lineOf(cut.rest, message.word) : talk;
}

function inChannel(message: RoomMessage): Addressed {
  const result = attempt(() => wordLine(message));
  if (result.kind !== 'refused') return result;
  return judge(headOf(message.text).slice(1), message.commands) === 'line' ? result : talk;
}

function wordLine(message: RoomMessage): Addressed {
  const line = messageLine(message);
  const [first = '', ...next] = headOf(line);
  if (!isWord(first, message.word)) return talk;
  const verdict = judge(next, message.commands);
  if (verdict === 'line') return lineOf(line, message.word);
  return verdict === 'talk' ? talk : slip(next.map(withoutQuotes), message.commands);
}

function lineOf(line: string, word: string): Addressed {
  const [, first = '', , inside = ''] = fenced.exec(line) ?? [];
  const argv = splitWords(isWord(first, word) ? inside : line);
  return { kind: 'line', argv: argv[0] !== undefined && isWord(argv[0], word) ? argv.slice(1) : argv };
}

function slip(words: readonly string[], commands: readonly string[]): Addressed {
  if (looksLikeTalk(words)) return talk;
  const [first = '', second] = words;
  const dashed = commands.filter((name) => name.includes('-'));
  const pairs = second === undefined ? [] : nearest(`${first}-${second}`, dashed);
  if (pairs.length > 0) return { kind: 'unknown', word: `${first} ${second}`, suggestions: pairs };
  const suggestions = nearest(first, commands);
  return suggestions.length === 0 ? talk : { kind: 'unknown', word: first, suggestions };
}

function isWord(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  return typed === word || typed === word.toUpperCase() || typed === word.charAt(0).toUpperCase() + word.slice(1);
}

function judge(words: readonly string[], commands: readonly string[]): 'line' | 'talk' | 'unknown' {
  const plain = words.slice(0, nameLengths[0]).map(withoutQuotes);
  if (plain[0] === undefined || option.test(plain[0])) return 'line';
  const isName = (length: number): boolean => commands.includes(plain.slice(0, length).join('-'));
  const length = nameLengths.find(isName);
  if (length === undefined) return 'unknown';
  return verb.test(words[length] ?? '') ? 'talk' : 'line';
}

/** The first words of a message. */
function headOf(text: string): string[] {
  const head: string[] = [];
  for (const [word] of text.replace(indent, '').matchAll(/\S+/g)) {
    head.push(word);
    if (head.length === headLength) break;
  }
  return head;
}

function withoutQuotes(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && quotes.includes(word.charAt(start))) start += 1;
  while (end > start && quotes.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(start, end);
}

function attempt(work: () => Addressed): Addressed {
  try {
    return work();
  } catch (error) {
    if (error instanceof OpsError) return { kind: 'refused', error };
    throw error;
  }
}

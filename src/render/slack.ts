import { formatDuration } from '../context/duration.ts';
import type { Outcome } from '../context/errors.ts';
import { formatSize } from '../context/size.ts';
import { firstOf } from './cut.ts';
import { inlineLine } from './inline.ts';
import { stepMarks } from './layout.ts';
import { type Line, spansText } from './line.ts';
import { fromRichText, type Names, type RichTextElement, type RichTextPart, toRichText } from './rich-text.ts';
import type { WindowLines } from './window.ts';
import { lineWords } from './words.ts';

export interface MessageView {
  line: string;
  actor: string;
  state: 'waiting' | 'running' | Outcome;
  exitCode?: number;
  ms?: number;
  run?: string;
  buttons?: readonly Button[];
  window: WindowLines & { live: readonly Line[]; progress?: readonly Line[] };
}

/** Something to press. Its value is a name for something, never a line. */
export interface Button {
  /** What it is for, as `run:stop`. */
  action: string;
  value: string;
  text: string;
  style?: 'primary' | 'danger';
  /** What is asked before the press counts. */
  confirm?: { title: string; text: string; yes: string; no: string };
}

interface PlainText {
  type: 'plain_text';
  text: string;
  emoji: false;
}

interface ButtonElement {
  type: 'button';
  action_id: string;
  value: string;
  text: PlainText;
  style?: 'primary' | 'danger';
  confirm?: { title: PlainText; text: PlainText; confirm: PlainText; deny: PlainText; style?: 'primary' | 'danger' };
}

export type MessageBlock =
  | { type: 'rich_text'; block_id?: string; elements: RichTextElement[] }
  | { type: 'actions'; elements: ButtonElement[] }
  | { type: 'context'; elements: PlainText[] };

export interface RoomMessage {
  /** For notifications and for readers without blocks. */
  text: string;
  blocks: MessageBlock[];
}

/** Holds what goes on: the steps that run, and the question that is open. */
const liveBlock = 'live';
/** Holds what a program has not written to its end. */
const progressBlock = 'progress';
const longestText = 3900;
const longestLine = 500;
const longestName = 100;
/** Of what Slack asks before a press counts. */
const longestQuestion = 300;

/** A run as one Slack message: what was typed and by whom, its output, how it ended. */
export function renderMessage(view: MessageView): RoomMessage {
  const line = shorten(view.line, longestLine);
  const [said, now] = [bodyLines({ ...view.window, live: [] }), view.window.live];
  const { progress = [] } = view.window;
  const body = [...said, ...now, ...progress];
  const foot = footer(view);
  const blocks: MessageBlock[] = [{ type: 'rich_text', elements: [header(view, line)] }];
  if (said.length > 0) blocks.push({ type: 'rich_text', elements: toRichText(said) });
  if (now.length > 0) blocks.push({ type: 'rich_text', block_id: liveBlock, elements: toRichText(now) });
  if (progress.length > 0) blocks.push({ type: 'rich_text', block_id: progressBlock, elements: toRichText(progress) });
  // Above the footer, which is the last block of every message.
  if (view.buttons?.length) blocks.push({ type: 'actions', elements: view.buttons.map(buttonElement) });
  if (foot !== '') blocks.push({ type: 'context', elements: [plainText(foot)] });
  const words = [[line, view.state].join(' · '), ...body.map(lineWords)];
  return { text: escapeText(words.join('\n'), longestText), blocks };
}

/** What of a message's blocks was printed, and what of them went on when it was drawn. */
export function outputBlocks(blocks: readonly unknown[]): { said: MessageBlock[]; live: MessageBlock[] } {
  const body = (blocks as readonly MessageBlock[]).slice(1).filter(({ type }) => type === 'rich_text');
  const isOf = (id: string | undefined) => (block: MessageBlock) => block.type === 'rich_text' && block.block_id === id;
  return { said: body.filter(isOf(undefined)), live: body.filter(isOf(liveBlock)) };
}

/** The words of what went on where its process is gone: its steps have failed. */
export function cutOff(live: readonly MessageBlock[]): string[] {
  const { running, failed } = stepMarks;
  const words = linesOf(live).map(lineWords);
  return words.map((line) => (line.startsWith(running) ? failed + line.slice(running.length) : line));
}

/** The words of a message's body, exactly as a terminal without colour would have printed them. */
export const messageWords = (blocks: readonly unknown[], names?: Names): string =>
  linesOf((blocks as readonly MessageBlock[]).slice(1), names)
    .map((line) => `${lineWords(line)}\n`)
    .join('');

function linesOf(blocks: readonly MessageBlock[], names?: Names): ReturnType<typeof fromRichText> {
  const rich = blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []));
  return rich.flatMap((element) => fromRichText(element, names));
}

function header({ actor, state }: MessageView, line: string): RichTextElement {
  const typed: RichTextPart[] = line === '' ? [] : [{ type: 'text', text: line, style: { code: true } }];
  const rest = ['', shorten(actor, longestName), ...(isUnderWay(state) ? [state] : [])].join(' · ');
  return { type: 'rich_text_section', elements: [...typed, { type: 'text', text: rest }] };
}

function buttonElement({ action, value, text, style, confirm }: Button): ButtonElement {
  const styled = style === undefined ? {} : { style };
  const element: ButtonElement = { type: 'button', action_id: action, value, text: plainText(text), ...styled };
  if (confirm === undefined) return element;
  const [title, question] = [plainText(confirm.title), plainText(shorten(confirm.text, longestQuestion))];
  const answers = { confirm: plainText(confirm.yes), deny: plainText(confirm.no) };
  return { ...element, confirm: { title, text: question, ...answers, ...styled } };
}

function plainText(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}

/** What of the output a message holds. */
export function bodyLines({ head, omitted, bulk, tail, live }: MessageView['window']): Pick<Line, 'spans' | 'form'>[] {
  const count = `${omitted} ${omitted === 1 ? 'line' : 'lines'}`;
  const gap = `… ${bulk === undefined ? count : formatSize(bulk)} left out …`;
  const left = omitted === 0 ? [] : [{ spans: [{ text: gap, style: { italic: true } }], form: 'prose' as const }];
  return [...head, ...left, ...tail, ...live];
}

function footer({ state, exitCode, ms, run }: MessageView): string {
  const end = isUnderWay(state) ? [] : [`${state === 'ok' ? '✓' : '✗'} ${state}`];
  return [
    ...end,
    ...(exitCode === undefined ? [] : [`exit ${exitCode}`]),
    ...(ms === undefined ? [] : [formatDuration(ms)]),
    ...(run === undefined ? [] : [`run ${shorten(run, longestName)}`]),
  ].join(' · ');
}

const lastLine = /^(?:.* · exit (\d+) · (?:.* · )?)?run (\w+)$/;

/** What the last line of a run's message says: which run it is, and its exit code, which it has once it has ended. */
export function readFooter(text: string): { run: string; exitCode: number | undefined } | undefined {
  const [, exit, run] = lastLine.exec(text.slice(text.lastIndexOf('\n') + 1)) ?? [];
  return run === undefined ? undefined : { run, exitCode: exit === undefined ? undefined : Number(exit) };
}

function isUnderWay(state: MessageView['state']): boolean {
  return state === 'waiting' || state === 'running';
}

function shorten(text: string, limit: number): string {
  const line = spansText(inlineLine(text));
  return line.length <= limit ? line : `${firstOf(line, limit - 1)}…`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes what Slack reads as markup, within a limit that counts the escapes. */
export function escapeText(text: string, limit: number): string {
  let escaped = '';
  for (const character of text) {
    const next = entities[character] ?? character;
    if (escaped.length + next.length >= limit) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}

import type { Block } from './blocks.ts';
import { OpsError } from './errors.ts';
import type { Event } from './events.ts';

export interface Redactor {
  text(value: string): string;
  argv(words: readonly string[]): readonly string[];
  event(event: Event): Event;
}

/** What stands where a secret stood. */
export const mask = '••••';

const asItIs = (value: string): string => value;

/** What is shown of a program's line: escape codes and moves of the cursor obeyed. */
export type ReadLine = (line: string) => string;

/** Puts `••••` where a secret stands: as it is, in base64 (alone or within a longer text), or in an address. */
export function createRedactor(secrets: readonly string[], readLine: ReadLine = asItIs): Redactor {
  const pattern = secretPattern(secrets);
  if (pattern === undefined) return { text: asItIs, argv: (words) => words, event: (event) => event };
  const text = (value: string) => redactSeen(value.replace(pattern, mask), (seen) => seen.replace(pattern, mask));
  const readLines = (lines: string): string => lines.split('\n').map(readLine).join('\n');
  const isOverLines = secrets.some((secret) => secret.includes('\n'));
  const lines = (value: string): string => {
    if (!control.test(value)) return text(value);
    const redacted = redactCoded(value, text)
      .split('\n')
      .map((line) => redactShown(line, readLine, text))
      .join('\n');
    return isOverLines ? redactShown(redacted, readLines, text) : redacted;
  };
  return {
    text,
    argv: (words) => words.map(text),
    event: (event) => (event.type === 'line' ? redactLine(event, lines, text) : redactEvent(event, text)),
  };
}

function secretPattern(secrets: readonly string[]): RegExp | undefined {
  const forms = new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf));
  if (forms.size === 0) return undefined;
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}

function formsOf(secret: string): string[] {
  const form = new URLSearchParams({ secret }).toString().slice('secret='.length);
  const address = encodeURIComponent(secret.toWellFormed());
  const addresses = [form, address].flatMap((value) => [value, value.replace(/%[0-9A-F]{2}/g, lowerCase)]);
  const base64 = [Buffer.from(secret).toString('base64'), ...base64Within(secret)];
  const lines = secret.includes('\n') ? secret.split(/\r?\n/).filter((line) => line.trim().length >= 8) : [];
  const escaped = JSON.stringify(secret).slice(1, -1);
  const others = [escaped, ...lines, ...addresses, ...base64, ...base64.map(urlAlphabet)];
  return [secret, ...others.filter((other) => other.length >= shortest)];
}

/** A shorter form would be found in innocent text. */
const shortest = 6;

const lowerCase = (value: string): string => value.toLowerCase();
const urlAlphabet = (value: string): string => value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** What the secret always becomes in base64 of a longer text, such as `user:secret`: one form an offset of its bytes. */
function base64Within(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const form = whole.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6));
    return form.length >= 8 ? [form] : [];
  });
}

type Redact = (value: string) => string;

export function redactError(error: unknown, { text }: Redactor): unknown {
  if (!(error instanceof OpsError) || error.outcome === 'ok') return error;
  const { outcome, message, hint, details, exitCode, cause } = error;
  return new OpsError(outcome, text(message), {
    cause,
    exitCode,
    ...(hint === undefined ? {} : { hint: text(hint) }),
    ...(details === undefined ? {} : { details: deep(details, text) as Record<string, unknown> }),
  });
}

type LineEvent = Extract<Event, { type: 'line' }>;

/** What a picture shows, nobody can mask. */
function redactLine({ pictures, ...event }: LineEvent, lines: Redact, text: Redact): LineEvent {
  const redacted = { ...event, text: lines(event.text) };
  if (pictures === undefined) return redacted;
  return { ...redacted, pictures: pictures.map((one) => ({ ...one, name: text(one.name), alt: text(one.alt) })) };
}

function redactEvent(event: Exclude<Event, { type: 'line' }>, text: Redact): Event {
  switch (event.type) {
    case 'started':
      return { ...event, line: text(event.line), actor: text(event.actor) };
    case 'step':
      return { ...event, title: text(event.title) };
    case 'ask':
      return { ...event, question: text(event.question) };
    case 'answer':
      return { ...event, question: text(event.question), by: text(event.by) };
    case 'note':
      return { ...event, blocks: redactBlocks(event.blocks, text) };
    case 'result':
      return { ...event, data: deep(event.data, text), blocks: redactBlocks(event.blocks, text) };
    case 'error':
      return {
        ...event,
        message: text(event.message),
        ...(event.trace === undefined ? {} : { trace: text(event.trace) }),
        ...(event.hint === undefined ? {} : { hint: text(event.hint) }),
        ...(event.details === undefined ? {} : { details: deep(event.details, text) as Record<string, unknown> }),
      };
    case 'parked':
    case 'finished':
      return event;
  }
}

/** What surfaces leave out, or nobody sees. */
const unseen = /[\0\p{Default_Ignorable_Code_Point}]/u;
const everyUnseen = new RegExp(unseen, 'gu');

function redactSeen(value: string, text: Redact): string {
  if (!unseen.test(value)) return value;
  const seen = value.replace(everyUnseen, '');
  const shown = text(seen);
  return shown === seen ? value : shown;
}

const control = /(?![\n\t])\p{Cc}/u;
/** They hold digits and a letter, which a secret may be. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const colorsAndMoves = /((?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~])/;

/** A secret is masked where it stands, in an address too. */
const redactCoded = (lines: string, text: Redact): string =>
  lines
    .split(colorsAndMoves)
    .map((part, index) => (index % 2 === 1 ? part : text(part)))
    .join('');

/**
 * What stands in the way of a secret, such as a colour in its midst or a cursor that goes back, does not hide it: such a
 * line becomes what it shows, without its colours.
 */
function redactShown(value: string, read: ReadLine, text: Redact): string {
  const plain = read(value);
  const shown = text(plain);
  return shown === plain ? value : shown;
}

/** Words of the format itself, and the path that a surface must still be able to open. */
const kept = new Set(['type', 'style', 'align', 'path']);

const redactBlocks = (blocks: readonly Block[], text: Redact): readonly Block[] =>
  deep(blocks, text, kept) as readonly Block[];

function deep(value: unknown, text: Redact, skip: ReadonlySet<string> = new Set()): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, text, skip));
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return deep(value.toJSON(), text, skip);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      skip.has(key) ? [key, item] : [skip.size === 0 ? text(key) : key, deep(item, text, skip)],
    ),
  );
}

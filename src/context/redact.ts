import type { Block } from './blocks.ts';
import { OpsError } from './errors.ts';
import type { Event, Sink } from './events.ts';
import { createLineRedactor, type ReadLine, streamed } from './redact-lines.ts';
import { createSecrets } from './secrets/secrets.ts';
import { withoutUnseen } from './secrets/unseen.ts';

export { mask } from './secrets/ranges.ts';

export interface Redactor {
  text(value: string): string;
  argv(words: readonly string[]): readonly string[];
  /** What a program printed, all of it. */
  lines(value: string): string;
  /** An event on its own. */
  event(event: Event): Event;
  /** Masks all events of a run: a secret that comes in several of them too. */
  sink(sink: Sink): Sink;
}

/**
 * Puts `••••` where a secret stands: one of these values, as it is or in one of many encodings, or what is known to be
 * secret by its shape.
 */
export function createRedactor(values: readonly string[], readLine: ReadLine = (line) => line): Redactor {
  const secrets = createSecrets(values);
  const text = (value: string): string => redactSeen(secrets.mask(value), secrets.mask);
  const lines = createLineRedactor(secrets, text, readLine);
  const event = (said: Event): Event =>
    said.type === 'line' ? redactLine(said, lines.whole, text) : redactEvent(said, text);
  return {
    text,
    lines: lines.whole,
    argv: (words) => unlessSame(words, secrets.maskWords(words).map(text)),
    event,
    sink: (sink) => streamed(sink, lines, event),
  };
}

type Redact = (value: string) => string;

function redactSeen(value: string, text: Redact): string {
  const seen = withoutUnseen(value);
  if (seen === value) return value;
  const shown = text(seen);
  return shown === seen ? value : shown;
}

/** Of any error, with all that caused it: their messages are shown, and their traces with `--debug`. */
export function redactError(error: unknown, redactor: Pick<Redactor, 'text'>): unknown {
  const { text } = redactor;
  if (typeof error === 'string') return text(error);
  if (!(error instanceof Error)) return error;
  const cause = error.cause === undefined ? {} : { cause: redactError(error.cause, redactor) };
  const masked = copyOf(error, cause, text);
  return Object.defineProperty(masked, 'stack', { value: error.stack && text(error.stack), configurable: true });
}

function copyOf(error: Error, cause: { cause?: unknown }, text: Redact): Error {
  if (!(error instanceof OpsError) || error.outcome === 'ok') {
    return Object.defineProperty(new Error(text(error.message), cause), 'name', { value: error.name });
  }
  const { outcome, message, hint, details, exitCode } = error;
  return new OpsError(outcome, text(message), {
    exitCode,
    ...cause,
    ...(hint === undefined ? {} : { hint: text(hint) }),
    ...(details === undefined ? {} : { details: redactData(details, text) }),
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
    case 'progress':
      return { ...event, text: text(event.text) };
    case 'answer':
      return { ...event, question: text(event.question), by: text(event.by) };
    case 'note':
      return { ...event, blocks: redactBlocks(event.blocks, text) };
    case 'result':
      return { ...event, data: redactData(event.data, text), blocks: redactBlocks(event.blocks, text) };
    case 'error':
      return {
        ...event,
        message: text(event.message),
        ...(event.trace === undefined ? {} : { trace: text(event.trace) }),
        ...(event.hint === undefined ? {} : { hint: text(event.hint) }),
        ...(event.details === undefined ? {} : { details: redactData(event.details, text) }),
      };
    case 'ring':
    case 'parked':
    case 'finished':
      return event;
  }
}

/** Words of the format itself, and the paths that a surface must still be able to open. */
const kept = new Set(['type', 'style', 'align', 'path', 'sketch']);
const none: ReadonlySet<string> = new Set();

const redactBlocks = (blocks: readonly Block[], text: Redact): readonly Block[] => deep(blocks, text, kept);

/** All texts of a value, and the names in it. What holds no secret is given back as it is. */
export const redactData = <Data>(data: Data, text: Redact): Data => deep(data, text, none);

function deep<Value>(value: Value, text: Redact, skip: ReadonlySet<string>): Value {
  return changed(value, text, skip) as Value;
}

function changed(value: unknown, text: Redact, skip: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) {
    return unlessSame(
      value,
      value.map((item) => changed(item, text, skip)),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const said: unknown = value.toJSON();
    const shown = changed(said, text, skip);
    return shown === said ? value : shown;
  }
  const before = Object.entries(value);
  const entries = before.flatMap(([key, item]) => changedEntry(key, item, text, skip));
  const isSame = entries.length === before.length && entries.every(([, item], index) => item === before[index]?.[1]);
  const isNamedSame = entries.every(([key], index) => key === before[index]?.[0]);
  return isSame && isNamedSame ? value : Object.fromEntries(entries);
}

function changedEntry(key: string, item: unknown, text: Redact, skip: ReadonlySet<string>): [string, unknown][] {
  if (!skip.has(key)) return [[skip.size === 0 ? text(key) : key, changed(item, text, skip)]];
  const shown = key === 'path' ? text(String(item)) : item;
  return shown === item
    ? [[key, item]]
    : [
        [key, item],
        ['shown', shown],
      ];
}

function unlessSame<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return after.every((item, index) => item === before[index]) ? before : after;
}

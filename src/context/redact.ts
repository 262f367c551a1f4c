import type { Block } from './blocks.ts';
import { OpsError } from './errors.ts';
import type { Event } from './events.ts';

export interface Redactor {
  text(value: string): string;
  argv(words: readonly string[]): readonly string[];
  event(event: Event): Event;
}

const mask = '••••';

/** Puts `••••` where a secret stands: as it is, in base64 (alone or within a longer text), or in an address. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const pattern = secretPattern(secrets);
  if (pattern === undefined) return { text: (value) => value, argv: (words) => words, event: (event) => event };
  const text = (value: string) => value.replace(pattern, mask);
  return {
    text,
    argv: (words) => words.map(text),
    event: (event) => redactEvent(event, text),
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

function redactEvent(event: Event, text: Redact): Event {
  switch (event.type) {
    case 'started':
      return { ...event, line: text(event.line), actor: text(event.actor) };
    case 'step':
      return { ...event, title: text(event.title) };
    case 'line':
      return { ...event, text: redactLines(event.text, text) };
    case 'ask':
      return { ...event, question: text(event.question) };
    case 'note':
      return { ...event, blocks: redactBlocks(event.blocks, text) };
    case 'result':
      return { ...event, data: deep(event.data, text), blocks: redactBlocks(event.blocks, text) };
    case 'error':
      return {
        ...event,
        message: text(event.message),
        ...(event.hint === undefined ? {} : { hint: text(event.hint) }),
        ...(event.details === undefined ? {} : { details: deep(event.details, text) as Record<string, unknown> }),
      };
    case 'finished':
      return event;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** A colour in the midst of a secret does not hide it: such a line loses its colours with the secret. */
function redactLines(lines: string, text: Redact): string {
  if (!lines.includes('\u001b')) return text(lines);
  const redactLine = (line: string): string => {
    const plain = line.replace(escapes, '');
    const shown = text(plain);
    return shown === plain ? line : shown;
  };
  return lines.split('\n').map(redactLine).join('\n');
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

import { readFileSync, statSync } from 'node:fs';
import { OpsError } from '../context/errors.ts';
import { absolutePath, type Places } from './config-paths.ts';

/** A value of the file that stands somewhere else. */
export interface Reference {
  path: readonly string[];
  from: `env:${string}` | `file:${string}`;
  /** Nothing but references: no literal text around them. */
  whole: boolean;
  /** Why there is no value, and what to type. */
  failure?: { reason: string; hint: string };
}

export interface Resolved {
  /** The file's content with values in place of references; a text that could not be resolved stands as it was written. */
  content: unknown;
  /** By dotted key. */
  references: ReadonlyMap<string, Reference>;
  secrets: readonly string[];
  problems: readonly string[];
}

export interface ReferenceWorld extends Places {
  env: Readonly<Record<string, string | undefined>>;
}

interface Findings {
  references: Map<string, Reference>;
  secrets: Set<string>;
  problems: string[];
}

type Part = { text: string } | { kind: 'env' | 'file'; name: string };

/** Deeper than any key; ends a configuration that holds itself. */
const deepest = 10;
const unusable = new Set(['__proto__', 'prototype', 'constructor']);

/** Replaces `${env:NAME}` and `${file:path}` in every text of a configuration. What cannot be resolved is noted, not thrown. */
export function resolveReferences(content: unknown, world: ReferenceWorld): Resolved {
  const findings: Findings = { references: new Map(), secrets: new Set(), problems: [] };
  const resolved = isMapping(content) ? resolve(content, [], world, findings) : content;
  return {
    content: resolved,
    references: findings.references,
    secrets: [...findings.secrets].filter((secret) => secret.length >= 4 && secret.trim() !== ''),
    problems: findings.problems,
  };
}

function resolve(value: unknown, path: readonly string[], world: ReferenceWorld, findings: Findings): unknown {
  if (path.length > deepest) return value;
  if (typeof value === 'string') return value.includes('${') ? resolveText(value, path, world, findings) : value;
  if (Array.isArray(value)) return value.map((item, index) => resolve(item, [...path, `${index}`], world, findings));
  if (!isMapping(value)) return value;
  const known = Object.entries(value).filter(([key, item]) => {
    if (unusable.has(key)) findings.problems.push(`${[...path, key].join('.')}: this name cannot be used`);
    return item !== undefined && !unusable.has(key);
  });
  return Object.fromEntries(known.map(([key, item]) => [key, resolve(item, [...path, key], world, findings)]));
}

function resolveText(text: string, path: readonly string[], world: ReferenceWorld, findings: Findings): string {
  const key = path.join('.');
  const parts = partsOf(text);
  if (typeof parts === 'string') {
    findings.problems.push(`${key}: ${parts}`);
    return text;
  }
  const [first] = parts.filter((part) => 'kind' in part);
  if (first === undefined) return parts.map((part) => ('text' in part ? part.text : '')).join('');
  const found = parts.map((part) => ('kind' in part ? lookUp(part, world) : { value: part.text }));
  const failure = found.find((one) => 'reason' in one);
  findings.references.set(key, {
    path,
    from: `${first.kind}:${first.name}`,
    whole: parts.every((part) => 'kind' in part),
    ...(failure === undefined ? {} : { failure }),
  });
  const values = found.map((one) => ('value' in one ? one.value : ''));
  for (const [index, value] of values.entries()) {
    if (parts[index] !== undefined && 'kind' in parts[index]) findings.secrets.add(value);
  }
  if (failure !== undefined) return text;
  findings.secrets.add(values.join(''));
  return values.join('');
}

/** The literal and the referring parts of a text, or what is wrong with it. */
function partsOf(text: string): Part[] | string {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\$\{|\$\{(?:(env|file):([^}]+)\})?/g)) {
    parts.push({ text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const [found, kind, name] = match;
    if (found === '$${') parts.push({ text: '${' });
    else if (name === undefined)
      return `expected \${env:NAME} or \${file:path} after "\${"; write $\${ for the two signs themselves`;
    else parts.push({ kind: kind === 'env' ? 'env' : 'file', name });
  }
  parts.push({ text: text.slice(end) });
  return parts.filter((part) => !('text' in part) || part.text !== '');
}

type Found = { value: string } | { reason: string; hint: string };

function lookUp(part: { kind: 'env' | 'file'; name: string }, world: ReferenceWorld): Found {
  if (part.kind === 'file') return readSecret(part.name, absolutePath(part.name, world));
  const value = world.env[part.name];
  if (value !== undefined && value !== '') return { value };
  const reason = `needs \${env:${part.name}}, which is ${value === '' ? 'empty' : 'not set'}`;
  return { reason, hint: `export ${part.name}=…` };
}

const reasons: Readonly<Record<string, string>> = { ENOENT: 'does not exist', EACCES: 'you may not read' };

function readSecret(name: string, path: string): Found {
  const failed = (reason: string): Found => ({
    reason: `needs \${file:${name}}, which ${reason}`,
    hint: `look at ${path}`,
  });
  try {
    // Reading a pipe or a device might never end.
    if (!statSync(path).isFile()) return failed('is not a file');
    const value = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    return value === '' ? failed('is empty') : { value };
  } catch (error) {
    return failed(reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? 'cannot be read');
  }
}

/** Makes each value that could not be resolved throw when it is used. */
export function deferFailures(config: object, references: Iterable<Reference>, file: string): void {
  for (const { path, failure } of references) {
    if (failure === undefined) continue;
    const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], config);
    const get = (): never => {
      throw new OpsError('config', `${file}: ${path.join('.')} ${failure.reason}`, { hint: failure.hint });
    };
    Object.defineProperty(parent, path.at(-1) ?? '', { get, enumerable: true, configurable: true });
  }
}

/** A mapping as YAML, JSON and object literals make it: no list, no date, no instance of a class. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

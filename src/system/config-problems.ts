import { nearest } from '../command/suggest.ts';
import type { ConfigIssue } from './config-schema.ts';
import { isMapping, type Reference, type Resolved } from './references.ts';

const secretKeys = [
  'slack.appToken',
  'slack.botToken',
  'ldap.password',
  'jenkins.token',
  'teamcity.token',
  'github.token',
  'graphite.token',
  'prometheus.token',
];
const placeholders = ['app', 'environment', 'ref', 'commit', 'version', 'previous'].map((name) => `{${name}}`);

/** Every fault of a configuration as `key: expected …, got …`. A value that is, or might be, a secret is never quoted. */
export function configProblems({ content, references, problems }: Resolved, issues: readonly ConfigIssue[]): string[] {
  const told = issues.filter((issue) => issue.kind === 'schema' || !references.get(keyOf(issue))?.failure);
  const keys = new Set(told.map(keyOf));
  return [
    ...problems,
    ...literalSecrets(content, references),
    ...told.map((issue) => (issue.type === 'raw_check' ? unknownKey(issue) : unexpected(issue, references))),
    ...unknownPlaceholders(content, references),
    ...strangers(content, references).flatMap(({ key, problem }) => (keys.has(key) ? [] : [problem])),
  ];
}

const keyOf = (issue: ConfigIssue): string => (issue.path ?? []).map(({ key }) => String(key)).join('.');

function literalSecrets(content: unknown, references: Resolved['references']): string[] {
  return secretKeys
    .filter((key) => typeof valueAt(content, key) === 'string' && references.get(key)?.whole !== true)
    .map((key) => {
      const variable = key.replace(/[A-Z]/g, '_$&').replace('.', '_').toUpperCase();
      return `${key} must be a reference, got a literal value; write \${env:${variable}}`;
    });
}

const valueAt = (content: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((value, part) => (isMapping(value) ? value[part] : undefined), content);

function unknownKey(issue: ConfigIssue): string {
  const key = keyOf(issue);
  const known = issue.input as string[];
  const [near] = nearest(key.slice(key.lastIndexOf('.') + 1), known, 1);
  const remedy = near === undefined ? `; expected one of ${known.join(', ')}` : `, did you mean "${near}"?`;
  return `${key}: unknown key${remedy}`;
}

/** A deploy program would get the braces as they are, and make of them what it can. */
function unknownPlaceholders(content: unknown, references: Resolved['references']): string[] {
  const apps = isMapping(content) && isMapping(content.apps) ? content.apps : {};
  return Object.entries(apps).flatMap(([app, value]) => {
    const key = `apps.${app}.deploy`;
    const own = wordsWithin(isMapping(value) ? value.deploy : [], key).filter(([, where]) => !references.has(where));
    const written = own.flatMap(([word]) => word.match(/\{[a-z]+\}/g) ?? []);
    const unknown = new Set(written.filter((word) => !placeholders.includes(word)));
    return [...unknown].map((word) => `${key}: unknown placeholder ${word}${insteadOf(word)}`);
  });
}

/** Each text that a value holds, and the key that it stands at. */
function wordsWithin(value: unknown, key: string): [word: string, key: string][] {
  if (typeof value === 'string') return [[value, key]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => wordsWithin(part, `${key}.${name}`));
}

function insteadOf(placeholder: string): string {
  const [near] = nearest(placeholder, placeholders, 1);
  return near === undefined ? `; expected one of ${placeholders.join(' ')}` : `, did you mean ${near}?`;
}

function unexpected(issue: ConfigIssue, references: Resolved['references']): string {
  const key = keyOf(issue);
  const reference = references.get(key);
  const got = reference === undefined ? describe(issue.input, mayBeSecret(key)) : describeReference(reference);
  const quote = issue.message === 'text' && isUnquoted(issue.input) ? '; put it in quotes' : '';
  return `${key === '' ? '' : `${key}: `}expected ${issue.message}, got ${got}${quote}`;
}

const mayBeSecret = (key: string): boolean =>
  key.startsWith('slack') || secretKeys.includes(key) || /(^|\.)env(\.|$)/.test(key);
const isUnquoted = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';
const describeReference = ({ from }: Reference): string => `a hidden value from ${from}`;

function describe(value: unknown, hide: boolean): string {
  if (value === undefined || value === null || typeof value === 'symbol') return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isMapping(value)) return 'a mapping';
  if (typeof value === 'object') return 'an object of a class';
  if (typeof value === 'function') return 'a function';
  const type = typeof value === 'string' ? 'text' : typeof value;
  if (hide) return value === '' ? 'empty text' : `a value of type ${type}`;
  if (typeof value !== 'string') return `the ${type} ${value}`;
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

interface Stranger {
  key: string;
  problem: string;
}

/** Names that must stand elsewhere in the file and do not. */
function strangers(content: unknown, references: Resolved['references']): Stranger[] {
  if (!isMapping(content)) return [];
  const { app, apps } = content;
  const targets = Object.keys(isMapping(content.environments) ? content.environments : {});
  const named = Object.entries(isMapping(apps) ? apps : {}).flatMap(([name, value]) =>
    Object.keys(isMapping(value) && isMapping(value.environments) ? value.environments : {})
      .filter((environment) => !targets.includes(environment))
      .map((environment) => stranger(`apps.${name}.environments.${environment}`, environment, 'environments', targets)),
  );
  const names = Object.keys(isMapping(apps) ? apps : {});
  const reference = references.get('app');
  if (typeof app !== 'string' || names.includes(app) || reference?.failure !== undefined) return named;
  if (reference === undefined) return [stranger('app', app, 'apps', names), ...named];
  return [{ key: 'app', problem: `app: expected a name under apps, got ${describeReference(reference)}` }, ...named];
}

function stranger(key: string, name: string, section: string, known: readonly string[]): Stranger {
  return { key, problem: unknownName(key, name, section, known) };
}

const mostNamed = 20;

/** Says of a name that it is none of those of its section. */
export function unknownName(key: string, name: string, section: string, known: readonly string[]): string {
  const [near] = nearest(name, known, 1);
  const suggestion = near === undefined ? '' : `, did you mean "${near}"?`;
  const one = known.length > mostNamed ? `a name under ${section}` : `one of ${known.join(', ')}`;
  const expected = known.length === 0 ? `a name under ${section}, where there is none` : one;
  return `${key}: expected ${expected}, got ${describe(name, false)}${suggestion}`;
}

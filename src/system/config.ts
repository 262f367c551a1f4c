import { lstatSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { cosmiconfig, cosmiconfigSync, defaultLoaders } from 'cosmiconfig';
import type { ConfigEntry, LoadedConfig } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import { keptCodeSecrets } from './code-folder.ts';
import { configEntries } from './config-entries.ts';
import { jsonLoader, moduleLoader, type NameFile, yamlLoader } from './config-loaders.ts';
import { absolutePath, settleConfig } from './config-paths.ts';
import { missingPeople, peopleProblems } from './config-people.ts';
import { configProblems } from './config-problems.ts';
import { checkShape } from './config-schema.ts';
import { deferFailures, type ReferenceWorld, resolveReferences } from './references.ts';

const moduleExtensions = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts'];

/** What a folder's configuration may be called; the first one that is there counts. */
const searchPlaces = [
  '.chatopsrc',
  ...['yaml', 'yml', 'json', 'js', 'ts', 'mjs', 'cjs'].map((extension) => `.chatopsrc.${extension}`),
  'chatops.config.js',
  'chatops.config.ts',
  'package.json',
];

const mostProblems = 10;

interface Found {
  path: string;
  content: unknown;
}

/**
 * Reads `file`, or the nearest configuration from `cwd` upwards. A reference to what is missing is no fault until its
 * value is used: a deploy needs no Slack token.
 */
export async function loadConfig(
  cwd: string,
  file: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<LoadedConfig> {
  const home = env.HOME ?? env.USERPROFILE;
  const nameFile: NameFile = (path) => (path.startsWith(cwd + sep) ? relative(cwd, path) : path);
  const found =
    file === undefined
      ? await find(cwd, home, nameFile)
      : await readNamed(absolutePath(file, { folder: cwd, home }), nameFile);
  const loaded =
    found === undefined
      ? withoutFile({ folder: cwd, home, env })
      : await interpret(found, { folder: dirname(found.path), home, env }, nameFile(found.path));
  const whole = env.OPS_JOURNAL ? withJournal(loaded, absolutePath(env.OPS_JOURNAL, { folder: cwd, home })) : loaded;
  return { ...whole, secrets: [...whole.secrets, ...keptCodeSecrets(whole.config.journal.path)] };
}

/** Lines that are only tried leave nothing in the project's own record. */
function withJournal(loaded: LoadedConfig, path: string): LoadedConfig {
  const entry: ConfigEntry = { key: 'journal.path', value: path, from: 'env:OPS_JOURNAL' };
  // Not a copy: to read what refers to something missing would be an error.
  const { keep } = loaded.config.journal;
  loaded.config.journal = { path, ...(keep === undefined ? {} : { keep }) };
  return { ...loaded, entries: loaded.entries.map((one) => (one.key === entry.key ? entry : one)) };
}

function withoutFile(world: ReferenceWorld): LoadedConfig {
  const config = settleConfig(checkShape({}).value, world);
  return { config, file: undefined, entries: configEntries(config, resolveReferences({}, world)), secrets: [] };
}

async function interpret({ path, content }: Found, world: ReferenceWorld, file: string): Promise<LoadedConfig> {
  const resolved = resolveReferences(content, world);
  const { value, issues } = checkShape(resolved.content);
  const problems = [...configProblems(resolved, issues), ...missingPeople(resolved)];
  if (problems.length > 0) throw wrong(file, problems);
  const config = settleConfig(value, world);
  const mistakes = peopleProblems(config);
  if (mistakes.length > 0) throw wrong(file, mistakes);
  const entries = configEntries(config, resolved);
  deferFailures(config, resolved.references.values(), file);
  return { config, file: path, entries, secrets: [...resolved.secrets] };
}

function wrong(file: string, problems: readonly string[]): OpsError {
  const lines = problems.slice(0, mostProblems).map((problem) => `${file}: ${problem}`);
  const more = problems.length - lines.length;
  const message = [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
  return new OpsError('config', message, { hint: 'every key is explained in .chatopsrc.example' });
}

/** Cosmiconfig's own search passes over a file that it cannot read, and goes on to ~/.config. */
async function find(cwd: string, home: string | undefined, nameFile: NameFile): Promise<Found | undefined> {
  for (const folder of upwards(cwd, home)) {
    for (const path of searchPlaces.map((place) => join(folder, place)).filter(isThere)) {
      const found = await read(path, nameFile);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function* upwards(from: string, home: string | undefined): Generator<string> {
  let folder = from;
  while (true) {
    yield folder;
    const parent = dirname(folder);
    if (folder === home || parent === folder) return;
    folder = parent;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

async function readNamed(path: string, nameFile: NameFile): Promise<Found> {
  const found = await read(path, nameFile);
  if (found !== undefined) return found;
  throw new OpsError('config', `${nameFile(path)} has no "chatops"`, { hint: 'ops init writes a first configuration' });
}

/** Undefined for a `package.json` that says nothing of chatops. */
async function read(path: string, nameFile: NameFile): Promise<Found | undefined> {
  const result = await load(path, nameFile).catch((error: unknown) => {
    throw error instanceof OpsError ? error : unreadable(path, nameFile, error as NodeJS.ErrnoException);
  });
  const content: unknown = result?.config;
  if (content !== undefined && content !== null) return { path, content };
  if (basename(path) === 'package.json') return undefined;
  throw new OpsError('config', `${nameFile(path)} is empty`, { hint: 'ops init writes a first one' });
}

async function load(path: string, nameFile: NameFile) {
  const options = { searchPlaces, cache: false };
  if (moduleExtensions.includes(extname(path))) {
    const loaders = Object.fromEntries(moduleExtensions.map((extension) => [extension, moduleLoader(nameFile)]));
    return cosmiconfig('chatops', { ...options, loaders }).load(path);
  }
  const yaml = yamlLoader(defaultLoaders['.yaml'], nameFile);
  const loaders = { '.json': jsonLoader(nameFile), '.yaml': yaml, '.yml': yaml, noExt: yaml, default: yaml };
  return cosmiconfigSync('chatops', { ...options, loaders }).load(path);
}

function unreadable(path: string, nameFile: NameFile, error: NodeJS.ErrnoException): OpsError {
  const file = error.path ?? path;
  const name = nameFile(file);
  const hint = 'ops init writes a first one';
  if (error.code === 'ENOENT' && isThere(file))
    return new OpsError('config', `${name} is a link that leads nowhere`, { hint });
  if (error.code === 'ENOENT') return new OpsError('config', `${name} does not exist`, { hint });
  if (error.code === 'EISDIR') return new OpsError('config', `${name} is a directory, not a file`, { hint });
  if (error.code === 'EACCES')
    return new OpsError('config', `${name} cannot be read: permission denied`, { hint: `chmod u+r ${name}` });
  // What follows the first line may quote the file.
  return new OpsError('config', `${name} cannot be read: ${error.message.split('\n', 1)[0]}`, { cause: error });
}

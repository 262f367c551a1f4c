import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandSummary } from '../context/context.ts';
import type { Command } from './define.ts';
import { importModule } from './module.ts';

/** Commands that are ways in or out are defined beside what they start. */
const waysInAndOut: Readonly<Record<string, string>> = {
  listen: 'src/slack/command.ts',
  doctor: 'src/slack/doctor/command.ts',
  sandbox: 'src/sandbox/command.ts',
  say: 'src/slack/say/command.ts',
};

/** It goes on until it is stopped. */
export const isWayIn = (name: string): boolean => name === 'listen' || name === 'sandbox';

export interface Registry {
  /** Every name that can be typed, sorted. */
  names(): Promise<string[]>;
  /** Loads one command's file and nothing of the others. */
  load(name: string): Promise<Command | undefined>;
  /** For lists. A command with a fault is listed with it, so that it can be mended. */
  summary(name: string): Promise<CommandSummary>;
  /** Commands that nobody can type, since an earlier source has their name: each with that as its fault. */
  hidden(): Promise<CommandSummary[]>;
}

/** Something that provides commands by name: the files of `commands/`, the scripts of a project. */
export interface Source {
  names(): Promise<readonly string[]>;
  load(name: string): Promise<Command>;
  /** What is known of a command without loading it. */
  summary?(name: string): CommandSummary | undefined;
  /** What people call the file of a name that `names` gave: `scripts/hello.sh`. */
  shown?(name: string): string | undefined;
}

/**
 * Sources in order of precedence: a later one cannot take a name from an earlier one. Each is looked at once, when it
 * is first needed: for the next line a registry is created anew, so that a script that was added is there.
 */
export function createRegistry(sources: readonly Source[]): Registry {
  const listed = new Map<Source, Promise<readonly string[]>>();
  const namesOf = (source: Source): Promise<readonly string[]> => {
    const names = listed.get(source) ?? source.names();
    listed.set(source, names);
    return names;
  };
  const ownerOf = async (name: string): Promise<Source | undefined> => {
    for (const source of sources) if ((await namesOf(source)).includes(name)) return source;
    return undefined;
  };
  return {
    names: async () => [...new Set((await Promise.all(sources.map(namesOf))).flat())].sort(),
    load: async (name) => (await ownerOf(name))?.load(name),
    summary: async (name) => summarise(name, await ownerOf(name)),
    hidden: async () => {
      const found: CommandSummary[] = [];
      for (const source of sources) {
        for (const name of await namesOf(source)) {
          if ((await ownerOf(name)) !== source) found.push(hiddenBy(name, source));
        }
      }
      return found;
    },
  };
}

function hiddenBy(name: string, source: Source): CommandSummary {
  const shown = source.shown?.(name) ?? name;
  const fault = `${shown} is hidden by the built-in command ${name}: rename it`;
  return { name, summary: '', effect: 'read', fault };
}

async function summarise(name: string, source: Source | undefined): Promise<CommandSummary> {
  const known = source?.summary?.(name);
  if (known !== undefined) return known;
  try {
    const command = await source?.load(name);
    const { summary = '', effect = 'read', surfaces, urgent } = command ?? {};
    const more = { ...(surfaces === undefined ? {} : { surfaces }), ...(urgent === undefined ? {} : { urgent }) };
    return { name, summary, effect, ...more };
  } catch (error) {
    return { name, summary: '', effect: 'read', fault: error instanceof Error ? error.message : String(error) };
  }
}

/** What comes with `ops` stays what it is while it runs. */
const filesOf = remembered(findFiles);
const summariesOf = remembered(readSummaries);

function remembered<Found>(find: (root: string) => Found): (root: string) => Found {
  const known = new Map<string, Found>();
  return (root) => {
    const found = known.get(root) ?? find(root);
    known.set(root, found);
    return found;
  };
}

/** Written by the build; a checkout that runs from source has none. */
function readSummaries(root: string): Readonly<Record<string, CommandSummary>> {
  const path = join(root, 'commands.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** A folder without a command of its name holds what several commands share. */
const holdsCommand = (folder: string, name: string): boolean =>
  ['.ts', '.js'].some((ending) => existsSync(join(folder, `${name}${ending}`)));

function findFiles(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(root, 'commands'), { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (holdsCommand(join(root, 'commands', entry.name), entry.name))
        files.set(entry.name, join('commands', entry.name, `${entry.name}.ts`));
    } else if (/^[a-z0-9-]+\.[jt]s$/.test(entry.name)) files.set(entry.name.slice(0, -3), join('commands', entry.name));
  }
  for (const [name, path] of Object.entries(waysInAndOut)) if (!files.has(name)) files.set(name, path);
  return files;
}

/** The commands that come with `ops`: one file an operation under `commands/`, or a folder with a file of its name. */
export function builtInCommands(root: string): Source {
  return {
    names: async () => [...filesOf(root).keys()],
    summary: (name) => summariesOf(root)[name],
    load: async (name) => {
      const path = join(root, filesOf(root).get(name) ?? '');
      const module = (await importModule(path)) as { default: Command };
      return module.default;
    },
  };
}

/**
 * The dash-or-space rule: `jira mentions` and `jira-mentions` are the same command. The longest name wins, so that
 * `builds start web` means `builds-start` although `builds` exists.
 */
export function resolveName(
  words: readonly string[],
  names: readonly string[],
): { name: string; rest: readonly string[] } | undefined {
  const known = new Set(names);
  const plain = words.findIndex((word) => word.startsWith('-'));
  for (let count = plain === -1 ? words.length : plain; count > 0; count--) {
    const name = words.slice(0, count).join('-');
    if (known.has(name)) return { name, rest: words.slice(count) };
  }
  return undefined;
}

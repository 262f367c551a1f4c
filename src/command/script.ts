import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { OpsError } from '../context/errors.ts';
import { quoteWord } from '../context/line.ts';
import type { Command } from './define.ts';
import type { Source } from './registry.ts';
import { readHeader } from './script-header.ts';
import { readManifest } from './script-manifest.ts';
import { scriptBehaviour } from './script-run.ts';

/** A file in a folder of scripts, before anything of it was read. */
export interface ScriptFile {
  /** The file's name without its extension: what is typed. */
  name: string;
  /** Absolute. */
  path: string;
  /** As people call it: `scripts/hello.sh`. */
  shown: string;
  /** Manifests beside it, absolute. */
  manifests: readonly string[];
  /** Other scripts of the same name, as people call them. */
  rivals: readonly string[];
}

const manifestExtensions: readonly string[] = ['.yaml', '.yml', '.json'];
const otherExtensions: readonly string[] = ['.md', '.txt', '.bak', '.orig', '.rej'];
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The scripts of a project as commands. `names` looks anew each time, `load` takes what `names` saw last. */
export function scriptCommands(folders: readonly string[]): Source {
  let files: ScriptFile[] | undefined;
  const list = async (): Promise<ScriptFile[]> => {
    files = await listScripts(folders);
    return files;
  };
  return {
    names: async () => (await list()).map(({ name }) => name),
    shown: (name) => files?.find((script) => script.name === name)?.shown,
    load: async (name) => {
      const file = (files ?? (await list())).find((script) => script.name === name);
      if (file === undefined) throw new OpsError('bug', `there is no script "${name}"`);
      return loadScript(file);
    },
  };
}

/** Looks at names and run bits alone. A script with a fault is listed: it says what is wrong when it is loaded. */
export async function listScripts(folders: readonly string[]): Promise<ScriptFile[]> {
  const found = folders.flatMap(listFolder);
  const byName = Map.groupBy(found, ({ name }) => name);
  return [...byName.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, rivals: others.map(({ shown }) => shown) }],
  );
}

/** Reads the manifest or the header, and nothing else of the script. */
export async function loadScript(file: ScriptFile): Promise<Command> {
  refuseFaulty(file);
  const { content, from } = await readHeader(file);
  const { effect, ...declaration } = readManifest(content, from, file.name);
  const declared = { name: file.name, ...declaration };
  return { ...declared, effect, ...scriptBehaviour(file, declared, effect) };
}

function listFolder(folder: string): ScriptFile[] {
  const entries = readFolder(folder);
  const manifests = entries.filter(({ name }) => manifestExtensions.includes(extname(name)));
  const candidates = entries.filter(({ name }) => !name.startsWith('.') && !isData(name));
  return candidates
    .filter((entry) => isScript(folder, entry))
    .map(({ name }) => {
      const stem = stemOf(name);
      const own = manifests
        .filter((manifest) => stemOf(manifest.name) === stem)
        .map((manifest) => join(folder, manifest.name));
      return { name: stem, path: join(folder, name), shown: join(basename(folder), name), manifests: own, rivals: [] };
    });
}

function readFolder(folder: string): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // git keeps no empty folder, and no command but a script needs it.
    if (code === 'ENOENT') return [];
    const what = code === 'ENOTDIR' ? 'is not a folder' : `cannot be read: ${message}`;
    throw new OpsError('config', `scripts names ${folder}, which ${what}`, { cause: error });
  }
}

// Notes and copies beside the scripts have odd names and no run bit; a script with an odd name should say so.
function isScript(folder: string, entry: Dirent): boolean {
  if (entry.isFile() && kebab.test(stemOf(entry.name))) return true;
  if (!entry.isFile() && !entry.isSymbolicLink()) return false;
  const found = lookAt(join(folder, entry.name));
  return found?.isFile() === true && (kebab.test(stemOf(entry.name)) || isExecutable(found.mode));
}

// A link may lead nowhere.
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function refuseFaulty({ name, path, shown, manifests, rivals }: ScriptFile): void {
  const fault = (message: string, hint: string): OpsError => new OpsError('config', message, { hint });
  if (rivals.length > 0) {
    throw fault(`${[shown, ...rivals].join(' and ')} are both called "${name}"`, `mv ${quoteWord(rivals[0] ?? '')} …`);
  }
  if (!kebab.test(name)) {
    const better = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-0-9]+|-+$/g, '');
    const hint = `mv ${quoteWord(shown)} ${quoteWord(join(shown, '..', `${better}${extname(shown)}`))}`;
    throw fault(`${shown}: a command's name is lower case with dashes, not "${name}"`, hint);
  }
  if (manifests.length > 1) {
    throw fault(
      `${shown} has two manifests: ${manifests.map((manifest) => basename(manifest)).join(' and ')}`,
      'keep one of them',
    );
  }
  if (!isExecutable(statSync(path).mode)) throw fault(`${shown} is not executable`, `chmod +x ${quoteWord(shown)}`);
}

/** Manifests, notes, and the copies that editors leave. */
function isData(name: string): boolean {
  return [...manifestExtensions, ...otherExtensions].includes(extname(name)) || name.endsWith('~');
}

function isExecutable(mode: number): boolean {
  return (mode & 0o111) !== 0;
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

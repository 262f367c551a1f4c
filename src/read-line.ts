import type { Command } from './command/define.ts';
import { type RawInput, readInput } from './command/input.ts';
import { builtInCommands, createRegistry, type Registry, resolveName } from './command/registry.ts';
import { scriptCommands } from './command/script.ts';
import { unknownCommand } from './command/unknown.ts';
import type { LoadedConfig } from './context/config.ts';
import { OpsError } from './context/errors.ts';
import type { Host, Origin } from './context/host.ts';
import type { Subject } from './policy/request.ts';
import { type Globals, parseCommand, type parseLeading, readGlobals } from './program.ts';

export type Leading = ReturnType<typeof parseLeading>;

export interface ReadParts {
  registry: Registry;
  loaded: LoadedConfig;
}

export interface Parsed {
  raw: RawInput;
  globals: Globals;
  /** The command that the words begin with: with `--help`, the one to explain. */
  named: Command;
}

export async function parse(
  leading: Leading,
  { registry }: Pick<ReadParts, 'registry'>,
  origin: Origin,
): Promise<Parsed> {
  const { command: named, rest } = await find(leading.words, registry);
  const raw = parseCommand(named, rest);
  const globals = readGlobals(leading.values, raw.globals);
  refuseSurface(named, origin);
  return { raw, globals, named };
}

export interface Line extends Subject, Omit<Parsed, 'raw'> {}

export async function read({ raw, globals, named }: Parsed, { registry, loaded }: ReadParts): Promise<Line> {
  if (!globals.help || named.name === 'help') {
    const { override } = globals;
    return { command: named, input: readInput(named, raw, loaded), globals, named, override };
  }
  const input = { command: [named.name], search: undefined };
  return { command: await load(registry, 'help'), input, globals, named };
}

function refuseSurface({ name, surfaces }: Command, origin: Origin): void {
  if (surfaces === undefined || surfaces.includes(origin.type)) return;
  throw new OpsError('usage', `${name} is for a ${surfaces.join(' or a ')}`, { hint: `ops help ${name}` });
}

export async function find(
  words: readonly string[],
  registry: Registry,
): Promise<{ command: Command; rest: readonly string[] }> {
  if (words.length === 0) return { command: await load(registry, 'help'), rest: [] };
  const names = await registry.names();
  const resolved = resolveName(words, names);
  if (resolved !== undefined) return { command: await load(registry, resolved.name), rest: resolved.rest };
  throw unknownCommand(words, names);
}

async function load(registry: Registry, name: string): Promise<Command> {
  const command = await registry.load(name);
  if (command === undefined) throw new OpsError('bug', `the command ${name} has no file`);
  return command;
}

export function openRegistry(host: Host, loaded: LoadedConfig): Registry {
  const builtIn = builtInCommands(host.system.root);
  if (loaded.config.scripts.length === 0) return createRegistry([builtIn]);
  return createRegistry([builtIn, scriptCommands(loaded.config.scripts)]);
}

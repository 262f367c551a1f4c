import type { Command } from './command/define.ts';
import { readInput } from './command/input.ts';
import { maskArgv, secretValues } from './command/mask.ts';
import { createProject } from './command/project.ts';
import { builtInCommands, createRegistry, isWayIn, type Registry, resolveName } from './command/registry.ts';
import { type Repeating, repeatedWords } from './command/repeat.ts';
import { scriptCommands } from './command/script.ts';
import { unknownCommand } from './command/unknown.ts';
import type { LoadedConfig } from './context/config.ts';
import { noProject } from './context/create.ts';
import { OpsError } from './context/errors.ts';
import type { Host } from './context/host.ts';
import type { RunRecord } from './context/journal.ts';
import { formatLine } from './context/line.ts';
import { createRedactor, type Redactor, redactError } from './context/redact.ts';
import { openPolicy } from './policy/policy.ts';
import { globalOptions, parseCommand, parseLeading, readGlobals } from './program.ts';
import { shownOf } from './render/ansi.ts';
import { findRun } from './run/find.ts';
import { carryOut } from './run/lifecycle.ts';
import type { RunWorld } from './run/request.ts';
import type { Tee } from './run/tee.ts';

/**
 * argv → the command, its typed input and the world to carry it out in; or the usage error. All that every line needs
 * is loaded with this file, in one piece: a file more costs a millisecond.
 */
export async function understand(
  argv: readonly string[],
  host: Host,
  out: Tee,
  configuration: string | undefined,
): Promise<() => Promise<number>> {
  const leading = parseLeading(argv);
  const loaded = await host.system.config(host.cwd, configuration);
  try {
    return await request(leading, argv, openRegistry(host, loaded), { host, loaded, out });
  } catch (error) {
    throw redactError(error, createRedactor(loaded.secrets, shownOf));
  }
}

interface Given {
  host: Host;
  loaded: LoadedConfig;
  out: Tee;
  /** The run whose line this is. */
  repeats?: RunRecord;
}

async function request(
  leading: ReturnType<typeof parseLeading>,
  argv: readonly string[],
  registry: Registry,
  given: Given,
): Promise<() => Promise<number>> {
  const { command, rest } = await find(leading.words, registry);
  const parsed = parseCommand(command, rest);
  const globals = readGlobals(leading.values, parsed.globals);
  refuseSurface(command, given.host);
  const { json, dryRun, yes, timeout, debug } = globals;
  if (globals.help && command.name !== 'help') {
    const help = await load(registry, 'help');
    const input = { command: [command.name], search: undefined };
    const world = openWorld(given, registry, createRedactor(given.loaded.secrets, shownOf));
    return () => carryOut({ command: help, input, argv, json, dryRun, yes, timeout, debug }, world);
  }
  const input = readInput(command, parsed, given.loaded);
  if (command.repeats !== undefined) return repeat(`${input[command.repeats]}`, globals, registry, given);
  const redactor = createRedactor([...given.loaded.secrets, ...secretValues(command, input)], shownOf);
  const shown = redactor.argv(maskArgv(argv, command, globalOptions));
  const world = openWorld(given, registry, redactor);
  const { repeats } = given;
  const again = repeats === undefined ? {} : { repeats };
  return () => carryOut({ command, input, argv: shown, json, dryRun, yes, timeout, debug, ...again }, world);
}

/** The words of an earlier run take the place of these, and the same way as if they had been typed. */
async function repeat(id: string, asked: Repeating, registry: Registry, given: Given): Promise<() => Promise<number>> {
  const run = await findEarlier(id, given);
  const line = formatLine(run.argv);
  const { command } = await find(parseLeading(run.argv).words, registry);
  if (command.repeats !== undefined) throw new OpsError('usage', `run ${run.id} repeated nothing: ${line}`);
  if (isWayIn(command.name)) {
    throw new OpsError('usage', `${line} is not repeated: it goes on until it is stopped`, {
      hint: `type it: ${line}`,
    });
  }
  const words = repeatedWords(run, command, asked, globalOptions);
  return request(parseLeading(words), words, registry, { ...given, repeats: run });
}

async function findEarlier(id: string, { host, loaded }: Given): Promise<RunRecord> {
  if (loaded.file === undefined) throw noProject();
  const journal = await host.system.journal(loaded.config.journal.path);
  try {
    return await findRun(journal, id, host.run);
  } finally {
    await journal.close();
  }
}

function refuseSurface({ name, surfaces }: Command, { origin }: Host): void {
  if (surfaces === undefined || surfaces.includes(origin.type)) return;
  throw new OpsError('usage', `${name} is for a ${surfaces.join(' or a ')}`, { hint: `ops help ${name}` });
}

async function find(
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

function openRegistry(host: Host, loaded: LoadedConfig): Registry {
  const builtIn = builtInCommands(host.system.root);
  if (loaded.config.scripts.length === 0) return createRegistry([builtIn]);
  return createRegistry([builtIn, scriptCommands(loaded.config.scripts)]);
}

function openWorld({ host, loaded, out }: Given, registry: Registry, redactor: Redactor): RunWorld {
  return {
    host,
    loaded,
    redact: redactor.text,
    sink: (event) => out.sink(redactor.event(event)),
    join: out.join,
    policy: openPolicy,
    project: (journal) => createProject({ host, loaded, registry, journal, globalOptions }),
  };
}

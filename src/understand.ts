import { attachFiles } from './command/attach.ts';
import type { Command } from './command/define.ts';
import { readInput } from './command/input.ts';
import { maskArgv, secretValues } from './command/mask.ts';
import { createProject } from './command/project.ts';
import { builtInCommands, createRegistry, type Registry, resolveName } from './command/registry.ts';
import { scriptCommands } from './command/script.ts';
import { unknownCommand } from './command/unknown.ts';
import type { LoadedConfig } from './context/config.ts';
import { OpsError } from './context/errors.ts';
import type { Sink } from './context/events.ts';
import type { Host } from './context/host.ts';
import { createRedactor, type Redactor, redactError } from './context/redact.ts';
import { openPolicy } from './policy/policy.ts';
import { globalOptions, parseCommand, parseLeading, readGlobals } from './program.ts';
import { shownOf } from './render/ansi.ts';
import { carryOut } from './run/lifecycle.ts';
import type { RunWorld } from './run/request.ts';

/**
 * argv → the command, its typed input and the world to carry it out in; or the usage error. All that every line needs
 * is loaded with this file, in one piece: a file more costs a millisecond.
 */
export async function understand(
  argv: readonly string[],
  host: Host,
  sink: Sink,
  configuration: string | undefined,
): Promise<() => Promise<number>> {
  const leading = parseLeading(argv);
  const loaded = await host.system.config(host.cwd, configuration);
  try {
    return await request(leading, argv, openRegistry(host, loaded), { host, loaded, sink });
  } catch (error) {
    throw redactError(error, createRedactor(loaded.secrets, shownOf));
  }
}

async function request(
  leading: ReturnType<typeof parseLeading>,
  argv: readonly string[],
  registry: Registry,
  given: { host: Host; loaded: LoadedConfig; sink: Sink },
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
  const { host, loaded } = given;
  const input = await attachFiles(command, readInput(command, parsed, loaded), {
    cwd: host.cwd,
    files: host.system.files,
    attached: host.attached,
    largest: loaded.config.files.largest,
  });
  const redactor = createRedactor([...given.loaded.secrets, ...secretValues(command, input)], shownOf);
  const shown = redactor.argv(maskArgv(argv, command, globalOptions));
  const world = openWorld(given, registry, redactor);
  return () => carryOut({ command, input, argv: shown, json, dryRun, yes, timeout, debug }, world);
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

function openWorld(
  { host, loaded, sink }: { host: Host; loaded: LoadedConfig; sink: Sink },
  registry: Registry,
  redactor: Redactor,
): RunWorld {
  return {
    host,
    loaded,
    redact: redactor.text,
    sink: (event) => sink(redactor.event(event)),
    policy: openPolicy,
    project: (journal) => createProject({ host, loaded, registry, journal, globalOptions }),
  };
}

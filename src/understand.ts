import type { Command } from './command/define.ts';
import { readInput } from './command/input.ts';
import { maskArgv, secretValues } from './command/mask.ts';
import { createProject } from './command/project.ts';
import { builtInCommands, createRegistry, type Registry, resolveName } from './command/registry.ts';
import { scriptCommands } from './command/script.ts';
import { unknownCommand } from './command/unknown.ts';
import type { LoadedConfig } from './context/config.ts';
import type { CommandSummary } from './context/context.ts';
import { OpsError } from './context/errors.ts';
import type { Sink } from './context/events.ts';
import type { Host, Origin } from './context/host.ts';
import { createRedactor, type Redactor, redactError } from './context/redact.ts';
import { createProjectPolicy } from './policy/judge.ts';
import { openRules, type Rules } from './policy/policy.ts';
import type { Subject } from './policy/request.ts';
import { type Globals, globalOptions, parseCommand, parseLeading, readGlobals } from './program.ts';
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
    const registry = openRegistry(host, loaded);
    const names = loaded.config.policy === undefined ? [] : await registry.names();
    const rules = openRules(loaded, names);
    return await request(leading, argv, { host, loaded, sink, registry, rules });
  } catch (error) {
    throw redactError(error, createRedactor(loaded.secrets, shownOf));
  }
}

interface Given {
  host: Host;
  loaded: LoadedConfig;
  sink: Sink;
  registry: Registry;
  rules: Rules;
}

type Leading = ReturnType<typeof parseLeading>;

async function request(leading: Leading, argv: readonly string[], given: Given): Promise<() => Promise<number>> {
  const { command, input, globals, named } = await read(leading, given, given.host.origin);
  const { json, dryRun, yes, timeout, debug } = globals;
  const redactor = createRedactor([...given.loaded.secrets, ...secretValues(command, input)], shownOf);
  const shown = redactor.argv(maskArgv(argv, named, globalOptions));
  const world = openWorld(given, redactor);
  return () => carryOut({ command, input, argv: shown, json, dryRun, yes, timeout, debug }, world);
}

interface Line extends Subject {
  globals: Globals;
  /** The command that the words begin with: with `--help`, the one to explain. */
  named: Command;
}

async function read(leading: Leading, { registry, loaded }: Given, origin: Origin): Promise<Line> {
  const { command: named, rest } = await find(leading.words, registry);
  const parsed = parseCommand(named, rest);
  const globals = readGlobals(leading.values, parsed.globals);
  refuseSurface(named, origin);
  if (!globals.help || named.name === 'help') {
    return { command: named, input: readInput(named, parsed, loaded), globals, named };
  }
  const input = { command: [named.name], search: undefined };
  return { command: await load(registry, 'help'), input, globals, named };
}

function refuseSurface({ name, surfaces }: Command, origin: Origin): void {
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

function openWorld(given: Given, redactor: Redactor): RunWorld {
  const { host, loaded, sink, registry, rules } = given;
  const { actor, origin } = host;
  const policy = createProjectPolicy(rules, host, (words, where) => read(parseLeading(words), given, where));
  const mayRun = ({ name, effect }: CommandSummary): boolean => rules.mayRun(actor, { command: name, effect, origin });
  return {
    host,
    loaded,
    redact: redactor.text,
    sink: (event) => sink(redactor.event(event)),
    policy: rules.decide,
    project: (journal) => createProject({ host, loaded, registry, journal, globalOptions, policy, mayRun }),
  };
}

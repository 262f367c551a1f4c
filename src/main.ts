import type { Command } from './command/define.ts';
import { type Peek, peek } from './command/peek.ts';
import type { Registry } from './command/registry.ts';
import type { LoadedConfig } from './context/config.ts';
import { OpsError } from './context/errors.ts';
import type { Sink } from './context/events.ts';
import type { Host } from './context/host.ts';
import { asJson } from './render/json.ts';
import type { RunRequest, RunWorld } from './run/request.ts';

/** The one door: a line's words, and what its surface lends it, become an exit code. Every error ends here. */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  const mode = peek(argv);
  const sink = mode.json ? asJson(host.output(mode)) : host.output(mode);
  if (argv[0] === '--version') return printVersion(host, sink);
  try {
    const { request, world } = await understand(argv, host, sink, mode);
    if (request === undefined) return await printVersion(host, sink);
    const { carryOut } = await import('./run/lifecycle.ts');
    return await carryOut(request, world);
  } catch (thrown) {
    const { failureOf } = await import('./run/failure.ts');
    const { event } = failureOf(thrown, host.run, mode.debug);
    await sink(event);
    await sink({ type: 'finished', outcome: event.outcome, exitCode: event.exitCode, ms: 0 });
    return event.exitCode;
  }
}

async function printVersion(host: Host, sink: Sink): Promise<number> {
  const { version } = host.system;
  await sink({ type: 'result', data: { version }, blocks: [{ type: 'text', text: version }] });
  await sink({ type: 'finished', outcome: 'ok', exitCode: 0, ms: 0 });
  return 0;
}

interface Understood {
  /** Undefined where only the version was asked for. */
  request: RunRequest | undefined;
  world: RunWorld;
}

/** argv → the command, its typed input and the world to carry it out in; or the usage error. */
async function understand(argv: readonly string[], host: Host, sink: Sink, mode: Peek): Promise<Understood> {
  const program = await import('./program.ts');
  const { readInput } = await import('./command/input.ts');
  const leading = program.parseLeading(argv);
  const loaded = await host.system.config(host.cwd, mode.config);
  const registry = await openRegistry(host, loaded);
  const world = await openWorld(host, loaded, sink, registry);
  const { command, rest } = await find(leading.words, registry);
  const parsed = program.parseCommand(command, rest);
  const globals = program.readGlobals(leading.values, parsed.globals);
  refuseSurface(command, host);
  if (globals.version) return { request: undefined, world };
  const { json, dryRun, yes, timeout, debug } = globals;
  if (globals.help && command.name !== 'help') {
    const help = await load(registry, 'help');
    const input = { command: [command.name], search: undefined };
    return { request: { command: help, input, argv, json, dryRun, yes, timeout, debug }, world };
  }
  const input = readInput(command, parsed, loaded);
  const { maskArgv } = await import('./command/mask.ts');
  return {
    request: { command, input, argv: maskArgv(argv, command, input), json, dryRun, yes, timeout, debug },
    world,
  };
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
  const { resolveName } = await import('./command/registry.ts');
  const names = await registry.names();
  const resolved = resolveName(words, names);
  if (resolved !== undefined) return { command: await load(registry, resolved.name), rest: resolved.rest };
  const { unknownCommand } = await import('./command/unknown.ts');
  throw unknownCommand(words, names);
}

async function load(registry: Registry, name: string): Promise<Command> {
  const command = await registry.load(name);
  if (command === undefined) throw new OpsError('bug', `the command ${name} has no file`);
  return command;
}

async function openRegistry(host: Host, loaded: LoadedConfig): Promise<Registry> {
  const { builtInCommands, createRegistry } = await import('./command/registry.ts');
  const builtIn = builtInCommands(host.system.root);
  if (loaded.config.scripts.length === 0) return createRegistry([builtIn]);
  const { scriptCommands } = await import('./command/script.ts');
  return createRegistry([builtIn, scriptCommands(loaded.config.scripts)]);
}

async function openWorld(host: Host, loaded: LoadedConfig, sink: Sink, registry: Registry): Promise<RunWorld> {
  const { createRedactor } = await import('./context/redact.ts');
  const { openPolicy } = await import('./policy/policy.ts');
  const { createProject } = await import('./command/project.ts');
  const { globalOptions } = await import('./program.ts');
  const redactor = createRedactor(loaded.secrets);
  return {
    host,
    loaded,
    sink: loaded.secrets.length === 0 ? sink : (event) => sink(redactor.event(event)),
    policy: openPolicy,
    project: (journal) => createProject({ host, loaded, registry, journal, globalOptions }),
  };
}

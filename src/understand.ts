import { attachFiles } from './command/attach.ts';
import type { Command, InputValues } from './command/define.ts';
import { fillIn, type Parser } from './command/form-line.ts';
import { type RawInput, readInput } from './command/input.ts';
import { maskArgv, secretValues } from './command/mask.ts';
import { createProject } from './command/project.ts';
import { builtInCommands, createRegistry, isWayIn, type Registry, resolveName } from './command/registry.ts';
import { type Repeating, repeatedWords } from './command/repeat.ts';
import { scriptCommands } from './command/script.ts';
import { unknownCommand } from './command/unknown.ts';
import type { LoadedConfig } from './context/config.ts';
import type { CommandSummary, Project, Seen } from './context/context.ts';
import { noProject } from './context/create.ts';
import { OpsError } from './context/errors.ts';
import type { Sink } from './context/events.ts';
import type { AttachedFile } from './context/file-input.ts';
import type { Host, Origin, System } from './context/host.ts';
import type { RunRecord } from './context/journal.ts';
import { formatLine } from './context/line.ts';
import { withLocalPeople } from './context/local-people.ts';
import { createRedactor, type Redactor, redactError } from './context/redact.ts';
import { createProjectPolicy } from './policy/judge.ts';
import { openRules, type Rules } from './policy/policy.ts';
import type { Subject } from './policy/request.ts';
import { type Globals, globalOptions, parseCommand, parseLeading, readGlobals } from './program.ts';
import { shownOf } from './render/ansi.ts';
import { findRun } from './run/find.ts';
import { carryOut } from './run/lifecycle.ts';
import type { RunWorld } from './run/request.ts';
import type { Tee } from './run/tee.ts';

const parser: Parser = { leading: parseLeading, command: parseCommand };

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
    const registry = openRegistry(host, loaded);
    const names = loaded.config.policy === undefined ? [] : await registry.names();
    const rules = openRules(loaded, names);
    return await request(leading, argv, { host, loaded, out, registry, rules });
  } catch (error) {
    throw redactError(error, createRedactor(loaded.secrets, shownOf));
  }
}

interface Given {
  host: Host;
  loaded: LoadedConfig;
  out: Tee;
  registry: Registry;
  rules: Rules;
  /** The run whose line this is. */
  repeats?: RunRecord;
}

type Leading = ReturnType<typeof parseLeading>;

async function request(leading: Leading, argv: readonly string[], given: Given): Promise<() => Promise<number>> {
  const parsed = await parse(leading, given, given.host.origin);
  if (parsed.globals.form && !parsed.globals.help) {
    const filled = await fillIn(argv, given.host, { ...given, parser });
    await given.out.sink({ type: 'note', level: 'info', blocks: [{ type: 'text', text: formatLine(filled) }] });
    return request(parseLeading(filled), filled, given);
  }
  const { command, input: words, globals, named } = await read(parsed, given);
  if (command.repeats !== undefined) return repeat(`${words[command.repeats]}`, globals, given);
  const input = await withFiles(command, words, given);
  const { json, dryRun, yes, confirm, queue, override, timeout, debug } = globals;
  const redactor = createRedactor([...given.loaded.secrets, ...secretValues(command, input)], shownOf);
  const shown = redactor.argv(maskArgv(argv, named, globalOptions));
  const world = openWorld(given, redactor);
  const how = { json, dryRun, yes, confirm, queue, override, timeout, debug };
  const again = given.repeats === undefined ? {} : { repeats: given.repeats };
  return () => carryOut({ command, input, argv: shown, ...how, ...again }, world);
}

function withFiles(command: Command, input: InputValues, { host, loaded, repeats }: Given): Promise<InputValues> {
  const { cwd, attached, system } = host;
  const { largest } = loaded.config.files;
  return attachFiles(command, input, {
    ...{ cwd, largest, files: system.files },
    attached: attached && { ...attached, files: [...attached.files, ...filesOf(host.origin, repeats)] },
  });
}

/** Those of the message of the run that is repeated, within its room. */
function filesOf(here: Origin, repeats: RunRecord | undefined): readonly AttachedFile[] {
  const there = repeats?.origin;
  if (here.type !== 'room' || there?.type !== 'room') return [];
  return there.team === here.team && there.channel === here.channel ? (there.files ?? []) : [];
}

/** The words of an earlier run take the place of these, and the same way as if they had been typed. */
async function repeat(id: string, asked: Repeating, given: Given): Promise<() => Promise<number>> {
  const run = await findEarlier(id, given);
  const line = formatLine(run.argv);
  const { command } = await find(parseLeading(run.argv).words, given.registry);
  if (command.repeats !== undefined) throw new OpsError('usage', `run ${run.id} repeated nothing: ${line}`);
  if (isWayIn(command.name)) {
    throw new OpsError('usage', `${line} is not repeated: it goes on until it is stopped`, {
      hint: `type it: ${line}`,
    });
  }
  const words = repeatedWords(run, command, asked, globalOptions);
  return request(parseLeading(words), words, { ...given, repeats: run });
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

interface Parsed {
  raw: RawInput;
  globals: Globals;
  /** The command that the words begin with: with `--help`, the one to explain. */
  named: Command;
}

async function parse(leading: Leading, { registry }: Given, origin: Origin): Promise<Parsed> {
  const { command: named, rest } = await find(leading.words, registry);
  const raw = parseCommand(named, rest);
  const globals = readGlobals(leading.values, raw.globals);
  refuseSurface(named, origin);
  return { raw, globals, named };
}

interface Line extends Subject, Omit<Parsed, 'raw'> {}

async function read({ raw, globals, named }: Parsed, { registry, loaded }: Given): Promise<Line> {
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
  const { host, loaded, out, registry, rules } = given;
  const { actor, origin } = host;
  const subjectOf = async (words: readonly string[], where: Origin): Promise<Subject> =>
    read(await parse(parseLeading(words), given, where), given);
  const policy = createProjectPolicy(rules, host, subjectOf);
  const mayRun = ({ name, effect }: CommandSummary): boolean => rules.mayRun(actor, { command: name, effect, origin });
  return {
    host,
    loaded,
    redact: redactor.text,
    sink: (event) => out.sink(redactor.event(event)),
    join: out.join,
    policy: rules.decide,
    project: (journal) =>
      createProject({ host, loaded, registry, journal, globalOptions, parser, policy, mayRun, look: lookFrom(given) }),
  };
}

/** The same door for a line that nobody typed: what it would show, without a word of it in the journal. */
function lookFrom({ host, loaded }: Given): Project['look'] {
  return async (argv, { actor, origin, people }) => {
    let seen: Seen | undefined;
    const sink: Sink = (event) => {
      if (event.type === 'result') seen = { data: event.data, blocks: event.blocks };
      return undefined;
    };
    const config: System['config'] = async (...where) => withLocalPeople(await host.system.config(...where), people);
    const { outputs: _, ask: __, fill: ___, ...rest } = host;
    const looking: Host = { ...rest, actor, origin, isLook: true, system: { ...host.system, config } };
    try {
      const carryOut = await understand(argv, looking, { sink, join: () => {} }, loaded.file);
      return (await carryOut()) === 0 ? seen : undefined;
    } catch (error) {
      if (error instanceof OpsError) return undefined;
      throw error;
    }
  };
}

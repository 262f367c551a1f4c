import { attachFiles } from './command/attach.ts';
import type { Command, InputValues } from './command/define.ts';
import { fillIn, type Parser } from './command/form-line.ts';
import { refusePasted, refuseSecretOptions } from './command/in-room.ts';
import { maskArgv, secretValues } from './command/mask.ts';
import { createProject } from './command/project.ts';
import { isWayIn, type Registry } from './command/registry.ts';
import { type Repeating, repeatedWords } from './command/repeat.ts';
import type { LoadedConfig } from './context/config.ts';
import type { Project, Seen } from './context/context.ts';
import { noProject } from './context/create.ts';
import { OpsError } from './context/errors.ts';
import type { Sink } from './context/events.ts';
import type { AttachedFile } from './context/file-input.ts';
import type { Host, Origin, System } from './context/host.ts';
import type { Journal, RunRecord } from './context/journal.ts';
import { formatLine } from './context/line.ts';
import { withLocalPeople } from './context/local-people.ts';
import { createRedactor, type Redactor, redactError } from './context/redact.ts';
import { openRules, type Rules } from './policy/policy.ts';
import type { Subject } from './policy/request.ts';
import { policyText } from './policy/version.ts';
import { globalOptions, parseCommand, parseLeading } from './program.ts';
import { find, type Leading, openRegistry, parse, read } from './read-line.ts';
import { shownOf } from './render/ansi.ts';
import { askPeople } from './run/approval/asked.ts';
import { openDesk } from './run/code/open.ts';
import { createDecider } from './run/decider.ts';
import { findRun } from './run/find.ts';
import { carryOut } from './run/lifecycle.ts';
import { lookHost } from './run/look.ts';
import { createPrivacy, notReadable } from './run/private.ts';
import { createProjectPolicy } from './run/project-policy.ts';
import type { RunWorld } from './run/request.ts';
import { createStanding } from './run/standing.ts';
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
  const loaded = await host.system.config(host.cwd, configuration);
  const redactor = createRedactor(loaded.secrets, shownOf);
  host.guard?.(redactor);
  try {
    refusePasted(argv, host.origin);
    const registry = openRegistry(host, loaded);
    const names = loaded.config.policy === undefined ? [] : await registry.names();
    const rules = openRules(loaded, names);
    return await request(parseLeading(argv), argv, { host, loaded, configuration, out, registry, rules, redactor });
  } catch (error) {
    throw redactError(error, redactor);
  }
}

interface Given {
  host: Host;
  loaded: LoadedConfig;
  /** The file that the line names. */
  configuration: string | undefined;
  out: Tee;
  registry: Registry;
  rules: Rules;
  /** Knows the secrets of the configuration. */
  redactor: Redactor;
  /** The run whose line this is. */
  repeats?: RunRecord;
}

async function request(leading: Leading, argv: readonly string[], given: Given): Promise<() => Promise<number>> {
  const parsed = await parse(leading, given, given.host.origin);
  if (parsed.globals.form && !parsed.globals.help) {
    const filled = await fillIn(argv, given.host, { ...given, parser });
    await given.out.sink({
      type: 'note',
      level: 'info',
      blocks: [{ type: 'text', text: formatLine(given.redactor.argv(filled)) }],
    });
    return request(parseLeading(filled), filled, given);
  }
  refuseSecretOptions(parsed.named, parsed.raw, given.host.origin);
  const { command, input: words, globals, named } = await read(parsed, given);
  if (command.repeats !== undefined) return repeat(`${words[command.repeats]}`, globals, given);
  const input = await withFiles(command, words, given);
  const { json, dryRun, yes, confirm, queue, override, timeout, debug, wait } = globals;
  const redactor = redactorFor(secretValues(command, input, given.host.env), given);
  const shown = redactor.argv(maskArgv(argv, named, globalOptions));
  const world = openWorld(given, redactor, argv);
  const again = given.repeats === undefined ? {} : { repeats: given.repeats };
  const how = { json, dryRun, yes, confirm, queue, override, timeout, debug, wait };
  const run = { command, input, argv: shown, ...how, ...again };
  return () => carryOut(run, world).catch((error: unknown) => Promise.reject(redactError(error, redactor)));
}

/** Of the configuration's secrets and of these. */
function redactorFor(more: readonly string[], { host, loaded, redactor }: Given): Redactor {
  if (more.length === 0) return redactor;
  const both = createRedactor([...loaded.secrets, ...more], shownOf);
  host.guard?.(both);
  return both;
}

function withFiles(
  command: Command,
  input: InputValues,
  { host, loaded, repeats, redactor }: Given,
): Promise<InputValues> {
  const { cwd, attached, system } = host;
  const { largest } = loaded.config.files;
  return attachFiles(command, input, {
    ...{ cwd, largest, files: system.files, masked: redactor.text },
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
  if (!createPrivacy(given.host, given.rules.people).isReadable(run)) throw notReadable(run);
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

function openWorld(given: Given, redactor: Redactor, argv: readonly string[]): RunWorld {
  const { host, loaded, out, rules } = given;
  const { actor, origin } = host;
  const subjectOf = async (words: readonly string[], where: Origin): Promise<Subject> =>
    read(await parse(parseLeading(words), given, where), given);
  const groups = () => host.system.groups(loaded.config);
  const decider = createDecider(rules, createStanding(loaded.config, groups));
  return {
    host,
    loaded,
    redact: redactor.text,
    sink: redactor.sink(out.sink),
    join: out.join,
    policy: (request, journal) => decider.decide(rules.people.find(request.actor.id), request, journal),
    policyText: () => policyText(loaded),
    policyTextNow: async () => policyText(await host.system.config(host.cwd, given.configuration)),
    person: rules.people.find(actor.id)?.name,
    people: rules.people,
    asked: (journal, roles, names = rules.people.names) =>
      askPeople(rules.people, roles, names, { config: loaded.config, journal, groups }),
    again: async (run) => {
      const carryOut = await understand(argv, { ...host, run }, out, loaded.file);
      return carryOut();
    },
    project: (journal) =>
      createProject({
        ...{
          host,
          loaded,
          journal,
          globalOptions,
          parser,
          look: lookFrom(given),
          refuses: refusesFrom(given, journal),
        },
        registry: () => openRegistry(host, loaded),
        codes: (local) => openDesk(given, journal, local),
        mayRun: () => decider.mayRun(actor, origin, journal),
        refusal: (command) => decider.refusal(actor, origin, journal, command),
        policy: createProjectPolicy({ rules, loaded, host, decider, journal, groups, read: subjectOf }),
      }),
  };
}

/** By the rules of the configuration as it is now: a form may be asked for long after this began. */
function refusesFrom({ host, loaded }: Given, journal: Journal | undefined): Project['refuses'] {
  return async (name, { actor, origin, people }) => {
    const here = withLocalPeople(await host.system.config(host.cwd, loaded.file), people);
    const registry = openRegistry(host, here);
    const [command, names] = await Promise.all([registry.load(name), registry.names()]);
    if (command === undefined) return undefined;
    const decider = createDecider(
      openRules(here, names),
      createStanding(here.config, () => host.system.groups(here.config)),
    );
    const refused = await decider.refusal(actor, origin, journal, command);
    if (refused === undefined) return undefined;
    const { who, reason, hint } = refused;
    return new OpsError('denied', `${who} may not run ${formatLine([name])}: ${reason}`, { hint });
  };
}

/** The same door for a line that nobody typed: what it would show, without a word of it in the journal. */
function lookFrom({ host, loaded }: Given): Project['look'] {
  return async (argv, { actor, origin, people, slack }) => {
    let seen: Seen | undefined;
    const sink: Sink = (event) => {
      if (event.type === 'result') seen = { data: event.data, blocks: event.blocks };
      return undefined;
    };
    const config: System['config'] = async (...where) => {
      const here = withLocalPeople(await host.system.config(...where), people);
      // Not a copy: to read what refers to something missing would be an error.
      if (slack !== undefined) here.config.slack = slack;
      return here;
    };
    const looking = lookHost(host, { actor, origin, system: { ...host.system, config } });
    try {
      const carryOut = await understand(argv, looking, { sink, join: () => {} }, loaded.file);
      return (await carryOut()) === 0 ? seen : undefined;
    } catch (error) {
      if (error instanceof OpsError) return undefined;
      throw error;
    }
  };
}

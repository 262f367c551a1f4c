import { dirname, resolve } from 'node:path';
import type { LoadedConfig } from '../context/config.ts';
import type { CommandSummary, Project } from '../context/context.ts';
import type { Host } from '../context/host.ts';
import type { Journal } from '../context/journal.ts';
import type { ProjectPolicy, Verdict } from '../context/project-policy.ts';
import { createRedactor } from '../context/redact.ts';
import type { Command, OptionDefinitions } from './define.ts';
import { fillForm } from './form.ts';
import { formOfLine, type Parser } from './form-line.ts';
import { commandHelp, overview, refusedHelp } from './help.ts';
import { maskLine } from './mask-line.ts';
import { type Registry, resolveName } from './registry.ts';
import { unknownCommand } from './unknown.ts';

export interface ProjectParts {
  host: Host;
  loaded: LoadedConfig;
  /** Opened anew for each question: a script that is added is there for the next line. */
  registry(): Registry;
  journal: Journal | undefined;
  globalOptions: OptionDefinitions;
  parser: Parser;
  policy: ProjectPolicy;
  /** Tells of which commands the actor might run a line. */
  mayRun(): Promise<(command: CommandSummary) => boolean>;
  /** Why the actor could run no line of a command. */
  refusal(command: Command): Promise<Omit<Verdict, 'needs' | 'asking'> | undefined>;
  look: Project['look'];
  refuses: Project['refuses'];
  codes: Project['codes'];
}

/** Bytes. */
const longestData = 10_000_000;

/** What a few commands are told about `ops` itself. */
export function createProject(parts: ProjectParts): Project {
  const { host, loaded, journal, globalOptions, policy } = parts;
  const { system } = host;
  return {
    version: system.version,
    root: system.root,
    loaded,
    folder: loaded.file === undefined ? host.cwd : dirname(loaded.file),
    unknownCommand,
    names: () => parts.registry().names(),
    resolve: async (words) => resolveName(words, await parts.registry().names())?.name,
    isUrgent: async (name) => (await parts.registry().summary(name)).urgent === true,
    mask: async (words) => {
      const { argv, secrets } = await maskLine(words, parts.registry(), globalOptions);
      return createRedactor([...loaded.secrets, ...secrets]).argv(argv);
    },
    commands: () => commandsOf(parts.registry(), parts),
    policy,
    codes: parts.codes,
    groups: system.groups,
    look: parts.look,
    refuses: parts.refuses,
    overview: (commands) => overview(commands, globalOptions),
    readData: async (path) => {
      const text = Buffer.from(await system.files.read(resolve(host.cwd, path), { most: longestData })).toString();
      const { parseYaml } = await import('./script-header.ts');
      return parseYaml(text, path);
    },
    help: async (name) => {
      const command = await parts.registry().load(name);
      return command && [...commandHelp(command, loaded.config), ...refusedHelp(await parts.refusal(command))];
    },
    form: async (argv, found) => (await formOfLine(argv, { ...parts, registry: parts.registry() }, found))?.form,
    fill: async (name, values, globals, found) => {
      const command = await parts.registry().load(name);
      return command === undefined ? undefined : fillForm(command, values, globals, loaded, found);
    },
    program: system.program,
    worker: system.worker,
    journal,
    processes: system,
    proxy: system.proxy,
    quickFetch: system.quickFetch,
  };
}

async function commandsOf(registry: Registry, { mayRun }: Pick<ProjectParts, 'mayRun'>): Promise<CommandSummary[]> {
  const usable = await Promise.all((await registry.names()).map(registry.summary));
  const isUsable = await mayRun();
  const all = [...usable, ...(await registry.hidden())].filter((one) => isUsable(one));
  return all.sort((one, other) => compare(one.name, other.name));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

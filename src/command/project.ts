import { dirname } from 'node:path';
import type { LoadedConfig } from '../context/config.ts';
import type { Project } from '../context/context.ts';
import type { Host } from '../context/host.ts';
import type { Journal } from '../context/journal.ts';
import { createRedactor } from '../context/redact.ts';
import type { OptionDefinitions } from './define.ts';
import { commandHelp, overview } from './help.ts';
import { maskLine } from './mask-line.ts';
import { type Registry, resolveName } from './registry.ts';
import { unknownCommand } from './unknown.ts';

export interface ProjectParts {
  host: Host;
  loaded: LoadedConfig;
  registry: Registry;
  journal: Journal | undefined;
  globalOptions: OptionDefinitions;
}

/** What a few commands are told about `ops` itself. */
export function createProject({ host, loaded, registry, journal, globalOptions }: ProjectParts): Project {
  const { system } = host;
  return {
    version: system.version,
    root: system.root,
    loaded,
    folder: loaded.file === undefined ? host.cwd : dirname(loaded.file),
    unknownCommand,
    names: () => registry.names(),
    resolve: async (words) => resolveName(words, await registry.names())?.name,
    mask: async (words) => {
      const { argv, secrets } = await maskLine(words, registry, globalOptions);
      return createRedactor([...loaded.secrets, ...secrets]).argv(argv);
    },
    commands: async () => {
      const usable = await Promise.all((await registry.names()).map(registry.summary));
      return [...usable, ...(await registry.hidden())].sort((one, other) => compare(one.name, other.name));
    },
    overview: (commands) => overview(commands, globalOptions),
    help: async (name) => {
      const command = await registry.load(name);
      return command === undefined ? undefined : commandHelp(command, loaded.config);
    },
    program: system.program,
    worker: system.worker,
    journal,
    processes: system,
    proxy: system.proxy,
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

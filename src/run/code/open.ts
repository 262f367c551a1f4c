import type { CodeDesk, Codes } from '../../context/codes.ts';
import type { LoadedConfig } from '../../context/config.ts';
import { noProject } from '../../context/create.ts';
import type { Host } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import type { CodesParts } from './codes.ts';

/** What commands do with codes, loaded when it is first used. */
export function openCodes(parts: CodesParts): Codes {
  const open = async () => (await import('./codes.ts')).createCodes(parts);
  return {
    status: async () => (await open()).status(),
    newcomer: async () => (await open()).newcomer(),
    enroll: async (...asked) => (await open()).enroll(...asked),
    owner: async (...asked) => (await open()).owner(...asked),
    remove: async (...asked) => (await open()).remove(...asked),
    unlock: async (...asked) => (await open()).unlock(...asked),
    sealAgain: async (...asked) => (await open()).sealAgain(...asked),
    listener: async () => (await open()).listener(),
    removeListener: async () => (await open()).removeListener(),
    ready: () => ready(parts),
  };
}

async function ready({ world: { host, loaded }, journal, run = '' }: CodesParts): Promise<void> {
  const { clock, codes } = host.system;
  const { readyListener } = await import('./listener.ts');
  const keys = await codes(loaded.config.journal.path);
  await readyListener({ journal: journal(), keys, clock, run, actor: host.actor });
}

interface DeskWorld {
  host: Pick<Host, 'system'>;
  loaded: LoadedConfig;
}

/** The same for ways in. */
export function openDesk(
  { host: { system }, loaded: { config } }: DeskWorld,
  journal: Journal | undefined,
  local: Readonly<Record<string, string>>,
): CodeDesk {
  const open = async (): Promise<CodeDesk> => {
    if (journal === undefined) throw noProject();
    const { createDesk } = await import('./desk.ts');
    return createDesk({ journal, config, local, keys: () => system.codes(config.journal.path), clock: system.clock });
  };
  return {
    give: async (given) => (await open()).give(given),
    spend: async (seen) => (await open()).spend(seen),
    asking: async (...where) => (await open()).asking(...where),
  };
}

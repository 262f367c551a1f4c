import type { Host } from '../context/host.ts';
import { blankJournal } from '../journal/blank.ts';
import { main } from '../main.ts';

/**
 * Takes harmless lines through the one door and runs a program that does nothing, with nothing recorded and nothing
 * said: what every line needs is loaded then, and warm. The first words of the real line come in a third of the time.
 */
export async function rehearse({ outputs: _, ...host }: Host): Promise<void> {
  const system = { ...host.system, journal: async () => blankJournal, config: opened(host.system.config) };
  const rehearsal: Host = { ...host, run: 'rehearsal', system, output: () => () => undefined };
  for (const line of ['help', 'whoami', 'whoami', 'whoami']) await main([line], rehearsal);
  const onLines = (): undefined => undefined;
  for (let time = 0; time < 2; time++) await host.system.exec('true', [], { onLines }).catch(() => {});
}

/** The configuration with rules that let nobody in particular do what is rehearsed. */
const opened =
  (config: Host['system']['config']): Host['system']['config'] =>
  async (cwd, file) => {
    const loaded = await config(cwd, file);
    const policy = [{ allow: ['everyone', 'strangers'] }];
    // Not a copy: to read what refers to something missing would be an error.
    return { ...loaded, config: Object.create(loaded.config, { policy: { value: policy } }) };
  };

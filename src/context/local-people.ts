import type { LoadedConfig } from './config.ts';

/**
 * In a Slack on this machine, whose ids nobody knows beforehand, a person of the configuration is whoever has their
 * name there. Only its listener says so, to its own children; ids that the configuration names stand above it.
 */
export function withLocalPeople(loaded: LoadedConfig, local: Readonly<Record<string, string>>): LoadedConfig {
  const { people } = loaded.config;
  const taken = new Set(Object.values(people).flatMap(({ slack }) => slack));
  for (const [name, id] of Object.entries(local)) {
    if (!taken.has(id) && Object.hasOwn(people, name)) people[name]?.slack.push(id);
  }
  return loaded;
}

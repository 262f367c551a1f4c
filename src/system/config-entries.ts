import type { Config, ConfigEntry } from '../context/config.ts';
import { isMapping, type Resolved } from './references.ts';

const mask = '••••';

/** Every value in effect, in the order of the configuration, with where it came from. */
export function configEntries(config: Config, { content, references, secrets }: Resolved): ConfigEntry[] {
  const show = (value: unknown, key: string): string => {
    const reference = references.get(key);
    if (reference?.failure !== undefined) return 'missing';
    if (reference !== undefined) return mask;
    if (Array.isArray(value)) return value.map((item, index) => show(item, `${key}.${index}`)).join(' ') || 'none';
    const text = String(value);
    return secrets.some((secret) => text.includes(secret)) ? mask : text;
  };
  return leaves(config, []).map(({ path, value }) => {
    const key = path.join('.');
    return { key, value: show(value, key), from: originOf(path, value) };
  });

  function originOf(path: readonly string[], value: unknown): ConfigEntry['from'] {
    const keys = [path, ...(Array.isArray(value) ? value.map((_, index) => [...path, `${index}`]) : [])];
    const [reference] = keys.flatMap((key) => references.get(key.join('.')) ?? []);
    return reference?.from ?? (isWritten(content, path) ? 'file' : 'default');
  }
}

interface Leaf {
  path: readonly string[];
  value: unknown;
}

const leaves = (value: unknown, path: readonly string[]): Leaf[] =>
  isMapping(value) || (Array.isArray(value) && value.some(isMapping))
    ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
    : [{ path, value }];

function isWritten(content: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (Array.isArray(content)) return isWritten(content[Number(key)], rest);
  return isMapping(content) && Object.hasOwn(content, key) && isWritten(content[key], rest);
}

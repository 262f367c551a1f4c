import { canonical } from '../context/canonical.ts';
import type { Config, LoadedConfig } from '../context/config.ts';
import { createRedactor } from '../context/redact.ts';

const known = new WeakMap<Config, string>();

/** All that decides who may do what, as one text without secrets: the same text, the same policy. */
export function policyText({ config, secrets }: LoadedConfig): string {
  const text = known.get(config) ?? canonical(masked(decidingPart(config), createRedactor(secrets).text));
  known.set(config, text);
  return text;
}

/** Environments too: a rule about one means what is configured of it. */
function decidingPart({ people, roles, policy, environments, ldap }: Config): object {
  return { people, roles, policy, environments, ...(ldap === undefined ? {} : { ldap }) };
}

/** A reference to something missing is as good as nothing here: whoever needs it is told. */
function masked(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value).map((key) => [redact(key), masked(readable(value, key), redact)] as const),
  );
}

function readable(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return null;
  }
}

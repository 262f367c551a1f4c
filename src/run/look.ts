import type { Host } from '../context/host.ts';

/** What a line that nobody typed has of a host: nobody to ask, and nothing to read. Standard input stays closed. */
export function lookHost(
  { signal, cwd, env, output, guard }: Host,
  { actor, origin, system }: Pick<Host, 'actor' | 'origin' | 'system'>,
): Host {
  return { actor, origin, system, signal, cwd, env, output, ...(guard && { guard }), isLook: true };
}

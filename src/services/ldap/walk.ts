import { normalDn } from '../../context/dn.ts';
import { OpsError } from '../../context/errors.ts';
import type { Directory, Entry } from './directory.ts';

const most = { levels: 20, groups: 2000 } as const;

/**
 * All groups that a person is in, and that these are in, in their normal form. It goes up from the person, so that a
 * group may have any number of members, and asks about none twice, so that groups within each other end.
 */
export async function allGroupsOf(name: string, directory: Directory): Promise<string[]> {
  const person = await directory.person(name);
  if (person === undefined) return [];
  const found = new Set<string>();
  let level: readonly Entry[] = [person];
  for (let depth = 0; level.length > 0; depth++) {
    const above = new Map<string, Entry>();
    for (const dn of await directory.groupsOf(level)) {
      const normal = normalDn(dn);
      if (normal !== undefined && !found.has(normal)) above.set(normal, { dn });
    }
    for (const normal of above.keys()) found.add(normal);
    if (depth >= most.levels && above.size > 0)
      throw tooMany(name, `groups within each other, over ${most.levels} levels`);
    if (found.size > most.groups) throw tooMany(name, `more than ${most.groups} groups`);
    level = [...above.values()];
  }
  return [...found];
}

const tooMany = (name: string, what: string): OpsError => new OpsError('unavailable', `${name} is in ${what}`);

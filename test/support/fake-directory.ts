import { normalDn } from '../../src/context/dn.ts';
import type { Directory } from '../../src/services/ldap/directory.ts';
import type { Tree } from './directory-tree.ts';

/** A directory in memory, which answers as a real one does: the same suite holds for both. */
export function createFakeDirectory({ people, groups }: Tree): Directory & { asked: string[] } {
  const asked: string[] = [];
  const known = Object.entries(groups).map(([dn, { member = [], uniqueMember = [], memberUid = [] }]) => ({
    dn,
    members: new Set([...member, ...uniqueMember].map(normalDn)),
    uids: new Set(memberUid),
  }));
  return {
    asked,
    person: async (name) => Object.entries(people).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1],
    groupsOf: async (entries) => {
      asked.push(...entries.map(({ dn }) => dn));
      const wanted = entries.map(({ dn, uid }) => ({ dn: normalDn(dn), uid }));
      const inside = known.filter(({ members, uids }) =>
        wanted.some(({ dn, uid }) => members.has(dn) || (uid !== undefined && uids.has(uid))),
      );
      return inside.map(({ dn }) => dn);
    },
    hasGroup: async (dn) => known.some((group) => normalDn(group.dn) === normalDn(dn)),
    close: async () => {},
  };
}

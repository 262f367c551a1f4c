import { describe, expect, it } from 'vitest';
import { normalDn } from '../../src/context/dn.ts';
import type { Directory } from '../../src/services/ldap/directory.ts';
import { allGroupsOf } from '../../src/services/ldap/walk.ts';
import { base, groupDn } from '../support/directory-tree.ts';

/** What holds of every directory that has the tree of `directory-tree.ts`. */
export function directoryContract(
  title: string,
  directory: () => Directory,
  test: ReturnType<typeof it.skipIf> = it,
): void {
  describe(title, () => {
    test.each([
      ['mary', ['developers', 'staff', 'everybody']],
      ['MARY', ['developers', 'staff', 'everybody']],
      ['tom', ['day', 'night']],
      ['raj', ['unix']],
      ['o*(neil)\\', ['unix']],
      ['zoë, the first', ['developers', 'staff', 'everybody']],
      ['*', []],
      ['mar*', []],
      ['mary)(uid=*', []],
      ['mary\\2a', []],
      ['nobody', []],
      ['', []],
    ])('%s is in %s', async (name, groups) => {
      const found = await allGroupsOf(name, directory());
      expect(found.sort()).toEqual(groups.map((group) => normalDn(groupDn(group))).sort());
    });

    test('finds all groups of somebody who is in more than come at once', async () => {
      expect(await allGroupsOf('busy', directory())).toHaveLength(1200);
    });

    test.each([
      [groupDn('staff'), true],
      [`CN=Staff , OU=Groups,${base}`, true],
      [groupDn('nobodies'), false],
      [`ou=groups,${base}`, false],
      [`cn=staff,ou=elsewhere,${base}`, false],
    ])('knows whether there is a group %s: %s', async (dn, is) => {
      expect(await directory().hasGroup(dn)).toBe(is);
    });
  });
}

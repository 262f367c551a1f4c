import { describe, expect, it } from 'vitest';
import { allGroupsOf } from '../../../../src/services/ldap/walk.ts';
import { directoryContract } from '../../../contract/directory.ts';
import { groupDn, personDn, type Tree, tree } from '../../../support/directory-tree.ts';
import { createFakeDirectory } from '../../../support/fake-directory.ts';

directoryContract('a directory in memory, as every directory', () => createFakeDirectory(tree));

const mary = { dn: personDn('mary'), uid: 'mary' };
const chain = (length: number): Tree => ({
  people: { mary },
  groups: Object.fromEntries(
    Array.from({ length }, (_, at) => [groupDn(`g${at}`), { member: [at === 0 ? mary.dn : groupDn(`g${at - 1}`)] }]),
  ),
});

describe('the way up from a person', () => {
  it('asks about no entry twice, whatever has what', async () => {
    const all = Array.from({ length: 30 }, (_, at) => groupDn(`g${at}`));
    const directory = createFakeDirectory({
      people: { mary },
      groups: Object.fromEntries(all.map((dn) => [dn, { member: [mary.dn, ...all] }])),
    });
    expect(await allGroupsOf('mary', directory)).toHaveLength(30);
    expect(new Set(directory.asked).size).toBe(directory.asked.length);
  });

  it('goes up twenty levels', async () => {
    expect(await allGroupsOf('mary', createFakeDirectory(chain(20)))).toHaveLength(20);
  });

  it.each([
    ['over more levels than people make', chain(22), 'mary is in groups within each other, over 20 levels'],
    [
      'of more groups than people are in',
      {
        people: { mary },
        groups: Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [groupDn(`g${at}`), { member: [mary.dn] }])),
      },
      'mary is in more than 2000 groups',
    ],
  ])('is an error, and no answer, %s', async (_, wide, message) => {
    await expect(allGroupsOf('mary', createFakeDirectory(wide))).rejects.toThrow(message);
  });
});

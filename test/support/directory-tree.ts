/** What stands in a directory, however it is kept. */
export interface Tree {
  /** By what they are under. */
  people: Readonly<Record<string, { dn: string; uid?: string }>>;
  /** By their distinguished names. */
  groups: Readonly<
    Record<string, { member?: readonly string[]; uniqueMember?: readonly string[]; memberUid?: readonly string[] }>
  >;
}

export const base = 'dc=example,dc=com';
export const personDn = (name: string): string => `uid=${name},ou=people,${base}`;
export const groupDn = (name: string): string => `cn=${name},ou=groups,${base}`;

const person = (name: string) => ({ dn: personDn(name), uid: name });
const many = Array.from({ length: 1200 }, (_, at) => groupDn(`many-${at}`));

/** Groups within groups, two of them within each other, and names with signs that mean something in a filter. */
export const tree: Tree = {
  people: {
    mary: person('mary'),
    tom: person('tom'),
    raj: person('raj'),
    busy: person('busy'),
    'o*(neil)\\': { dn: `uid=o*(neil)\\5C,ou=people,${base}`, uid: 'o*(neil)\\' },
    'zoë, the first': { dn: `uid=zoë\\2C the first,ou=people,${base}`, uid: 'zoë, the first' },
  },
  groups: {
    [groupDn('developers')]: { member: [personDn('mary'), `uid=zoë\\, the first,ou=people,${base}`] },
    [groupDn('staff')]: { member: [groupDn('developers')] },
    [groupDn('everybody')]: { uniqueMember: [groupDn('staff')] },
    // They have each other.
    [groupDn('day')]: { member: [groupDn('night'), personDn('tom')] },
    [groupDn('night')]: { member: [groupDn('day')] },
    [groupDn('unix')]: { memberUid: ['raj', 'o*(neil)\\'] },
    [groupDn('empty')]: { member: [groupDn('empty')] },
    ...Object.fromEntries(many.map((dn) => [dn, { member: [personDn('busy')] }])),
  },
};

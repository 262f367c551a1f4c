import { expect, it } from 'vitest';
import { lineOf } from '../../../src/run/place.ts';

const yaml = `# roles: are below
people:
  lead: { slack: T1/U1 }
roles:
  developer: [mary]

  # lead: nobody
  lead:
    people: [tom]
policy:
  - { allow: lead }
  admin: x
`;

it.each([
  ['a role of its own line', yaml, 'lead', 8],
  ['the first role', yaml, 'developer', 5],
  ['a role that is not there, by its section', yaml, 'admin', 4],
  ['a role on the line of its section', 'a: 1\nroles: { developer: [mary], lead: tom }\n', 'lead', 2],
  ['a role in JSON', '{\n  "people": {},\n  "roles": {\n    "lead": ["tom"]\n  }\n}\n', 'lead', 4],
  ['a role in quotes', "roles:\n  'lead': tom\n", 'lead', 2],
  ['nothing', 'people:\n', 'lead', undefined],
])('finds %s', (_, text, role, line) => {
  expect(lineOf(text, ['roles', role])).toBe(line);
});

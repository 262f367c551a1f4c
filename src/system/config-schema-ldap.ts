import * as v from 'valibot';
import { normalDn } from '../context/dn.ts';
import { duration, mapping, matching, required, text } from './config-schema-parts.ts';

const expectedDn = 'a distinguished name such as ou=people,dc=example,dc=com';
const dn = v.pipe(
  v.string(expectedDn),
  v.check((value) => normalDn(value) !== undefined, expectedDn),
);
const filter = matching(/^\([\s\S]*\)$/, 'a filter in parentheses such as (objectClass=person)');
const attribute = matching(/^[a-zA-Z][a-zA-Z0-9-]*$/, 'an attribute such as uid');
const names = v.picklist(
  ['ldap', 'email', 'github', 'jira', 'jenkins', 'pagerduty'],
  'ldap, email, github, jira, jenkins or pagerduty',
);
const usualGroups =
  '(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)(objectClass=group))';

/** A directory. Built for those who have one. */
export const ldap = v.exactOptional(
  v.lazy(() =>
    mapping({
      url: required(matching(/^ldaps?:\/\/[^\s/?#@]+\/?$/, 'an address such as ldaps://ldap.example.com')),
      startTls: v.optional(v.boolean('true or false'), false),
      ca: v.exactOptional(text),
      bind: required(dn),
      password: required(v.string(`a reference such as \${env:LDAP_PASSWORD}`)),
      people: required(
        mapping({
          base: required(dn),
          filter: v.optional(filter, '(objectClass=*)'),
          attribute: v.optional(attribute, 'uid'),
          name: v.optional(names, 'ldap'),
        }),
      ),
      groups: required(mapping({ base: required(dn), filter: v.optional(filter, usualGroups) })),
      timeout: v.optional(duration, 5000),
      age: v.optional(duration, 60_000),
    }),
  ),
);

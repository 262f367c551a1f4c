import type { PersonConfig } from '../../src/context/config-policy.ts';

/** Somebody whom no system knows. */
export const nobody: PersonConfig = {
  slack: [],
  os: [],
  email: [],
  github: [],
  jira: [],
  jenkins: [],
  pagerduty: [],
  ldap: [],
};

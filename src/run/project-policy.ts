import type { LoadedConfig } from '../context/config.ts';
import type { Groups } from '../context/groups.ts';
import type { Host } from '../context/host.ts';
import type { ProjectPolicy } from '../context/project-policy.ts';
import { keyOf } from '../policy/explain.ts';
import { createJudge, type JudgeParts } from '../policy/judge.ts';
import type { Rules } from '../policy/policy.ts';
import type { Decider } from './decider.ts';
import type { FactSource } from './standing.ts';

export interface PolicyParts {
  rules: Rules;
  loaded: LoadedConfig;
  host: Host;
  decider: Decider;
  journal: FactSource;
  groups(): Groups;
  read: JudgeParts['read'];
}

/** What commands are told of people and rules. */
export function createProjectPolicy(parts: PolicyParts): ProjectPolicy {
  const { rules, host, decider, journal, read } = parts;
  const { people } = rules;
  return {
    person: people.find(host.actor.id)?.name,
    key: keyOf(host.actor.id),
    judge: createJudge({ people, host, read, decide: (person, asked) => decider.decide(person, asked, journal) }),
    roles: async (person) => (await import('./role-list.ts')).listRoles(person, parts),
    planRole: async (change, role, who) => (await import('./role-change.ts')).planRole(change, role, who, parts),
  };
}

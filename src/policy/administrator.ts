import type { Person } from './people.ts';
import { commandRank, grantingCommands, isUnconditional, type Rule, whoRank } from './rules.ts';

const [command = ''] = grantingCommands;

/**
 * Whether somebody may give any role to anybody, themselves included. Who may within limits alone (some roles, some
 * hours) is none; where it is to be typed makes no difference.
 */
export function isAdministrator(rules: readonly Rule[], person: Person): boolean {
  const meaning = rules.filter((rule) => isWhole(rule) && whoRank(rule, person, command) > 0);
  return (
    meaning.some(({ verb }) => verb === 'allow') && !meaning.some((rule) => rule.verb === 'deny' && isEverywhere(rule))
  );
}

const isWhole = (rule: Rule): boolean =>
  isUnconditional(rule) && rule.config.effect !== 'read' && commandRank(rule.config, command) > 0;

const isEverywhere = ({ config }: Rule): boolean => config.rooms === undefined && config.origin === undefined;

import type { Person } from './people.ts';
import type { Request } from './request.ts';
import { holds, isAbout, isForOthers, isUnconditional, type Kind, type Rule, specificity, whoRank } from './rules.ts';

/** What the rules say: the one that decided, or those that would allow it to others. */
export type Ruling = { allowed: true; rule: Rule; asking: readonly Rule[] } | Refusal;

type Refusal = { allowed: false; rule: Rule } | { allowed: false; rule: undefined; others: readonly Rule[] };

/**
 * A rule that denies stands above all that allow; what no rule allows is denied. Rules that ask allow nothing, and each
 * that applies wants what it wants.
 */
export function decide(rules: readonly Rule[], request: Request, person: Person | undefined): Ruling {
  const applying = rules.filter((rule) => whoRank(rule, person, request.command) > 0 && holds(rule, request));
  const most = (among: readonly Rule[]): Rule | undefined => mostSpecific(among, request, person);
  const denying = most(applying.filter(({ verb }) => verb === 'deny'));
  if (denying !== undefined) return { allowed: false, rule: denying };
  const allowing = most(applying.filter(({ verb }) => verb === 'allow'));
  if (allowing !== undefined) {
    return { allowed: true, rule: allowing, asking: applying.filter(({ verb }) => verb === 'ask') };
  }
  const others = rules.filter(
    (rule) => rule.verb === 'allow' && isForOthers(rule, request.command) && holds(rule, request),
  );
  return { allowed: false, rule: undefined, others };
}

/** Whether some line of a kind could be allowed: false only where none can, whatever its words and the hour. */
export function couldAllow(rules: readonly Rule[], kind: Kind, person: Person | undefined): boolean {
  const applying = rules.filter((rule) => whoRank(rule, person, kind.command) > 0 && isAbout(rule, kind));
  const isClosed = applying.some((rule) => rule.verb === 'deny' && isUnconditional(rule));
  return !isClosed && applying.some(({ verb }) => verb === 'allow');
}

/** Why none of a kind could be allowed; undefined where one could. */
export function refusalOf(rules: readonly Rule[], kind: Kind, person: Person | undefined): Refusal | undefined {
  if (couldAllow(rules, kind, person)) return undefined;
  const about = rules.filter((rule) => isAbout(rule, kind));
  const denying = about.find(
    (rule) => rule.verb === 'deny' && isUnconditional(rule) && whoRank(rule, person, kind.command) > 0,
  );
  if (denying !== undefined) return { allowed: false, rule: denying };
  const others = about.filter((rule) => rule.verb === 'allow' && isForOthers(rule, kind.command));
  return { allowed: false, rule: undefined, others };
}

function mostSpecific(rules: readonly Rule[], request: Request, person: Person | undefined): Rule | undefined {
  let found: Rule | undefined;
  let highest = 0;
  for (const rule of rules) {
    const rank = specificity(rule, request, person);
    if (rank > highest) [found, highest] = [rule, rank];
  }
  return found;
}

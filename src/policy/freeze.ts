import type { Config } from '../context/config.ts';
import type { FreezeConfig } from '../context/config-policy.ts';
import { formatTime } from '../context/time.ts';
import { dateWindow, endOfWeekly } from './calendar.ts';
import type { ApprovalNeed } from './needs.ts';
import type { Decision, Rules } from './policy.ts';
import type { Request } from './request.ts';
import { isWithin } from './window.ts';

type Allowed = Extract<Decision, { allowed: true }>;

export interface Freeze {
  /** Where it stands: `environments.prod.freeze.0`. */
  rule: string;
  environment: string;
  config: FreezeConfig;
  /** Undefined where it has none. */
  end: Date | undefined;
}

/** The same rules, with nothing changed in an environment while it is frozen. */
export function withFreezes(rules: Rules, environments: Config['environments']): Rules {
  if (!Object.values(environments).some(({ freeze = [] }) => freeze.length > 0)) return rules;
  const thaw = (decision: Decision, request: Request, who: string): Decision =>
    decision.allowed ? judge(decision, request, freezesAt(environments, request), who) : decision;
  return {
    ...rules,
    decideFor: (person, request) => thaw(rules.decideFor(person, request), request, person?.name ?? request.actor.name),
    decide: async (request) => {
      const who = rules.people.find(request.actor.id)?.name ?? request.actor.name;
      return thaw(await rules.decide(request), request, who);
    },
  };
}

/** The freezes that hold for a line. */
export function freezesAt(environments: Config['environments'], request: Request): Freeze[] {
  if (request.effect === 'read' || request.spares === true) return [];
  return request.environments.flatMap((environment) => {
    const configs = Object.hasOwn(environments, environment) ? (environments[environment]?.freeze ?? []) : [];
    return configs.flatMap((config, index) => {
      if (!isFrozen(config, request.at)) return [];
      return [
        { rule: `environments.${environment}.freeze.${index}`, environment, config, end: endOf(config, request.at) },
      ];
    });
  });
}

function isFrozen(config: FreezeConfig, at: Date): boolean {
  const { start, end } = dateWindow(config);
  if (start !== undefined && at < start) return false;
  return (end === undefined || at < end) && isWithin(config, at);
}

function endOf(config: FreezeConfig, at: Date): Date | undefined {
  const ends = [dateWindow(config).end, endOfWeekly(config, at)].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : new Date(Math.min(...ends.map(Number)));
}

function judge(decision: Allowed, { override }: Request, freezes: readonly Freeze[], who: string): Decision {
  const why = override?.trim() ?? '';
  const needs: ApprovalNeed[] = [];
  for (const freeze of freezes) {
    const { rule, config } = freeze;
    const reason = freezeWords(freeze);
    if (config.override === undefined || why === '') {
      return { allowed: false, rule, who, reason, hint: hintOf(freeze) };
    }
    const { approvals: count, from, within } = config.override;
    needs.push({ type: 'approval', rule, from, count, within, why: `${reason}; in spite of it: ${why}` });
  }
  return { ...decision, needs: [...decision.needs, ...needs] };
}

function freezeWords({ environment, config: { reason }, end }: Freeze): string {
  return `${environment} is frozen${end === undefined ? '' : ` until ${formatTime(end)}`}: ${reason}`;
}

function hintOf({ config: { override }, end }: Freeze): string {
  const later = end === undefined ? 'nothing is changed there' : 'type it again then';
  if (override === undefined) return later;
  const { approvals, from } = override;
  const many = approvals === 1 ? 'an approval' : `${approvals} approvals`;
  return `${later}; what cannot wait takes ${many} of ${from.join(' or ')}: --override '<why>'`;
}

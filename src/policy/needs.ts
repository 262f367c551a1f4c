import type { People } from './people.ts';
import { isAnswer, type Rule } from './rules.ts';

/** What a line takes besides being allowed. `rule` is what asks for it, by name. */
export type Need = ApprovalNeed | { type: 'code'; rule: string };

export interface ApprovalNeed {
  type: 'approval';
  rule: string;
  /** People, roles, `everyone`. */
  from: readonly string[];
  /** How many of them, never whoever asks. */
  count: number;
  /** Milliseconds from the request until it is void. */
  within: number;
  /** What makes it necessary, where the rule's name does not say it. */
  why?: string;
}

/** What a rule that asks wants of a line of that command. */
export function needsOf(asking: Rule, command: string): Need[] {
  const { name: rule, config } = asking;
  const { approvals, code } = config;
  return [
    ...(approvals === undefined || isAnswer(asking, command)
      ? []
      : [{ type: 'approval', rule, ...approvals } as const]),
    ...(code === true ? [{ type: 'code', rule } as const] : []),
  ];
}

/** The roles that needs speak of, among people. */
export const rolesIn = (needs: readonly ApprovalNeed[]): string[] => [...new Set(needs.flatMap(({ from }) => from))];

/** Whether a person is one of those that an approval is wanted from. */
export function isAmong({ from }: Pick<ApprovalNeed, 'from'>, name: string, people: People): boolean {
  const person = people.named(name);
  if (person === undefined) return false;
  return from.some((one) => one === 'everyone' || one === name || person.roles.has(one));
}

const mostNamed = 5;

/** `1 approval of lead: ann, tom`. `but` is whoever asks for it. */
export function needWords(need: Need, people: People, but: string | undefined): string {
  if (need.type === 'code') return 'a one-time code';
  const { count, from, why } = need;
  const approvals = count === 1 ? '1 approval' : `${count} approvals`;
  const because = why === undefined ? '' : ` (${why})`;
  return `${approvals} of ${from.join(' or ')}: ${few(approversOf(need, people, but))}${because}`;
}

/** Who may approve, by name. */
export function approversOf(need: ApprovalNeed, people: People, but: string | undefined): string[] {
  return people.names.filter((name) => name !== but && isAmong(need, name, people));
}

function few(names: readonly string[]): string {
  if (names.length === 0) return 'nobody else has it';
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}

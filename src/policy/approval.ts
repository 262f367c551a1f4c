import type { Actor } from '../context/host.ts';
import { type ApprovalNeed, approversOf, isAmong, type Need } from './needs.ts';
import { isSamePerson, type People } from './people.ts';

export const isApproval = (need: Need): need is ApprovalNeed => need.type === 'approval';

/**
 * What of it is still missing, as things are now: each person counts once, for all that they may give, and whoever asks
 * counts for nothing.
 */
export function missingOf(
  needs: readonly ApprovalNeed[],
  given: readonly Actor[],
  requester: Actor,
  people: People,
): number[] {
  const counting = given.filter((actor) => !isSamePerson(actor, requester, people));
  const names = new Set(counting.flatMap(({ id }) => people.find(id)?.name ?? []));
  return needs.map((need) => Math.max(0, need.count - [...names].filter((name) => isAmong(need, name, people)).length));
}

/** The needs that somebody's approval counts for, by place; or why it counts for none. */
export function countsFor(
  actor: Actor,
  requester: Actor,
  needs: readonly ApprovalNeed[],
  people: People,
): number[] | string {
  const person = people.find(actor.id);
  if (person === undefined) return `${actor.name} (${actor.id}) is nobody that ops knows`;
  if (isSamePerson(actor, requester, people)) {
    return actor.id === requester.id
      ? `${person.name} asks for it, and approves nothing of that`
      : `${person.name} asks for it, with another account, and approves nothing of that`;
  }
  const found = needs.flatMap((need, index) => (isAmong(need, person.name, people) ? [index] : []));
  if (found.length > 0) return found;
  return `${person.name} is not one of ${[...new Set(needs.flatMap(({ from }) => from))].join(', ')}`;
}

/** The ids of those who may approve, but for whoever asks; none where everybody may. */
export function whomToTell(needs: readonly ApprovalNeed[], requester: Actor, people: People): string[] {
  const but = people.find(requester.id)?.name;
  const named = needs.filter(({ from }) => !from.includes('everyone'));
  const names = new Set(named.flatMap((need) => approversOf(need, people, but)));
  return [...names].flatMap((name) => people.named(name)?.ids ?? []);
}

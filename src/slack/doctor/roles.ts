import type { Context } from '../../context/context.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** Whether the groups answer that give roles. */
export async function roleFindings({ config: { roles }, project }: Context): Promise<Finding[]> {
  const grouped = Object.entries(roles).flatMap(([role, sources]) => (Array.isArray(sources) ? [] : [role]));
  if (grouped.length === 0) return [];
  const { held, doubts } = await project.policy.roles();
  return grouped.map((role) => {
    const doubt = doubts.find((one) => one.role === role);
    const mend = 'until it answers it gives nobody the role, and lifts no rule that denies';
    if (doubt !== undefined) return wrong('roles', `the role ${role} is not known of all: ${doubt.reason}`, mend);
    const people = new Set(held.filter((one) => one.role === role).map(({ person }) => person));
    return fine('roles', `the role ${role}: ${people.size} ${people.size === 1 ? 'person' : 'people'}`);
  });
}

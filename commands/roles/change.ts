import { type Context, type RoleChange, roleKind } from '../../src/index.ts';

/** Says it in the journal, which is where it is kept. */
export async function recordChange(plan: RoleChange, { journal }: Context): Promise<RoleChange> {
  const { change, role, person, ids, undoes, already } = plan;
  if (already !== undefined) return plan;
  const data = change === 'add' ? { change, role, ids } : { change, role, undoes };
  await journal.record({ kind: roleKind, subject: person, data });
  return plan;
}

/** Known from the configuration, so that forms and completion have them. */
export const roleNames = ({ roles }: Context['config']): readonly string[] => Object.keys(roles);

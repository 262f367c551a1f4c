import type { UserGroupOptions } from '../sandbox.ts';
import { namedId } from './ids.ts';
import type { Json, User, UserGroup } from './model.ts';
import type { Workspace } from './workspace.ts';

/** The user groups that were asked for; somebody who is not there is left out. */
export function everyUserGroup(
  wanted: readonly UserGroupOptions[],
  users: ReadonlyMap<string, User>,
  created: number,
): Map<string, UserGroup> {
  const idOf = (nameOrId: string): string[] => {
    const found = [...users.values()].find(({ id, name }) => id === nameOrId || name === nameOrId);
    return found ? [found.id] : [];
  };
  const groups = wanted.map((options): UserGroup => {
    const handle = options.handle.replace(/^@/u, '');
    const { name = handle } = options;
    return { id: namedId('S', handle), handle, name, users: options.users.flatMap(idOf), created };
  });
  return new Map(groups.map((group) => [group.id, group]));
}

export function userGroupNamed({ usergroups }: Workspace, handle: string): UserGroup | undefined {
  for (const group of usergroups.values()) {
    if (group.handle.toLowerCase() === handle.toLowerCase()) return group;
  }
  return undefined;
}

/** A user group as the Web API shows it. */
export function describeUserGroup(
  workspace: Workspace,
  group: UserGroup,
  { users, count }: { users: boolean; count: boolean },
): Json {
  const { id, handle, name, created } = group;
  const creator = workspace.people[0]?.id ?? workspace.bot.userId;
  return {
    ...{ id, team_id: workspace.team.id, is_usergroup: true, is_subteam: true, name, description: '', handle },
    is_external: false,
    date_create: created,
    date_update: created,
    date_delete: 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: creator,
    updated_by: creator,
    deleted_by: null,
    prefs: { channels: [], groups: [] },
    ...(users ? { users: group.users } : {}),
    ...(count ? { user_count: group.users.length } : {}),
  };
}

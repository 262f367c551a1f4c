import type { UserGroupOptions } from '../sandbox.ts';
import { seconds } from './clock.ts';
import { SandboxError, SlackError } from './errors.ts';
import { namedId } from './ids.ts';
import type { Json, UserGroup } from './model.ts';
import type { Workspace } from './workspace.ts';

function memberCalled({ users }: Workspace, nameOrId: string, handle: string): string {
  const found = [...users.values()].find(({ id, name }) => id === nameOrId || name === nameOrId);
  if (found) return found.id;
  const known = [...users.values()].map(({ name }) => name).join(', ');
  throw new SandboxError('invalid', `${nameOrId} of the user group ${handle} is nobody here (known: ${known})`);
}

/** Makes the user groups that were asked for, out of the people who are there. */
export function addUserGroups(workspace: Workspace, wanted: readonly UserGroupOptions[] = []): void {
  for (const options of wanted) {
    const handle = options.handle.replace(/^@/u, '');
    const { name = handle } = options;
    const id = namedId('S', handle);
    const users = options.users.map((user) => memberCalled(workspace, user, handle));
    const created = workspace.usergroups.get(id)?.created ?? seconds(workspace.clock);
    workspace.usergroups.set(id, { id, handle, name, users, created });
  }
}

/** Gives a user group these people in the place of those it has. */
export function regroup({ usergroups, users: people }: Workspace, id: string, users: readonly string[]): UserGroup {
  const group = usergroups.get(id);
  if (!group) throw new SlackError('no_such_subteam');
  if (users.some((user) => !people.has(user))) throw new SlackError('invalid_users');
  const changed = { ...group, users };
  usergroups.set(id, changed);
  return changed;
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

import type { UserGroupOptions } from '../sandbox.ts';
import type { Json, UserGroup } from './model.ts';
import type { Workspace } from './workspace.ts';
/** Makes the user groups that were asked for, out of the people who are there. */
export declare function addUserGroups(workspace: Workspace, wanted?: readonly UserGroupOptions[]): void;
export declare function userGroupNamed({ usergroups }: Workspace, handle: string): UserGroup | undefined;
/** A user group as the Web API shows it. */
export declare function describeUserGroup(workspace: Workspace, group: UserGroup, { users, count }: {
    users: boolean;
    count: boolean;
}): Json;

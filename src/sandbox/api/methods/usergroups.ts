import { SlackError } from '../../state/errors.ts';
import { describeUserGroup, regroup } from '../../state/usergroups.ts';
import { flag, list as listArgument, requiredText } from '../args.ts';
import { type Methods, method, scoped } from './method.ts';

const list = method(({ workspace, args }) => {
  const shown = { users: flag(args, 'include_users'), count: flag(args, 'include_count') };
  return { usergroups: [...workspace.usergroups.values()].map((group) => describeUserGroup(workspace, group, shown)) };
});

const usersList = method(({ workspace, args }) => {
  const group = workspace.usergroups.get(requiredText(args, 'usergroup'));
  if (!group) throw new SlackError('no_such_subteam');
  return { users: group.users };
});

const usersUpdate = method(({ workspace, args }) => {
  const id = requiredText(args, 'usergroup');
  const users = listArgument(args, 'users');
  if (users.length === 0) throw new SlackError('no_users_provided');
  return { usergroup: describeUserGroup(workspace, regroup(workspace, id, users), { users: true, count: true }) };
});

export const userGroupMethods: Methods = {
  ...scoped('usergroups:read', { 'usergroups.list': list, 'usergroups.users.list': usersList }),
  ...scoped('usergroups:write', { 'usergroups.users.update': usersUpdate }),
};

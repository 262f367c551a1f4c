import { SlackError } from '../../state/errors.ts';
import { describeUserGroup } from '../../state/usergroups.ts';
import { flag, requiredText } from '../args.ts';
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

export const userGroupMethods: Methods = scoped('usergroups:read', {
  'usergroups.list': list,
  'usergroups.users.list': usersList,
});

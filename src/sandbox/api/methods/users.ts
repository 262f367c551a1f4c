import { seconds } from '../../state/clock.ts';
import { describeUser } from '../../state/describe.ts';
import { SlackError } from '../../state/errors.ts';
import type { Json, User } from '../../state/model.ts';
import { requiredText } from '../args.ts';
import { page } from '../paging.ts';
import { hasScope } from '../scopes.ts';
import { type Methods, method, type Spoken, scoped } from './method.ts';

const described = ({ workspace, speaker }: Spoken, user: User): Json =>
  describeUser(workspace, user, hasScope(workspace, speaker, 'users:read.email'));

const info = method((context) => {
  const user = context.workspace.users.get(requiredText(context.args, 'user'));
  if (!user) throw new SlackError('user_not_found');
  return { user: described(context, user) };
});

const list = method((context) => {
  const { workspace, args } = context;
  const { items, metadata } = page([...workspace.users.values()], args, { usual: 1000, most: 1000 }, ({ id }) => id);
  const members = items.map((user) => described(context, user));
  return { members, cache_ts: seconds(workspace.clock), response_metadata: metadata };
});

const lookupByEmail = method((context) => {
  const wanted = requiredText(context.args, 'email').toLowerCase();
  const user = [...context.workspace.users.values()].find(({ email }) => email?.toLowerCase() === wanted);
  if (!user) throw new SlackError('users_not_found');
  return { user: described(context, user) };
});

export const userMethods: Methods = {
  ...scoped('users:read', { 'users.info': info, 'users.list': list }),
  ...scoped('users:read.email', { 'users.lookupByEmail': lookupByEmail }),
};

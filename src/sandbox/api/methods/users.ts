import { seconds } from '../../state/clock.ts';
import { describeUser } from '../../state/describe.ts';
import { SlackError } from '../../state/errors.ts';
import { requiredText } from '../args.ts';
import { page } from '../paging.ts';
import { type Methods, method } from './method.ts';

const info = method(({ workspace, args }) => {
  const user = workspace.users.get(requiredText(args, 'user'));
  if (!user) throw new SlackError('user_not_found');
  return { user: describeUser(workspace, user) };
});

const list = method(({ workspace, args }) => {
  const { items, metadata } = page([...workspace.users.values()], args, { usual: 1000, most: 1000 }, ({ id }) => id);
  const members = items.map((user) => describeUser(workspace, user));
  return { members, cache_ts: seconds(workspace.clock), response_metadata: metadata };
});

export const userMethods: Methods = { 'users.info': info, 'users.list': list };

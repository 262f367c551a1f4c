import type { SlackConfig } from '../../context/config.ts';
import { type Call, openCalls, type SignInOptions } from './client.ts';

/** The people of a user group, as `T…/U…`. Throws where Slack does not say. */
export async function readGroup(
  slack: SlackConfig,
  group: string,
  options: Pick<SignInOptions, 'proxy' | 'timeout'>,
): Promise<string[]> {
  const call = await openCalls(slack, options);
  const [team, users] = await Promise.all([teamOf(call), usersOf(group, call)]);
  return users.map((user) => `${team}/${user}`);
}

async function teamOf(call: Call): Promise<string> {
  const { team_id: team } = await call('auth.test', {});
  if (typeof team !== 'string' || team === '') throw new Error('Slack does not say which workspace it is');
  return team;
}

async function usersOf(group: string, call: Call): Promise<unknown[]> {
  const { users } = await call('usergroups.users.list', { usergroup: group });
  if (!Array.isArray(users)) throw new Error(`Slack does not say who is in ${group}`);
  return users;
}

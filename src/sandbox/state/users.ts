import type { PersonOptions } from '../sandbox.ts';
import { namedId } from './ids.ts';
import type { User } from './model.ts';
import type { Bot, Team } from './workspace.ts';

/** `jane.doe` → Jane Doe */
const writtenName = (name: string): string =>
  name
    .split(/[._-]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ') || name;

export const personId = ({ name, id }: PersonOptions): string => id ?? namedId('U', name);

export function personOf(options: PersonOptions, team: Team): User {
  const { name, realName = writtenName(name), email = `${name}@${team.domain}.example`, title } = options;
  return { id: personId(options), name, realName, email, isBot: false, ...(title === undefined ? {} : { title }) };
}

/** The people, and the app's bot after them. */
export function everyUser(people: readonly PersonOptions[], team: Team, bot: Bot): Map<string, User> {
  const app: User = { id: bot.userId, name: bot.name, realName: bot.name, isBot: true };
  const users = [...people.map((options) => personOf(options, team)), app];
  return new Map(users.map((user) => [user.id, user]));
}

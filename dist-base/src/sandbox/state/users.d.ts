import type { PersonOptions } from '../sandbox.ts';
import type { User } from './model.ts';
import type { Bot, Team } from './workspace.ts';
export declare const personId: ({ name, id }: PersonOptions) => string;
export declare function personOf(options: PersonOptions, team: Team): User;
/** The people, and the app's bot after them. */
export declare function everyUser(people: readonly PersonOptions[], team: Team, bot: Bot): Map<string, User>;

import { type Account, type Config, type Context, nearest, OpsError, type Tickets } from '../../src/index.ts';

/** What the configuration calls whoever asks: a person has several accounts. */
export function askingPerson({ actor, config }: Pick<Context, 'actor' | 'config'>): string | undefined {
  const [kind = '', one = '', two = ''] = actor.id.split(':');
  const isTheirs = ([, { slack, os }]: [string, Config['people'][string]]): boolean =>
    (kind === 'slack' && slack.includes(`${one}/${two}`)) || (kind === 'os' && os.includes(`${one}:${two}`));
  return Object.entries(config.people).find(isTheirs)?.[0];
}

/** What the configuration calls whom a line names: `mary`, `Mary`, `@mary`, and in a room a mention of her. */
export function personNamed(
  typed: string,
  { config: { people }, origin }: Pick<Context, 'config' | 'origin'>,
): string | undefined {
  const [, member] = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed) ?? [];
  if (member !== undefined) {
    const id = origin.type === 'room' ? `${origin.team}/${member}` : undefined;
    return Object.entries(people).find(([, { slack }]) => id !== undefined && slack.includes(id))?.[0];
  }
  const name = typed.replace(/^@/, '');
  if (Object.hasOwn(people, name)) return name;
  return Object.keys(people).find((one) => one.toLowerCase() === name.toLowerCase());
}

/** Whether an account is one of those that somebody has: a person may have several, and names count in any case. */
export function isOneOf(account: Pick<Account, 'id'> | undefined, ids: readonly string[]): boolean {
  return account !== undefined && ids.some((id) => id.toLowerCase() === account.id.toLowerCase());
}

/** The account of whoever asks, and never that of the token. */
export function askingAccount(context: Pick<Context, 'actor' | 'config'>): Pick<Account, 'id' | 'name'> {
  const name = askingPerson(context);
  if (name !== undefined) return accountNamed(name, context.config);
  throw new OpsError('config', `nobody under people is ${context.actor.name}, so their tickets are nobody's`, {
    hint: 'ops whoami says who that is; add them to people in .chatopsrc, with jira:',
  });
}

/** Throws `usage` where nobody is called so. */
export function requirePerson(typed: string, context: Pick<Context, 'config' | 'origin'>): string {
  const name = personNamed(typed, context);
  if (name !== undefined) return name;
  const names = Object.keys(context.config.people);
  const [near] = nearest(typed, names, 1);
  throw new OpsError('usage', `nobody under people is called ${typed}`, {
    hint: near === undefined ? `people are: ${names.join(', ')}` : `did you mean ${near}?`,
  });
}

/** The account of a person of the configuration. */
export function accountNamed(name: string, { people }: Pick<Config, 'people'>): Pick<Account, 'id' | 'name'> {
  const [id] = (Object.hasOwn(people, name) ? people[name]?.jira : undefined) ?? [];
  if (id !== undefined) return { id, name };
  throw new OpsError('config', `${name} has no account of Jira in the configuration`, {
    hint: `add people.${name}.jira to .chatopsrc: an account id of Jira Cloud, a user name of Jira Server`,
  });
}

/** Somebody who was named: a person of the configuration, else the only account that the words find. */
export async function namedAccount(
  typed: string,
  tickets: Tickets,
  context: Pick<Context, 'config' | 'origin'>,
): Promise<Pick<Account, 'id' | 'name'>> {
  const person = personNamed(typed, context);
  if (person !== undefined) return accountNamed(person, context.config);
  const name = typed.replace(/^@/, '');
  const found = await tickets.accounts(name, 10);
  const [only] = found;
  const exact = found.filter((one) => one.name.toLowerCase() === name.toLowerCase() || one.id === name);
  if (exact.length === 1 && exact[0] !== undefined) return exact[0];
  if (only !== undefined && found.length === 1) return only;
  throw new OpsError(
    'usage',
    `${tickets.system} knows ${only === undefined ? 'nobody' : 'several people'} by "${typed}"`,
    {
      hint:
        only === undefined
          ? 'a name under people, or how the system calls them'
          : found.map((one) => one.name).join(', '),
    },
  );
}

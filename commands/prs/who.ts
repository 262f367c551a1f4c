import { accountOwners, type Config, type Context, OpsError, type Pull } from '../../src/index.ts';

/** Somebody of GitHub. */
export interface Who {
  /** Null where the account is gone. */
  login: string | null;
  /** By the name that the configuration has for them. */
  person: string | null;
}

/** A pull request with the people behind its accounts; null is what is not known, or not there. */
export interface KnownPull extends Omit<Pull, 'author' | 'votes' | 'waitsFor' | keyof Unsure> {
  author: Who;
  votes: readonly (Who & Pick<Pull['votes'][number], 'vote'>)[];
  waitsFor: readonly Who[];
  relation: NonNullable<Pull['relation']> | null;
  checks: NonNullable<Pull['checks']> | null;
  hasConflicts: boolean | null;
}

type Unsure = Pick<Pull, 'relation' | 'checks' | 'hasConflicts'>;

export function withPeople(pull: Pull, people: Config['people']): KnownPull {
  const ownerOf = accountOwners('github', people);
  const who = (login: string | undefined): Who => ({
    login: login ?? null,
    person: (login === undefined ? undefined : ownerOf(login)) ?? null,
  });
  return {
    ...pull,
    author: who(pull.author),
    votes: pull.votes.map(({ by, vote }) => ({ ...who(by), vote })),
    waitsFor: pull.waitsFor.map(who),
    relation: pull.relation ?? null,
    checks: pull.checks ?? null,
    hasConflicts: pull.hasConflicts ?? null,
  };
}

/** As GitHub calls those whose account is gone. */
export const nameOf = ({ login, person }: Who): string => person ?? login ?? 'ghost';

/** The logins of whoever asks, or why they are not known. */
export interface Me {
  logins: readonly string[];
  doubt: string | undefined;
}

export function meIn({ config, project }: Pick<Context, 'config' | 'project'>): Me {
  const { person } = project.policy;
  if (person === undefined) return { logins: [], doubt: 'who you are on GitHub: the configuration does not know you' };
  const logins = config.people[person]?.github ?? [];
  return { logins, doubt: logins.length === 0 ? `who you are on GitHub: people.${person} has no github` : undefined };
}

/** Where it cannot be answered without knowing who asks. */
export function requireMe({ doubt }: Me, { project }: Pick<Context, 'project'>): void {
  if (doubt === undefined) return;
  const { person } = project.policy;
  const hint =
    person === undefined
      ? 'ops whoami shows what an administrator adds to .chatopsrc; with github: and your login'
      : `add github: and your login to people.${person} in .chatopsrc`;
  throw new OpsError('config', `it is not known ${doubt}`, { hint });
}

/** The logins of a person of the configuration, or the login itself. */
export function loginsOf(typed: string, { people }: Pick<Config, 'people'>): readonly string[] {
  const known = Object.hasOwn(people, typed) ? (people[typed]?.github ?? []) : [];
  return known.length === 0 ? [typed] : known;
}

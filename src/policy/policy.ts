import { nearest } from '../command/suggest.ts';
import type { LoadedConfig } from '../context/config.ts';
import type { RuleConfig } from '../context/config-policy.ts';
import { OpsError } from '../context/errors.ts';
import { isAdministrator } from './administrator.ts';
import { couldAllow, decide, refusalOf } from './decide.ts';
import { type Explained, explain } from './explain.ts';
import { withFreezes } from './freeze.ts';
import { type Need, needsOf } from './needs.ts';
import { createPeople, type People, type Person } from './people.ts';
import type { Request } from './request.ts';
import { administratorsOf } from './roles.ts';
import { createRules, isAbout, type Kind, type Rule } from './rules.ts';

export type Decision =
  | {
      allowed: true;
      rule: string;
      /** What it takes besides: all of it. */
      needs: readonly Need[];
    }
  | Refused;

export interface Refused {
  allowed: false;
  /** Undefined where none allows it. */
  rule: string | undefined;
  /** Who is refused. */
  who: string;
  reason: string;
  /** Who may, who can grant it, and how. */
  hint: string;
}

export type Policy = (request: Request) => Decision | Promise<Decision>;

/** The rules of a project, ready to decide. */
export interface Rules {
  people: People;
  /** By what the configuration alone says: roles that other systems give are not known. */
  decide: Policy;
  /** For a person whose roles were asked for, or undefined for a stranger. */
  decideFor(person: Person | undefined, request: Request): Decision;
  /** Whether somebody might run some line of a command. */
  mayRun(person: Person | undefined, kind: Kind): boolean;
  /** Why not; undefined where they might. */
  refusal(person: Person | undefined, kind: Kind & Explained): Refused | undefined;
  /** Whether somebody may give any role to anybody. */
  administers(person: Person): boolean;
  /** Roles that rules about such lines speak of; about all lines, where none is given. */
  rolesAbout(kind?: Kind): ReadonlySet<string>;
}

/**
 * Where no policy is configured, a terminal is open to whoever can start `ops` there, and everything else is closed: a
 * room has people in it whom nobody has named.
 */
export const withoutPolicy: Policy = ({ origin, actor }) =>
  origin.type === 'terminal'
    ? { allowed: true, rule: 'no policy is configured', needs: [] }
    : {
        ...{ allowed: false, rule: undefined, who: actor.name, reason: 'no "policy" is configured' },
        hint: 'add people and a policy to .chatopsrc: ops init writes a first one, .chatopsrc.example explains it',
      };

const opened = new WeakMap<LoadedConfig, Rules>();

/** `names` are those of all commands: a rule about one that is not there would be a rule about nothing. */
export function openRules(loaded: LoadedConfig, names: readonly string[]): Rules {
  const { policy } = loaded.config;
  if (policy !== undefined) refuseUnknownCommands(policy, names, fileOf(loaded));
  const known = opened.get(loaded);
  if (known !== undefined) return known;
  const people = createPeople(loaded.config);
  const ruled =
    policy === undefined ? openTo(people) : ruledBy(createRules(policy, loaded.config.environments), people, loaded);
  const made = withFreezes(ruled, loaded.config.environments);
  opened.set(loaded, made);
  return made;
}

function openTo(people: People): Rules {
  return {
    people,
    decide: withoutPolicy,
    decideFor: (_person, request) => withoutPolicy(request) as Decision,
    mayRun: (_person, { origin }) => origin.type === 'terminal',
    refusal: (_person, { origin, actor }) => {
      const decision = withoutPolicy({ origin, actor } as Request) as Decision;
      return decision.allowed ? undefined : decision;
    },
    administers: () => false,
    rolesAbout: () => new Set(),
  };
}

const fileOf = ({ file = '.chatopsrc' }: LoadedConfig): string => file.slice(file.lastIndexOf('/') + 1);

function ruledBy(rules: readonly Rule[], people: People, loaded: LoadedConfig): Rules {
  const { config } = loaded;
  const about = { file: fileOf(loaded), roles: config.roles, administrators: administratorsOf(config) };
  const decideFor = (person: Person | undefined, request: Request): Decision => {
    const unknown = unknownEnvironment(request, Object.keys(config.environments));
    if (unknown !== undefined) return explain({ unknown }, request, person, about);
    const ruling = decide(rules, request, person);
    if (!ruling.allowed) return explain(ruling, request, person, about);
    return {
      allowed: true,
      rule: ruling.rule.name,
      needs: ruling.asking.flatMap((rule) => needsOf(rule, request.command)),
    };
  };
  return {
    people,
    decideFor,
    decide: (request) => decideFor(people.find(request.actor.id), request),
    mayRun: (person, kind) => couldAllow(rules, kind, person),
    refusal: (person, kind) => {
      const refusal = refusalOf(rules, kind, person);
      return refusal && explain(refusal, kind, person, about);
    },
    administers: (person) => isAdministrator(rules, person),
    rolesAbout: (kind) =>
      new Set(rules.filter((rule) => kind === undefined || isAbout(rule, kind)).flatMap(({ who }) => [...who])),
  };
}

/** What only looks like an environment's name must not pass the rules about that one. */
function unknownEnvironment({ environments }: Request, known: readonly string[]): string | undefined {
  return known.length === 0 ? undefined : environments.find((name) => !known.includes(name));
}

function refuseUnknownCommands(policy: readonly RuleConfig[], names: readonly string[], file: string): void {
  for (const [index, { commands = [] }] of policy.entries()) {
    const wrong = commands.find((name) => !name.endsWith('*') && !names.includes(name));
    if (wrong === undefined) continue;
    const [near] = nearest(wrong, names, 1);
    const suggestion = near === undefined ? '' : `, did you mean "${near}"?`;
    const message = `${file}: policy.${index}.commands: expected the name of a command, got "${wrong}"${suggestion}`;
    throw new OpsError('config', message, { hint: 'ops help lists them' });
  }
}

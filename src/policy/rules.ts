import type { InputValue } from '../command/define.ts';
import type { Config } from '../context/config.ts';
import type { RuleConfig, RuleValue } from '../context/config-policy.ts';
import { OpsError } from '../context/errors.ts';
import { isFileInput } from '../context/file-input.ts';
import type { Person } from './people.ts';
import type { Request } from './request.ts';
import { administrators } from './roles.ts';
import { matchesPattern, matchesValue } from './values.ts';
import { isWithin } from './window.ts';

export interface Rule {
  /** Its name, or where it stands: `policy.2`. */
  name: string;
  verb: 'allow' | 'deny' | 'ask';
  /** As it is written. */
  config: RuleConfig;
  who: ReadonlySet<string>;
  /** What it says of arguments and options. */
  values: readonly (readonly [string, readonly RuleValue[]])[];
}

/** What is known of a line before its words are. */
export type Kind = Pick<Request, 'command' | 'effect' | 'origin'>;

export function createRules(policy: readonly RuleConfig[], environments: Config['environments'] = {}): Rule[] {
  const named = policy.map((config, index) => ({ ...config, name: config.name ?? `policy.${index}` }));
  return [...named, ...[...named, ...overridesOf(environments)].flatMap(answersTo)].map((config) => ({
    name: config.name,
    verb: verbOf(config),
    config,
    who: new Set(config.deny ?? config.ask ?? config.allow),
    values: [...Object.entries(config.args ?? {}), ...Object.entries(config.options ?? {})],
  }));
}

interface Asking {
  name: string;
  approvals?: { from: readonly string[] } | undefined;
}

/** Who is asked whether a freeze is to be overridden. */
function overridesOf(environments: Config['environments']): Asking[] {
  return Object.entries(environments).flatMap(([environment, { freeze = [] }]) =>
    freeze.map(({ override }, index) => ({ name: `environments.${environment}.freeze.${index}`, approvals: override })),
  );
}

/** Whoever is asked for an approval may answer: what they have a say in is looked at there. */
function answersTo({ name, approvals }: Asking): (RuleConfig & { name: string })[] {
  return approvals === undefined ? [] : [{ name, allow: [...approvals.from], commands: [...answeringCommands] }];
}

function verbOf({ deny, ask }: RuleConfig): Rule['verb'] {
  if (deny !== undefined) return 'deny';
  return ask === undefined ? 'allow' : 'ask';
}

/** How closely a rule names a person: by name, by role, with all; 0 where it does not mean them. */
export function whoRank(rule: Rule, person: Person | undefined, command: string): number {
  const { who, verb } = rule;
  if (verb === 'allow' && !mayGrant(rule, person, command)) return 0;
  if (person === undefined) return who.has('strangers') ? 1 : 0;
  if (who.has(person.name)) return 3;
  for (const role of person.roles) if (who.has(role)) return 2;
  if (verb !== 'allow') for (const role of person.unsure.keys()) if (who.has(role)) return 2;
  return who.has('everyone') ? 1 : 0;
}

/** What gives roles away, and takes them. */
export const grantingCommands: readonly string[] = ['role-add', 'role-remove'];

/**
 * Who may do everything may not therefore make others able to: that takes a rule for the role `admin`, or one that names
 * the command, and a person or a role.
 */
function mayGrant({ who, config }: Rule, person: Person | undefined, command: string): boolean {
  if (!grantingCommands.includes(command)) return true;
  if (person === undefined) return false;
  if (person.roles.has(administrators) && who.has(administrators)) return true;
  return namesCommand(config, command) && (who.has(person.name) || [...person.roles].some((role) => who.has(role)));
}

/** Whether a rule could let anybody run that command. */
export const isForOthers = ({ who, config }: Rule, command: string): boolean =>
  !grantingCommands.includes(command) || who.has(administrators) || namesCommand(config, command);

/** What answers a request takes no approval itself, unless a rule names it: nobody could ever say yes. */
export const isAnswer = ({ config }: Rule, command: string): boolean =>
  answeringCommands.includes(command) && !namesCommand(config, command);

const answeringCommands: readonly string[] = ['approve', 'deny'];

const namesCommand = ({ commands = [] }: RuleConfig, command: string): boolean =>
  commands.some((pattern) => pattern !== '*' && matchesPattern(pattern, command));

/** How closely a rule names a line's command; 0 where it is about others. */
export function commandRank({ commands }: RuleConfig, name: string): number {
  if (commands === undefined) return 1;
  if (commands.includes(name)) return 3;
  return commands.some((pattern) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1))) ? 2 : 0;
}

/** Whether a rule is about this kind of line, whatever its words. */
export function isAbout({ config }: Rule, { command, effect, origin }: Kind): boolean {
  if (commandRank(config, command) === 0) return false;
  if (config.effect !== undefined && config.effect !== effect) return false;
  if (config.origin !== undefined && config.origin !== origin.type) return false;
  return config.rooms === undefined || (origin.type === 'room' && config.rooms.includes(origin.channel));
}

/** Whether a rule holds for all lines of a kind, at all times. */
export function isUnconditional({ config }: Rule): boolean {
  return !['environments', 'args', 'options', 'when'].some((key) => Object.hasOwn(config, key));
}

/** Whether all that a rule says of a line holds, but for who it is about. */
export function holds(rule: Rule, request: Request): boolean {
  if (!isAbout(rule, request)) return false;
  const { environments, when } = rule.config;
  // What is denied, or asked, for one of several is so; what is allowed must be so for each.
  const every = (found: readonly string[], test: (one: string) => boolean): boolean =>
    rule.verb === 'allow' ? found.length > 0 && found.every(test) : found.some(test);
  if (environments !== undefined && !every(request.environments, (one) => environments.includes(one))) return false;
  if (!rule.values.every(([name, wanted]) => valueHolds(rule, request, name, wanted))) return false;
  return when === undefined || isWithin(when, request.at);
}

function valueHolds(rule: Rule, { command, input }: Request, name: string, wanted: readonly RuleValue[]): boolean {
  if (!Object.hasOwn(input, name)) return refuseUnknown(rule, command, name);
  const value: InputValue = input[name];
  if (value === undefined) return false;
  // Of a file, a rule knows the name.
  const words = [value].flat().map((one) => (isFileInput(one) ? one.name : one));
  const test = (one: string | number | boolean): boolean => matchesValue(wanted, one);
  return rule.verb === 'allow' ? words.length > 0 && words.every(test) : words.some(test);
}

/** A slip in a rule about one command would make it a rule about nothing. */
function refuseUnknown({ name: rule, config }: Rule, command: string, name: string): false {
  if (config.commands?.length !== 1 || config.commands[0] !== command) return false;
  throw new OpsError('config', `the rule ${rule} is about "${name}", which ${command} does not take`, {
    hint: `ops help ${command}`,
  });
}

/** Of rules that apply, the one with the highest explains. */
export function specificity(rule: Rule, { command }: Request, person: Person | undefined): number {
  const { effect, environments, rooms, origin, when } = rule.config;
  const conditions = [effect, environments, rooms, origin, when].filter((one) => one !== undefined).length;
  return whoRank(rule, person, command) + commandRank(rule.config, command) + conditions + rule.values.length;
}

import type { ArgDefinition, ArgDefinitions, Example, OptionDefinition, OptionDefinitions } from './define.ts';
import type { Fail } from './script-fields.ts';

/** Options that every command takes already. */
export const takenOptions: readonly string[] = [
  'json',
  'dry-run',
  'yes',
  'confirm',
  'queue',
  'override',
  'config',
  'timeout',
  'wait',
  'debug',
  'no-color',
  'form',
  'version',
  'help',
];
export const takenLetters: readonly string[] = ['y', 'h'];

export function checkArgs(args: ArgDefinitions, fail: Fail): void {
  const entries = Object.entries(args);
  entries.forEach(([name, arg], index) => {
    if (arg.variadic && index < entries.length - 1) fail(`args.${name}.variadic`, 'false, since others follow', true);
    const before = entries[index - 1];
    if (arg.required && before !== undefined && !before[1].required) {
      fail(`args.${name}.required`, `false, since ${before[0]} before it may be left out`, true);
    }
    checkChoice(`args.${name}.default`, arg, fail);
  });
}

export function checkOptions(options: OptionDefinitions, args: ArgDefinitions, fail: Fail): void {
  const letters = new Set(takenLetters);
  for (const [name, option] of Object.entries(options)) {
    if (takenOptions.includes(name)) fail(`options.${name}`, 'called otherwise, since every command has it', name);
    if (Object.hasOwn(args, name)) fail(`options.${name}`, 'called otherwise than an argument', name);
    if (option.short !== undefined && letters.has(option.short))
      fail(`options.${name}.short`, 'a letter that is free', option.short);
    if (option.short !== undefined) letters.add(option.short);
    checkDefault(`options.${name}.default`, option, fail);
    checkChoice(`options.${name}.default`, option, fail);
  }
}

const defaultTypes = {
  string: 'string',
  integer: 'number',
  duration: 'number',
  boolean: 'boolean',
  date: 'string',
  file: 'nothing',
} as const;

function checkDefault(key: string, { type = 'string', default: value }: OptionDefinition, fail: Fail): void {
  if (value === undefined) return;
  if (type === 'file') fail(key, 'left out: a file has no default', value);
  const isRight = typeof value === defaultTypes[type] && (typeof value !== 'number' || Number.isInteger(value));
  if (!isRight) fail(key, type === 'duration' ? 'milliseconds' : `a ${type}`, value);
}

function checkChoice(
  key: string,
  { choices, default: value }: Pick<OptionDefinition, 'choices' | 'default'>,
  fail: Fail,
): void {
  if (value === undefined || !Array.isArray(choices) || choices.includes(value)) return;
  fail(key, `one of ${choices.join(', ')}`, value);
}

/** What guards an environment asks for one name: of a list, or of anything else than text, it would ask for none. */
export function checkEnvironment(name: string, args: ArgDefinitions, options: OptionDefinitions, fail: Fail): void {
  const {
    type = 'string',
    variadic,
    repeat,
  }: ArgDefinition & OptionDefinition = { ...args[name], ...options[name] } as ArgDefinition & OptionDefinition;
  if (type !== 'string' || variadic || repeat) fail('environment', 'an argument or an option that is one word', name);
}

export function checkExamples(examples: readonly Example[], name: string, fail: Fail): void {
  examples.forEach(({ line }, index) => {
    const typed = line.replaceAll(/\s+/g, '-');
    if (typed === `ops-${name}` || typed.startsWith(`ops-${name}-`)) return;
    fail(`examples.${index}.line`, `a line of "ops ${name}"`, line);
  });
}

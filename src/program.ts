import { CommanderError, Option, Command as Program } from 'commander';
import { type Command, type OptionDefinitions, takesLine } from './command/define.ts';
import { parseDuration } from './command/duration.ts';
import { helpLine, type RawInput } from './command/input.ts';
import { nearest } from './command/suggest.ts';
import { OpsError } from './context/errors.ts';

/** What every command takes. */
export const globalOptions = {
  json: { type: 'boolean', summary: 'Print one JSON object' },
  'dry-run': { type: 'boolean', summary: 'Show what would be done and stop' },
  yes: { type: 'boolean', short: 'y', summary: 'Answer yes to the confirmation' },
  confirm: { summary: 'Name the protected environment that is meant', value: 'environment' },
  queue: { type: 'boolean', summary: 'Wait in line while it is locked' },
  override: { summary: 'Say why it is to run in spite of a freeze', value: 'reason' },
  config: { summary: 'Read this configuration file', value: 'file' },
  timeout: { type: 'duration', summary: 'Stop after this time (90s, 10m, 2h)' },
  wait: { type: 'boolean', summary: 'Wait for the approvals that it takes, without a person too' },
  debug: { type: 'boolean', summary: 'Say more when something fails' },
  'no-color': { type: 'boolean', summary: 'Print without colour' },
  form: { type: 'boolean', summary: 'Fill in the words in a form' },
  version: { type: 'boolean', summary: 'Print the version' },
  help: { type: 'boolean', short: 'h', summary: 'Show help' },
} as const satisfies OptionDefinitions;

export interface Globals {
  json: boolean;
  dryRun: boolean;
  yes: boolean;
  confirm: string | undefined;
  queue: boolean;
  override: string | undefined;
  config: string | undefined;
  /** Milliseconds; 0 is no limit. */
  timeout: number | undefined;
  debug: boolean;
  wait: boolean;
  color: boolean;
  form: boolean;
  help: boolean;
}

type Values = Record<string, (string | true)[]>;

/** Reads the options before the command's name; the words from the name on are untouched. */
export function parseLeading(argv: readonly string[]): { values: Values; words: readonly string[] } {
  // Most lines begin with a name: nothing stands before it.
  if (argv[0]?.startsWith('-') !== true) return { values: {}, words: argv };
  const program = newProgram(globalOptions).argument('[words...]').passThroughOptions();
  return guard('ops', globalOptions, () => {
    program.parse(argv, { from: 'user' });
    return { values: program.opts<Values>(), words: program.args };
  });
}

/** Reads the words after the command's name. A fresh program for each line: a program keeps state. */
export function parseCommand(command: Command, words: readonly string[]): RawInput & { globals: Values } {
  // Words without a dash are what they are.
  if (!words.some((word) => word.startsWith('-'))) return { operands: [...words], options: {}, globals: {} };
  const own = command.options ?? {};
  const program = newProgram({});
  const subcommand = program.command(command.name).argument('[words...]').helpOption(false);
  for (const [name, option] of Object.entries({ ...globalOptions, ...own }))
    subcommand.addOption(toOption(name, option));
  if (takesLine(command)) subcommand.passThroughOptions();
  return guard(command.name, { ...globalOptions, ...own }, () => {
    program.parse([command.name, ...words], { from: 'user' });
    const given = subcommand.options.flatMap((option) => {
      const values = subcommand.getOptionValue(option.attributeName()) as (string | true)[] | undefined;
      return values === undefined ? [] : [[option.long?.slice(2) ?? '', values] as const];
    });
    const isOwn = ([name]: readonly [string, unknown]): boolean => name in own;
    return {
      operands: subcommand.args,
      options: Object.fromEntries(given.filter(isOwn)),
      globals: Object.fromEntries(given.filter((entry) => !isOwn(entry))),
    };
  });
}

/** What was said before the command's name and after it, as one. */
export function readGlobals(...said: readonly Values[]): Globals {
  const all = (name: string): (string | true)[] => said.flatMap((values) => values[name] ?? []);
  const is = (name: keyof typeof globalOptions): boolean => all(name).length > 0;
  const one = (name: 'config' | 'timeout' | 'confirm' | 'override'): string | undefined => {
    const values = all(name);
    if (values.length > 1)
      throw new OpsError('usage', `--${name} was given ${values.length} times`, { hint: 'give it once' });
    return values[0] === true ? undefined : values[0];
  };
  if (is('version'))
    throw new OpsError('usage', '--version stands alone: it is the version of ops', { hint: 'ops --version' });
  const timeout = one('timeout');
  return {
    json: is('json'),
    dryRun: is('dry-run'),
    yes: is('yes'),
    confirm: one('confirm'),
    queue: is('queue'),
    override: one('override'),
    config: one('config'),
    timeout: timeout === undefined ? undefined : parseDuration(timeout, '--timeout'),
    debug: is('debug'),
    wait: is('wait'),
    color: !is('no-color'),
    form: is('form'),
    help: is('help'),
  };
}

function newProgram(options: OptionDefinitions): Program {
  const program = new Program('ops').exitOverride().helpOption(false).helpCommand(false).enablePositionalOptions();
  program.configureOutput({ writeOut: () => {}, writeErr: () => {} }).showSuggestionAfterError(false);
  for (const [name, option] of Object.entries(options)) program.addOption(toOption(name, option));
  return program;
}

function toOption(name: string, option: OptionDefinitions[string]): Option {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  const flags = option.type === 'boolean' ? `${short}--${name}` : `${short}--${name} <value>`;
  // commander would read --no-color as the opposite of a --color; here every option is what it says.
  const made = new Option(flags);
  made.negate = false;
  made.attributeName = () => name;
  made.argParser((value: string, before: unknown) => [...((before as string[] | undefined) ?? []), value]);
  if (option.type === 'boolean') made.preset('true');
  return made;
}

function guard<Result>(owner: string, options: OptionDefinitions, parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    if (error instanceof CommanderError) throw usageError(owner, Object.keys(options), error);
    throw error;
  }
}

function usageError(owner: string, names: readonly string[], error: CommanderError): OpsError {
  const hint = helpLine({ name: owner === 'ops' ? '' : owner }).trim();
  const subject = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') {
    const name = subject.replace(/^-+/, '').replace(/=.*$/s, '');
    if (names.includes(name) && !subject.startsWith('--')) {
      return new OpsError('usage', `-${name} is not a short form here`, { hint: `--${name}` });
    }
    if (names.includes(name)) return new OpsError('usage', `--${name} takes no value`, { hint: `--${name}` });
    const [near] = nearest(name, names, 1);
    const message = `${owner} has no option ${subject.replace(/=.*$/s, '')}`;
    return new OpsError('usage', message, { hint: near === undefined ? hint : `did you mean --${near}?` });
  }
  if (error.code === 'commander.optionMissingArgument') {
    return new OpsError('usage', `${subject.replace(/ <value>$/, '').replace(/^-\w, /, '')} needs a value`, { hint });
  }
  return new OpsError('usage', error.message.replace(/^error: /, ''), { hint });
}

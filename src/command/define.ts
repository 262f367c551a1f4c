import type { Block } from '../context/blocks.ts';
import type { Config } from '../context/config.ts';
import type { Context } from '../context/context.ts';
import type { FileInput } from '../context/file-input.ts';

export type Choices = readonly string[] | ((config: Config) => readonly string[]);

/** What is checked of a file before a command gets it. */
export interface FileRules {
  /** Endings and types: `.csv`, `text/csv`, `image/*`. @default any */
  accept?: readonly string[];
  /** The largest: `5MB`. @default `files.largest` of the configuration */
  size?: string | number;
}

/** A positional argument. They are filled in the order in which they are declared. */
export interface ArgDefinition extends FileRules {
  summary: string;
  /** A file is named by its path in a terminal; in a room it is attached to the message. @default 'string' */
  type?: 'string' | 'file';
  /** @default false */
  required?: boolean;
  /** Takes all remaining words; only the last argument may. @default false */
  variadic?: boolean;
  /** With `variadic`: from the first argument on, options are taken as words too. @default false */
  verbatim?: boolean;
  /** Its words are one text, of a line or of several: a form has one input for it. */
  text?: 'line' | 'lines';
  choices?: Choices;
  default?: string;
}

/** An option: `--name value`, or `--name` alone for a boolean. */
export interface OptionDefinition extends FileRules {
  summary: string;
  /**
   * A duration is typed as `90s`, `10m`, `2h`, `1d` and arrives in milliseconds; a date as `2026-01-31` and arrives as
   * that text. @default 'string'
   */
  type?: 'string' | 'integer' | 'boolean' | 'duration' | 'date' | 'file';
  /** May be given several times; its value is a list. Not for a boolean. @default false */
  repeat?: boolean;
  /** It may have several lines: a form has room for them. */
  text?: 'lines';
  /** One letter: `-r`. */
  short?: string;
  required?: boolean;
  choices?: Choices;
  default?: string | number | boolean;
  /** Never recorded and never shown. @default false */
  secret?: boolean;
  /** What stands for the value in help. @default the type */
  value?: string;
}

export type ArgDefinitions = Readonly<Record<string, ArgDefinition>>;
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type ArgType<Arg extends ArgDefinition> = Arg extends { type: 'file' } ? FileInput : string;

type ArgValue<Arg extends ArgDefinition> = Arg extends { variadic: true }
  ? ArgType<Arg>[]
  : Arg extends { required: true } | { default: string }
    ? ArgType<Arg>
    : ArgType<Arg> | undefined;

type OptionType<Option extends OptionDefinition> = Option extends { type: 'boolean' }
  ? boolean
  : Option extends { type: 'integer' | 'duration' }
    ? number
    : Option extends { type: 'file' }
      ? FileInput
      : string;

type OptionValue<Option extends OptionDefinition> = Option extends { repeat: true }
  ? OptionType<Option>[]
  : OneValue<Option>;

type OneValue<Option extends OptionDefinition> = Option extends
  | { required: true }
  | { type: 'boolean' }
  | { default: string | number }
  ? OptionType<Option>
  : OptionType<Option> | undefined;

/** What a line's words become: one typed value an argument and option, under the names they were declared with. */
export type Input<Args extends ArgDefinitions, Options extends OptionDefinitions> = {
  [Name in keyof Args]: ArgValue<Args[Name]>;
} & { [Name in keyof Options]: OptionValue<Options[Name]> };

export interface Example {
  /** As typed, with `ops`. */
  line: string;
  /** What it does, or what it prints, in a few words. */
  says: string;
}

interface Declaration<Args extends ArgDefinitions, Options extends OptionDefinitions> {
  /** kebab-case; equal to the file's name. */
  name: string;
  /** An imperative fragment of at most 60 characters: "Deploy an app to an environment". */
  summary: string;
  description?: string;
  args?: Args & ArgDefinitions;
  options?: Options & OptionDefinitions;
  examples: readonly [Example, ...Example[]];
  /** The argument or option that names the target: lock key, rule subject, confirmation. */
  environment?: (keyof Args | keyof Options) & string;
  /** What a change is of, where that is no environment: one at a time. */
  lock?: string;
  /**
   * Which of the environment's guards hold. `full`: all of them. What leaves all that is there as it is needs no name where
   * it is protected, and no freeze stops it: with `locks` what people hold and who waits in line do, with `moment` only a
   * change that is under way. @default 'full'
   */
  guard?: 'full' | 'locks' | 'moment' | 'none';
  /** @default the command's name */
  permission?: string;
  /** @default every surface */
  surfaces?: readonly ('terminal' | 'room')[];
  /** The option by which whoever types it in a room is called once it has ended, whatever it waits for before: `notifyOption`. */
  notify?: keyof Options & string;
  /** Whether what it prints is kept for `ops log`: not what can be seen again at any time. @default true */
  keep?: boolean;
  /** It only acts on runs: in a room it begins at once, however much runs there. @default false */
  urgent?: boolean;
  /**
   * Names of variables of the environment of `ops` that its programs get, besides the few that every program gets. The
   * value of one whose name sounds secret (`…_TOKEN`, `…_PASSWORD`) is never shown.
   */
  env?: readonly string[];
  /** Milliseconds. @default 60000 for a read, 3600000 for a change; 0 is no limit */
  timeout?: number;
}

/** A result that `--json` prints as one object. */
export type Data = object;

interface LockBehaviour<Values> {
  /** The key of what it changes, where that is a part of the environment: see `lockKey`. @default the environment */
  locks?(input: Values, config: Config): string;
}

interface ReadBehaviour<Values, Result extends Data> {
  effect: 'read';
  /** Milliseconds that it has to end once it is stopped. @default 10000 */
  patience?(input: Values): number;
  run(input: Values, context: Context): Result | Promise<Result>;
  show(data: Result): readonly Block[];
}

interface ChangeBehaviour<Values, Plan extends Data, Result extends Data> {
  effect: 'change';
  /** Looks and never touches; resolves what was named to what cannot move (a branch to its commit). */
  plan(input: Values, context: Context): Plan | Promise<Plan>;
  preview(plan: Plan): readonly Block[];
  /** Files that it starts, from the folder of the configuration: an approval is void where one is another one by then. */
  programs?(plan: Plan): readonly string[];
  run(plan: Plan, context: Context): Result | Promise<Result>;
  show(data: Result): readonly Block[];
}

/** A line that stands for another one, which takes its way through the same door: the line of an earlier run. */
interface RepeatBehaviour<Names extends string> {
  effect: 'change';
  /** The argument that names the run. */
  repeats: Names;
}

/** A definition after its types were checked: what the framework works with. */
export interface Command extends Declaration<ArgDefinitions, OptionDefinitions> {
  effect: 'read' | 'change';
  /** Where it is set, the rest is not: another command is carried out. */
  repeats?: string;
  locks?(input: InputValues, config: Config): string;
  patience?(input: Data): number;
  plan?(input: InputValues, context: Context): Data | Promise<Data>;
  preview?(plan: Data): readonly Block[];
  programs?(plan: Data): readonly string[];
  run(input: Data, context: Context): Data | Promise<Data>;
  show(data: Data): readonly Block[];
}

export type InputValue = string | number | boolean | string[] | FileInput | FileInput[] | undefined;
export type InputValues = Record<string, InputValue>;

/**
 * Declares a command. The file's default export is its result; the file's name is the command's.
 *
 * @example
 * export default defineCommand({
 *   name: 'greet',
 *   summary: 'Say hello',
 *   args: { who: { summary: 'Whom to greet', required: true } },
 *   examples: [{ line: 'ops greet Ana', says: 'Hello, Ana' }],
 *   effect: 'read',
 *   run: ({ who }) => ({ greeting: `Hello, ${who}` }),
 *   show: ({ greeting }) => [text(greeting)],
 * });
 */
export function defineCommand<
  const Args extends ArgDefinitions = Record<never, never>,
  const Options extends OptionDefinitions = Record<never, never>,
  Plan extends Data = Data,
  Result extends Data = Data,
>(
  definition: Declaration<Args, Options> &
    LockBehaviour<Input<Args, Options>> &
    (
      | ReadBehaviour<Input<Args, Options>, Result>
      | ChangeBehaviour<Input<Args, Options>, Plan, Result>
      | RepeatBehaviour<keyof Args & string>
    ),
): Command {
  return definition as unknown as Command;
}

/** Whether a command is given the words of another line. */
export function takesLine({ args = {} }: Pick<Command, 'args'>): boolean {
  return Object.values(args).some(({ verbatim }) => verbatim === true);
}

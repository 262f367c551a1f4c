import type { LoadedConfig } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import { isDay } from '../context/time.ts';
import type { ArgDefinition, Choices, Command, InputValue, InputValues, OptionDefinition } from './define.ts';
import { parseDuration } from './duration.ts';
import { nearest } from './suggest.ts';

/** A line's words, told apart but not understood yet. */
export interface RawInput {
  operands: readonly string[];
  /** Each option's values in the order typed; `true` for a boolean. */
  options: Readonly<Record<string, readonly (string | true)[]>>;
}

/** Words → typed values, or the usage error that says which word is wrong and what would be right. */
export function readInput(command: Command, raw: RawInput, loaded: LoadedConfig): InputValues {
  const input: InputValues = {};
  const operands = [...raw.operands];
  for (const [name, arg] of Object.entries(command.args ?? {})) {
    input[name] = readArg(command, name, arg, operands, loaded);
  }
  if (operands.length > 0) {
    throw new OpsError('usage', `${command.name} does not take ${quoted(operands)}`, { hint: helpLine(command) });
  }
  for (const [name, option] of Object.entries(command.options ?? {})) {
    input[name] = readOption(command, name, option, raw.options[name] ?? [], loaded);
  }
  return input;
}

export function readArg(
  command: Command,
  name: string,
  arg: ArgDefinition,
  operands: string[],
  loaded: LoadedConfig,
): InputValue {
  const choices = choicesOf(arg.choices, loaded);
  const check = (word: string): string => checkChoice(command, word, name, choices, loaded);
  if (arg.variadic) {
    const words = operands.splice(0).map(check);
    if (arg.required && words.length === 0 && arg.type !== 'file') throw missing(command, name, arg, choices);
    return words;
  }
  const word = operands.shift();
  if (word !== undefined) return check(word);
  if (arg.default !== undefined) return arg.default;
  // Whether a file is there is known once the message is looked at.
  if (arg.required && arg.type !== 'file') throw missing(command, name, arg, choices);
  return undefined;
}

export function readOption(
  command: Command,
  name: string,
  option: OptionDefinition,
  values: readonly (string | true)[],
  loaded: LoadedConfig,
): InputValue {
  if (option.type === 'boolean') return values.length > 0 || option.default === true;
  if (option.repeat) {
    if (option.required && values.length === 0 && option.type !== 'file') throw missingOption(command, name, option);
    return values.map((value) =>
      checkChoice(command, String(value), `--${name}`, choicesOf(option.choices, loaded), loaded),
    );
  }
  if (values.length > 1) {
    throw new OpsError('usage', `--${name} was given ${values.length} times`, { hint: 'give it once' });
  }
  const [value] = values;
  if (typeof value !== 'string') {
    if (option.default !== undefined) return option.default;
    if (option.required && option.type !== 'file') throw missingOption(command, name, option);
    return undefined;
  }
  if (option.type === 'integer') return readInteger(name, value);
  if (option.type === 'duration') return parseDuration(value, `--${name}`, refillable(value));
  if (option.type === 'date') return readDate(name, value);
  return checkChoice(command, value, `--${name}`, choicesOf(option.choices, loaded), loaded);
}

function readInteger(name: string, value: string): number {
  if (/^-?\d{1,15}$/.test(value)) return Number(value);
  throw new OpsError('usage', `--${name} takes a whole number, not "${value}"`, {
    hint: `--${name} 10`,
    details: refillable(value),
  });
}

function readDate(name: string, value: string): string {
  if (isDay(value)) return value;
  throw new OpsError('usage', `--${name} takes a date, not "${value}"`, {
    hint: `--${name} 2026-01-31`,
    details: refillable(value),
  });
}

export function choicesOf(choices: Choices | undefined, loaded: LoadedConfig): readonly string[] | undefined {
  return typeof choices === 'function' ? choices(loaded.config) : choices;
}

function checkChoice(
  command: Command,
  word: string,
  name: string,
  choices: readonly string[] | undefined,
  loaded: LoadedConfig,
): string {
  if (choices === undefined || choices.includes(word)) return word;
  if (choices.length === 0) throw nothingToChoose(name, loaded);
  const [near] = nearest(word, choices, 1);
  throw new OpsError('usage', `"${word}" is not a known ${name.replace(/^--/, '')}: choose ${either(choices)}`, {
    hint: near === undefined ? helpLine(command) : `did you mean ${near}?`,
    details: { ...refillable(word), choices: [...choices] },
  });
}

/** A wrong word, which a form can ask for anew. */
const refillable = (word: string) => ({ word, form: true });

function nothingToChoose(name: string, loaded: LoadedConfig): OpsError {
  if (loaded.file === undefined) {
    return new OpsError('config', 'there is no .chatopsrc here or in any folder above', { hint: 'ops init' });
  }
  return new OpsError('config', `${loaded.file} names nothing to choose for ${name}`, { hint: 'ops config' });
}

function missingOption(command: Command, name: string, { summary }: OptionDefinition): OpsError {
  return new OpsError('usage', `${command.name} needs --${name}: ${summary}`, {
    hint: helpLine(command),
    details: { missing: name, form: true },
  });
}

function missing(command: Command, name: string, arg: ArgDefinition, choices: readonly string[] | undefined): OpsError {
  const among = choices === undefined || choices.length === 0 ? '' : ` (${either(choices)})`;
  return new OpsError('usage', `${command.name} needs <${name}>: ${arg.summary}${among}`, {
    hint: helpLine(command),
    details: { missing: name, form: true },
  });
}

/** The first ten of them, so that a thousand jobs do not fill the room. */
function either(choices: readonly string[]): string {
  const shown = choices.slice(0, 10);
  const left = choices.length - shown.length;
  if (left > 0) return `${shown.join(', ')} or one of ${left} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' ');
}

export function helpLine(command: Pick<Command, 'name'>): string {
  return `ops help ${command.name}`;
}

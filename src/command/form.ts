import type { LoadedConfig } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { FilledForm, Form, FormField, FormValues, FoundField } from '../context/form.ts';
import type { ArgDefinition, Command, OptionDefinition } from './define.ts';
import { foundFaults, withFound, withKeyed } from './found-fields.ts';
import { choicesOf, type RawInput, readArg, readOption } from './input.ts';

/** The form of a command, with what was typed of it so far, and what it found out that it lacks. */
export function formOf(
  command: Command,
  typed: RawInput,
  globals: readonly string[],
  loaded: LoadedConfig,
  found: readonly FoundField[] = [],
): Form {
  const { name, summary, description, args = {}, options = {} } = command;
  const operands = [...typed.operands];
  const ofArgs = Object.entries(args).map(([arg, definition]) =>
    argField(arg, definition, operands.splice(0, definition.variadic ? operands.length : 1), loaded),
  );
  const open = Object.entries(options).filter(([, { secret }]) => secret !== true);
  const ofOptions = open.map(([option, definition]) =>
    optionField(option, definition, typed.options[option] ?? [], loaded),
  );
  const secrets = Object.entries(options)
    .filter(([, { secret }]) => secret === true)
    .map(([option, { required = false }]) => ({ name: option, required }));
  const fields = withFound([...ofArgs, ...ofOptions], found, command);
  return { command: name, summary, ...(description === undefined ? {} : { description }), fields, secrets, globals };
}

function argField(name: string, arg: ArgDefinition, words: readonly string[], loaded: LoadedConfig): FormField {
  const { summary, required = false, text } = arg;
  const variadic = arg.variadic === true && text === undefined;
  const typed = text === undefined || words.length === 0 ? words : [words.join(' ')];
  return {
    ...{ name, kind: 'argument', summary, type: text === 'lines' ? 'prose' : 'text', required, variadic },
    ...choices(arg, loaded),
    values: words.length === 0 && arg.default !== undefined ? [arg.default] : typed,
  };
}

function optionField(
  name: string,
  option: OptionDefinition,
  typed: readonly (string | true)[],
  loaded: LoadedConfig,
): FormField {
  const { summary, required = false, type } = option;
  const preset = option.default === undefined || option.default === false ? [] : [defaultWord(option)];
  const values = typed.length === 0 ? preset : typed.map(String);
  return {
    ...{ name, kind: 'option', summary, type: fieldType(option), required, variadic: option.repeat === true },
    ...choices(option, loaded),
    values: type === 'boolean' && values.length > 0 ? ['true'] : values,
  };
}

/** A file is named by its path. */
function fieldType({ type = 'string', text }: OptionDefinition): FormField['type'] {
  if (text === 'lines') return 'prose';
  return type === 'string' || type === 'file' ? 'text' : type;
}

function choices(definition: ArgDefinition | OptionDefinition, loaded: LoadedConfig): Pick<FormField, 'choices'> {
  const known = choicesOf(definition.choices, loaded);
  return known === undefined ? {} : { choices: known };
}

/** A default as it would be typed: a duration's is in milliseconds. */
function defaultWord({ type, default: value }: OptionDefinition): string {
  return type === 'duration' ? `${value}ms` : String(value);
}

/** Words that parse to what was filled in, and no more of them than it takes; or every field that is wrong. */
export function fillForm(
  command: Command,
  filled: FormValues,
  globals: readonly string[],
  loaded: LoadedConfig,
  found: readonly FoundField[] = [],
): FilledForm {
  const faults = foundFaults(found, filled, command);
  const values = withKeyed(filled, command);
  const look = (name: string, read: () => unknown): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof OpsError)) throw error;
      faults[name] = error.hint?.startsWith('did you mean') ? `${error.message} (${error.hint})` : error.message;
    }
  };
  const { args = {}, options = {} } = command;
  const operands = operandsOf(args, values);
  for (const [name, definition] of Object.entries(args)) {
    look(name, () => readArg(command, name, definition, [...(values[name] ?? [])], loaded));
    if (operands.gap === name) faults[name] ??= 'what comes after it is filled in, so this is needed too';
  }
  for (const [name, definition] of Object.entries(options)) {
    if (definition.secret === true) continue;
    look(name, () => readOption(command, name, definition, values[name] ?? [], loaded));
  }
  if (Object.keys(faults).length > 0) return { faults };
  const flags = [...Object.entries(options).flatMap(([name, one]) => flagsOf(name, one, values[name])), ...globals];
  const { words } = operands;
  const isRisky = words.some((word) => word.startsWith('-'));
  return { argv: [command.name, ...(isRisky ? [...flags, '--', ...words] : [...words, ...flags])] };
}

/** Arguments in their order, the last ones left out where they are as good as not typed; and the first one missing. */
function operandsOf(
  args: Readonly<Record<string, ArgDefinition>>,
  values: FormValues,
): { words: string[]; gap?: string } {
  const all = Object.entries(args).map(([name, { default: usual }]) => {
    const words = values[name] ?? [];
    return { name, usual, words, isUsual: words.length === 0 || (words.length === 1 && words[0] === usual) };
  });
  const needed = all.slice(0, all.findLastIndex(({ isUsual }) => !isUsual) + 1);
  const gap = needed.find(({ words, usual }) => words.length === 0 && usual === undefined);
  const words = needed.flatMap(({ words: typed, usual }) =>
    typed.length > 0 || usual === undefined ? typed : [usual],
  );
  return gap === undefined ? { words } : { words, gap: gap.name };
}

function flagsOf(name: string, option: OptionDefinition, values: readonly string[] = []): string[] {
  return values.slice(0, option.repeat ? undefined : 1).flatMap((value) => flagOf(name, option, value));
}

function flagOf(name: string, option: OptionDefinition, value: string): string[] {
  if (option.secret === true) return [];
  if (option.type === 'boolean') return option.default === true ? [] : [`--${name}`];
  if (option.default !== undefined && value === defaultWord(option)) return [];
  return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}

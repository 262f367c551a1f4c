import type { LoadedConfig } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { FilledForm, Form, FormField, FormValues } from '../context/form.ts';
import type { ArgDefinition, Command, OptionDefinition } from './define.ts';
import { choicesOf, type RawInput, readArg, readOption } from './input.ts';

/** The form of a command, with what was typed of it so far. */
export function formOf(command: Command, typed: RawInput, globals: readonly string[], loaded: LoadedConfig): Form {
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
  const fields = [...ofArgs, ...ofOptions];
  return { command: name, summary, ...(description === undefined ? {} : { description }), fields, secrets, globals };
}

function argField(name: string, arg: ArgDefinition, words: readonly string[], loaded: LoadedConfig): FormField {
  const { summary, required = false, variadic = false } = arg;
  return {
    ...{ name, kind: 'argument', summary, type: 'text', required, variadic },
    ...choices(arg, loaded),
    values: words.length === 0 && arg.default !== undefined ? [arg.default] : words,
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
    ...{ name, kind: 'option', summary, type: fieldType(type), required, variadic: option.repeat === true },
    ...choices(option, loaded),
    values: type === 'boolean' && values.length > 0 ? ['true'] : values,
  };
}

/** A file is named by its path. */
function fieldType(type: OptionDefinition['type'] = 'string'): FormField['type'] {
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
  values: FormValues,
  globals: readonly string[],
  loaded: LoadedConfig,
): FilledForm {
  const faults: Record<string, string> = {};
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

import type { LoadedConfig } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { Form, FormValues, FoundField } from '../context/form.ts';
import type { Host } from '../context/host.ts';
import type { Command } from './define.ts';
import { fillForm, formOf } from './form.ts';
import { helpLine, type RawInput } from './input.ts';
import { type Registry, resolveName } from './registry.ts';

export interface FormParts {
  registry: Registry;
  parser: Parser;
  loaded: LoadedConfig;
}

type Typed = Readonly<Record<string, readonly (string | true)[]>>;

/** Tells a line's words apart. */
export interface Parser {
  leading(argv: readonly string[]): { values: Typed; words: readonly string[] };
  command(command: Command, words: readonly string[]): RawInput & { globals: Typed };
}

/** Has the actor fill in what the line's command takes. Resolves with the line's words. */
export async function fillIn(argv: readonly string[], host: Host, parts: FormParts): Promise<readonly string[]> {
  const found = await formOfLine(argv, parts);
  if (found === undefined) return argv;
  const { command, form } = found;
  if (host.origin.type === 'room') {
    throw new OpsError('usage', `what ${command.name} takes can be filled in`, {
      hint: helpLine(command),
      details: { form: true },
    });
  }
  if (host.fill === undefined) {
    throw new OpsError('usage', 'there is nobody here to fill in a form', { hint: helpLine(command) });
  }
  const filled = (values: FormValues) => fillForm(command, values, form.globals, parts.loaded);
  const check = (values: FormValues): Readonly<Record<string, string>> => {
    const result = filled(values);
    return 'faults' in result ? result.faults : {};
  };
  const result = filled(await host.fill(form, check, host.signal));
  if ('argv' in result) return result.argv;
  throw new OpsError('usage', Object.values(result.faults).join('; '), { hint: helpLine(command) });
}

/** What cannot be read of the words is left for the person to fill in. */
export async function formOfLine(
  argv: readonly string[],
  { registry, parser, loaded }: FormParts,
  lacking: readonly FoundField[] = [],
): Promise<{ command: Command; form: Form } | undefined> {
  const leading = attempt(() => parser.leading(argv)) ?? { values: {}, words: argv };
  const found = resolveName(leading.words, await registry.names());
  const command = found && (await registry.load(found.name));
  if (command === undefined) return undefined;
  const typed = attempt(() => parser.command(command, found?.rest ?? []));
  const globals = globalWords(leading.values, typed?.globals ?? {});
  return { command, form: formOf(command, typed ?? { operands: [], options: {} }, globals, loaded, lacking) };
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof OpsError) return undefined;
    throw error;
  }
}

const aboutTheForm: ReadonlySet<string> = new Set(['form', 'help', 'version', 'config']);

function globalWords(...said: readonly Typed[]): string[] {
  const all = said.flatMap((typed) => Object.entries(typed)).filter(([name]) => !aboutTheForm.has(name));
  return all.flatMap(([name, values]) => values.flatMap((value) => wordsOf(name, value)));
}

function wordsOf(name: string, value: string | true): string[] {
  return value === true || value === 'true' ? [`--${name}`] : [`--${name}=${value}`];
}

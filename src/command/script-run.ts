import { dirname } from 'node:path';
import { type Block, code } from '../context/blocks.ts';
import type { Context } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import { isFileInput } from '../context/file-input.ts';
import { quoteWords } from '../context/line.ts';
import type { Command, Data, InputValue, InputValues } from './define.ts';
import type { ScriptFile } from './script.ts';

type Declared = Pick<Command, 'name' | 'args' | 'options'>;
type Behaviour = Pick<Command, 'plan' | 'preview' | 'programs' | 'run' | 'show'>;

const mask = '••••';

/** A script's own lines are its output, so that its result has nothing to show. */
export function scriptBehaviour(file: ScriptFile, declared: Declared, effect: 'read' | 'change'): Behaviour {
  const show = (): Block[] => [];
  const programs = (): string[] => [file.path];
  if (effect === 'read') {
    return { run: (input, context) => runScript(file, declared, input as InputValues, context), programs, show };
  }
  return {
    plan: (input) => planScript(declared, input),
    preview: (plan) => [code(quoteWords([file.shown, ...(plan as ScriptPlan).words]))],
    programs,
    run: (plan, context) => runScript(file, declared, inputOf(plan as ScriptPlan), context),
    show,
  };
}

interface ScriptPlan extends Data {
  input: InputValues;
  words: string[];
}

/** What is given as it was typed, kept out of all that is printed of a plan. */
const given: unique symbol = Symbol('given');

function planScript(declared: Declared, input: InputValues): ScriptPlan {
  const isSecret = (name: string): boolean => declared.options?.[name]?.secret === true && input[name] !== undefined;
  const masked = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, isSecret(name) ? mask : value]),
  );
  return Object.defineProperty({ input: masked, words: scriptWords(declared, masked) }, given, { value: input });
}

function inputOf(plan: ScriptPlan & { [given]?: InputValues }): InputValues {
  return plan[given] ?? plan.input;
}

async function runScript(file: ScriptFile, declared: Declared, input: InputValues, context: Context): Promise<Data> {
  const project = context.project.loaded.file;
  const settled = await withPaths(input);
  const { exitCode } = await context.exec(file.path, scriptWords(declared, settled), {
    // The same from every door, wherever the line was typed.
    cwd: project === undefined ? context.cwd : dirname(project),
    env: scriptEnvironment(declared, settled, context),
    signal: context.signal,
    onLines: context.output.lines,
    onProgress: context.output.progress,
  });
  if (exitCode !== 0) throw new OpsError('failed', `${declared.name} exited with code ${exitCode}`, { exitCode });
  return { exitCode };
}

/** A script opens a file by its path. */
async function withPaths(input: InputValues): Promise<InputValues> {
  const settle = async (value: InputValue): Promise<InputValue> => {
    if (isFileInput(value)) return value.path();
    if (!Array.isArray(value)) return value;
    return Promise.all(value.map((item) => (isFileInput(item) ? item.path() : item)));
  };
  const entries = Object.entries(input).map(async ([name, value]) => [name, await settle(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The canonical words of a line: its positionals in order, then its options. */
export function scriptWords({ args = {}, options = {} }: Declared, input: InputValues): string[] {
  const operands = Object.keys(args).flatMap((name) => wordsOf(input[name]));
  const flags = Object.entries(options).flatMap(([name, { type }]) => {
    if (type === 'boolean') return input[name] === true ? [`--${name}`] : [];
    return wordsOf(input[name]).flatMap((value) =>
      value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value],
    );
  });
  return operands.some((word) => word.startsWith('-')) ? [...flags, '--', ...operands] : [...operands, ...flags];
}

/** What a script is told besides its words. */
export function scriptEnvironment(
  { name, args = {}, options = {} }: Declared,
  input: InputValues,
  { run, actor, origin }: Pick<Context, 'run' | 'actor' | 'origin'>,
): Record<string, string> {
  const environment: Record<string, string> = {
    OPS_COMMAND: name,
    OPS_ACTOR: actor.name,
    OPS_ACTOR_ID: actor.id,
    OPS_ORIGIN: origin.type,
    ...(run === undefined ? {} : { OPS_RUN: run }),
  };
  const tell = (kind: string, names: readonly string[]): void => {
    for (const one of names) {
      const value = input[one];
      if (value === undefined || value === false) continue;
      environment[`OPS_${kind}_${one.toUpperCase().replaceAll('-', '_')}`] = wordsOf(value).join('\n');
    }
  };
  tell('ARG', Object.keys(args));
  tell('OPTION', Object.keys(options));
  return environment;
}

function wordsOf(value: InputValue): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((item) => (isFileInput(item) ? item.name : String(item)));
}

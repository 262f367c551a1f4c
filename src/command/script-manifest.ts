import { OpsError } from '../context/errors.ts';
import type { ArgDefinition, Command, Example, OptionDefinition } from './define.ts';
import {
  choices,
  type Fail,
  fileSize,
  flag,
  letter,
  listOf,
  mapOf,
  milliseconds,
  oneOf,
  plain,
  readRecord,
  type Shape,
  summary,
  variable,
  words,
} from './script-fields.ts';
import { checkArgs, checkEnvironment, checkExamples, checkOptions } from './script-rules.ts';

/** What a manifest says: a command's declaration without its name, which is the file's. */
export type Manifest = Omit<Command, 'name' | 'plan' | 'preview' | 'programs' | 'run' | 'show'>;

/** Checks a manifest's content, strictly: a key that nobody knows is a fault. */
export function readManifest(content: unknown, from: string, name: string): Manifest {
  const fail: Fail = (key, expected, got) => {
    throw new OpsError('config', `${from}: ${key || 'what it says'} must be ${expected}, not ${shown(got)}`, {
      details: { file: from, key, expected },
    });
  };
  const { name: said, ...manifest } = readRecord(manifestShape, content, '', fail) as unknown as Manifest & {
    name?: string;
  };
  if (said !== undefined && said !== name) fail('name', `"${name}", as the file is called`, said);
  const { args = {}, options = {}, environment, examples } = manifest;
  checkArgs(args, fail);
  checkOptions(options, args, fail);
  checkExamples(examples, name, fail);
  const names = Object.keys({ ...args, ...options });
  if (environment !== undefined && !names.includes(environment)) {
    fail('environment', `one of its arguments and options (${names.join(', ') || 'it has none'})`, environment);
  }
  if (environment !== undefined) checkEnvironment(environment, args, options, fail);
  return manifest;
}

const argShape: Shape = {
  summary: { reader: words, required: true },
  required: { reader: flag },
  variadic: { reader: flag },
  choices: { reader: choices },
  default: { reader: words },
  type: { reader: oneOf(['string', 'file']) },
  accept: { reader: listOf(words, 'endings and types') },
  size: { reader: fileSize },
};

const optionShape: Shape = {
  summary: { reader: words, required: true },
  type: { reader: oneOf(['string', 'integer', 'boolean', 'duration', 'date', 'file']) },
  accept: { reader: listOf(words, 'endings and types') },
  size: { reader: fileSize },
  repeat: { reader: flag },
  short: { reader: letter },
  required: { reader: flag },
  choices: { reader: choices },
  default: { reader: plain },
  secret: { reader: flag },
  value: { reader: words },
};

const exampleShape: Shape = { line: { reader: words, required: true }, says: { reader: words, required: true } };

const manifestShape: Shape = {
  name: { reader: words },
  summary: { reader: summary, required: true },
  description: { reader: words },
  args: { reader: mapOf((value, key, fail) => readRecord(argShape, value, key, fail) as unknown as ArgDefinition) },
  options: {
    reader: mapOf((value, key, fail) => readRecord(optionShape, value, key, fail) as unknown as OptionDefinition),
  },
  examples: {
    reader: listOf((value, key, fail) => readRecord(exampleShape, value, key, fail) as unknown as Example, 'examples'),
    required: true,
  },
  effect: { reader: oneOf(['read', 'change']), required: true },
  environment: { reader: words },
  permission: { reader: words },
  surfaces: { reader: listOf(oneOf(['terminal', 'room']), 'terminal and room') },
  env: { reader: listOf(variable, 'names of variables') },
  timeout: { reader: milliseconds },
};

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'left out';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

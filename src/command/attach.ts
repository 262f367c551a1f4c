import { basename, resolve } from 'node:path';
import { OpsError } from '../context/errors.ts';
import type { AttachedFile, Attachments, FileInput } from '../context/file-input.ts';
import { typeOfName, unlike } from '../context/file-type.ts';
import { formatSize, readSize } from '../context/size.ts';
import type { Files } from '../context/system.ts';
import type { Command, FileRules, InputValue, InputValues } from './define.ts';

/** Where the files come from that a line names. */
export interface FileWorld {
  cwd: string;
  files: Files;
  /** Undefined in a terminal, where a word is a path. */
  attached: Attachments | undefined;
  /** A text without secrets: as such the names of attached files are known. */
  masked(text: string): string;
  /** Bytes, where a command says nothing of it. */
  largest: number;
}

interface Parameter extends FileRules {
  name: string;
  /** As a line says it: `<report>`, `--report`. */
  shown: string;
  summary: string;
  required?: boolean;
}

const startLength = 4096;

/**
 * The words of file arguments become files, checked by what is known of them without reading them. In a room the word
 * may be left out where one file is attached that nothing else names.
 */
export async function attachFiles(command: Command, input: InputValues, world: FileWorld): Promise<InputValues> {
  const parameters = parametersOf(command);
  if (parameters.length === 0) return input;
  const named = parameters.flatMap(({ name }) => wordsOf(input[name])).map(world.masked);
  const left = leftOver(named, world.attached);
  const attached: InputValues = { ...input };
  for (const parameter of parameters) {
    const words = wordsOf(input[parameter.name]);
    const files = await Promise.all(words.map((word) => fileOf(word, parameter, world)));
    const [only] = left;
    if (files.length === 0 && only !== undefined && (left.length === 1 || parameter.required)) {
      if (left.length > 1) throw ambiguous(command, parameter, left);
      left.pop();
      files.push(await fromMessage(only, parameter, world));
    }
    if (files.length === 0 && parameter.required) throw missing(command, parameter);
    attached[parameter.name] = isMany(command, parameter.name) ? files : files[0];
  }
  return attached;
}

function parametersOf({ args = {}, options = {} }: Command): Parameter[] {
  const shown = [
    ...Object.entries(args).map(([name, definition]) => ({ ...definition, name, shown: `<${name}>` })),
    ...Object.entries(options).map(([name, definition]) => ({ ...definition, name, shown: `--${name}` })),
  ];
  return shown.filter(({ type }) => type === 'file');
}

function isMany({ args = {}, options = {} }: Command, name: string): boolean {
  return args[name]?.variadic === true || options[name]?.repeat === true;
}

function wordsOf(value: InputValue): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function leftOver(named: readonly string[], attached: Attachments | undefined): AttachedFile[] {
  const taken = named.map(comparable);
  return (attached?.files ?? []).filter(({ name }) => !taken.includes(comparable(name)));
}

const comparable = (name: string): string => name.normalize('NFC').toLowerCase();

async function fileOf(word: string, parameter: Parameter, world: FileWorld): Promise<FileInput> {
  if (world.attached === undefined) return fromDisk(word, parameter, world);
  const { files } = world.attached;
  const same = files.filter(({ name }) => comparable(name) === comparable(world.masked(word)));
  const [found] = same;
  if (found === undefined) {
    throw noFile(word, parameter, files);
  }
  if (same.length > 1) {
    throw new OpsError('usage', `${same.length} files called ${word} are attached`, { hint: 'attach one of them' });
  }
  return fromMessage(found, parameter, world);
}

/** The same words in a terminal and in a room. */
const whereFiles = 'a terminal takes the path of a file; in a room it is attached to the message of the line';

function noFile(word: string, { shown }: Parameter, attached: readonly AttachedFile[]): OpsError {
  const others = attached.length === 0 ? '' : `: attached are ${attached.map(({ name }) => name).join(', ')}`;
  return new OpsError('usage', `${shown} names ${word}, and there is no such file${others}`, { hint: whereFiles });
}

async function fromDisk(word: string, parameter: Parameter, world: FileWorld): Promise<FileInput> {
  const path = resolve(world.cwd, word);
  const size = await world.files.size(path);
  if (size === undefined) {
    throw noFile(word, parameter, []);
  }
  const name = basename(path);
  return checkedFile({ name, type: typeOfName(name), size }, parameter, world, async () => path);
}

async function fromMessage(file: AttachedFile, parameter: Parameter, world: FileWorld): Promise<FileInput> {
  const { id, name, type, size } = file;
  const fetch = async (): Promise<string> => {
    if (world.attached === undefined) throw new OpsError('bug', 'a terminal has no attached files');
    return world.attached.fetch(id, largestOf(parameter, world));
  };
  return checkedFile({ name, type: type || typeOfName(name), size }, parameter, world, fetch);
}

type Known = Pick<FileInput, 'name' | 'type' | 'size'>;

function checkedFile(known: Known, parameter: Parameter, world: FileWorld, bring: () => Promise<string>): FileInput {
  const { name, type, size } = known;
  const largest = largestOf(parameter, world);
  const { accept } = parameter;
  if (accept !== undefined && !accept.some((pattern) => isAccepted(known, pattern))) {
    throw new OpsError('usage', `${parameter.shown} takes ${accept.join(', ')}, not ${name} (${type})`);
  }
  if (size > largest) {
    throw new OpsError('usage', `${name} has ${formatSize(size)}, and ${formatSize(largest)} is the most here`);
  }
  const checkContent = async (path: string): Promise<string> => {
    const fault = unlike(type, await world.files.read(path, { from: 0, most: startLength }));
    if (fault !== undefined) throw new OpsError('usage', `${name} is not what its name says: ${fault}`);
    return path;
  };
  let brought: Promise<string> | undefined;
  const path = (): Promise<string> => {
    brought ??= accept === undefined ? bring() : bring().then(checkContent);
    return brought;
  };
  return { name, type, size, path, read: async () => world.files.read(await path(), { most: largest }) };
}

function largestOf({ size }: FileRules, { largest }: FileWorld): number {
  return (size === undefined ? undefined : readSize(size)) ?? largest;
}

/** `.csv`, `text/csv`, `image/*`. */
function isAccepted({ name, type }: Known, pattern: string): boolean {
  if (pattern.startsWith('.')) return name.toLowerCase().endsWith(pattern.toLowerCase());
  return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

function ambiguous(command: Command, { shown }: Parameter, files: readonly AttachedFile[]): OpsError {
  const names = files.map(({ name }) => name).join(', ');
  return new OpsError('usage', `${command.name} needs ${shown}, and ${files.length} files are attached: ${names}`, {
    hint: 'name one of them in the line',
  });
}

function missing(command: Command, { shown, summary }: Parameter): OpsError {
  return new OpsError('usage', `${command.name} needs ${shown}: ${summary}`, { hint: whereFiles });
}

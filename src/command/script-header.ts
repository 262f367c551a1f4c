import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { OpsError } from '../context/errors.ts';
import type { ScriptFile } from './script.ts';

export interface Header {
  content: unknown;
  /** The file it stands in, as people call it. */
  from: string;
}

const mostLines = 100;
const marker = /^\s*(#+|\/\/|--|;+|%+|\*)\s+---\s*$/;

/** The manifest beside a script, else the comment at its top. */
export async function readHeader(file: ScriptFile): Promise<Header> {
  const [manifest] = file.manifests;
  if (manifest !== undefined) {
    const from = join(file.shown, '..', basename(manifest));
    return { content: await parseYaml(readFileSync(manifest, 'utf8'), from), from };
  }
  const start = readStart(file.path);
  const found = findHeader(start);
  if (found === undefined) throw withoutHeader(file, start.includes('\0'));
  if (found.text === undefined) {
    throw new OpsError('config', `${file.shown}: the header that begins in line ${found.line} does not end`, {
      hint: `close it with a line "${found.prefix} ---" within the first ${mostLines} lines`,
    });
  }
  return { content: await parseYaml(found.text, file.shown, found.line), from: file.shown };
}

/**
 * The lines between two comments that say `---`, without their comment signs. Undefined where there is no such
 * comment; without a text where it does not end.
 */
export function findHeader(source: string): { line: number; prefix: string; text?: string } | undefined {
  const lines = source.split(/\r?\n/).slice(0, mostLines);
  const first = lines.findIndex((line) => marker.test(line));
  if (first === -1) return undefined;
  const prefix = marker.exec(lines[first] ?? '')?.[1] ?? '';
  const begun = { line: first + 1, prefix };
  const content: string[] = [];
  for (const line of lines.slice(first + 1)) {
    if (marker.exec(line)?.[1] === prefix) return { ...begun, text: content.join('\n') };
    const words = line.trimStart();
    if (!words.startsWith(prefix)) return begun;
    content.push(words.slice(prefix.length).replace(/^ /, ''));
  }
  return begun;
}

/** `from` is what people call the file, and `above` how many of its lines stand before the text. */
export async function parseYaml(text: string, from: string, above = 0): Promise<unknown> {
  const { load } = await import('js-yaml');
  try {
    return load(text);
  } catch (error) {
    const { message, reason = message, mark } = error as Error & { reason?: string; mark?: { line: number } };
    const line = mark === undefined ? '' : `:${mark.line + 1 + above}`;
    throw new OpsError('config', `${from}${line}: this is not YAML: ${reason}`, { cause: error });
  }
}

function readStart(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(2 ** 16);
    return buffer.toString('utf8', 0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

const commentSigns: Readonly<Record<string, string>> = {
  '.js': '//',
  '.mjs': '//',
  '.ts': '//',
  '.php': '//',
  '.lua': '--',
  '.sql': '--',
  '.hs': '--',
  '.el': ';',
  '.clj': ';',
};

function withoutHeader({ name, shown, path }: ScriptFile, isBinary: boolean): OpsError {
  const sign = isBinary ? '' : `${commentSigns[extname(path)] ?? '#'} `;
  const fence = isBinary ? [] : ['---'];
  const lines = [
    ...fence,
    'summary: Say what it does',
    'effect: read',
    'examples:',
    `  - line: ops ${name}`,
    '    says: What it prints',
    ...fence,
  ];
  const where = isBinary ? `write ${join(shown, '..', `${name}.yaml`)}:` : 'put this below its first line:';
  return new OpsError('config', `${shown} does not say what it is: it has neither a manifest nor a header`, {
    hint: [where, ...lines.map((line) => `${sign}${line}`)].join('\n'),
  });
}

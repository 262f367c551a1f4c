import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { InputValues } from '../../command/define.ts';
import type { LoadedConfig } from '../../context/config.ts';
import { isFileInput } from '../../context/file-input.ts';
import type { GateParts } from './gate.ts';

/** What the names in a line and a plan stand for: the files that it reads, the programs that it starts, how its apps are configured. */
export interface Content {
  files: readonly string[];
  programs: readonly string[];
  apps: readonly (readonly [string, string])[];
}

/** As it is now, by what is in it. */
export async function contentOf(plan: unknown, { request, world }: GateParts): Promise<Content> {
  const { command, input } = request;
  const { loaded } = world;
  const folder = dirname(loaded.file ?? '.');
  const programs = command.programs?.(plan as object) ?? [];
  return {
    files: await Promise.all((await pathsIn(input)).map(digestOf)),
    // One without a folder is found on the PATH, as the machine has it.
    programs: await Promise.all(
      programs.filter((one) => one.includes('/')).map((one) => digestOf(resolve(folder, one))),
    ),
    apps: appsOf(loaded),
  };
}

function pathsIn(input: InputValues): Promise<string[]> {
  const files = Object.values(input).flat().filter(isFileInput);
  return Promise.all(files.map((file) => file.path()));
}

/** Of what is missing, or cannot be read, that; whoever needs it says so. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

/** What refers to a secret is known by where that stands: another terminal may not have it. */
function appsOf({ entries }: LoadedConfig): Content['apps'] {
  return entries
    .filter(({ key }) => key.startsWith('apps.'))
    .map(({ key, value, from }) => [key, /^(?:env|file):/.test(from) ? from : value] as const);
}

import { lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Artifact, type Build, type Builds, type Context, formatSize, OpsError } from '../../src/index.ts';
import { placeOf, sharedPlaces } from './place.ts';
import { withProgress } from './progress.ts';

export interface Download {
  name: string;
  /** On this machine. */
  path: string;
  /** As people see it, from where the line was typed. */
  shown: string;
  size: number;
}

export interface DownloadParts extends Pick<Context, 'output' | 'clock'> {
  build: Build;
  builds: Builds;
}

/** An artifact, and the parts of its place in a folder. */
export interface Placed {
  artifact: Artifact;
  parts: readonly string[];
}

/** Throws where one of them has a name that may not be written, or that another has too: nothing is brought then. */
export function placeAll(artifacts: readonly Artifact[]): Placed[] {
  const placed = artifacts.map((artifact) => {
    const place = placeOf(artifact.name);
    if ('parts' in place) return { artifact, parts: place.parts };
    throw new OpsError('failed', `${JSON.stringify(artifact.name)} is not downloaded: ${place.fault}`, {
      hint: useOnly,
    });
  });
  const [shared] = sharedPlaces(placed.map(({ parts }) => parts));
  if (shared === undefined) return placed;
  throw new OpsError('failed', `two artifacts would both be ${shared}`, { hint: useOnly });
}

const useOnly = '--only names those that are wanted';

/** Into a folder, each under its name once it is whole. What is there already stays unless `force` says otherwise. */
export async function downloadInto(
  { folder, typed, force }: { folder: string; typed: string; force: boolean },
  placed: readonly Placed[],
  parts: DownloadParts,
): Promise<Download[]> {
  if (!force) await refuseOverwriting(folder, typed, placed);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => Promise.reject(unwritten(typed || folder, error)));
  const passing = await mkdtemp(join(folder, '.ops-')).catch((error: unknown) =>
    Promise.reject(unwritten(typed || folder, error)),
  );
  try {
    const done: Download[] = [];
    for (const { artifact, parts: place } of placed) {
      const shown = join(typed, ...place);
      const path = join(folder, ...place);
      const size = await parts.output.step(stepTitle(artifact), async () => {
        const saved = join(passing, `${done.length}`);
        await downloadOne(artifact, { path: saved }, parts);
        await makeFolders(folder, place.slice(0, -1)).catch((error: unknown) =>
          Promise.reject(unwritten(shown, error)),
        );
        if (!force) await refuseOverwriting(folder, typed, [{ artifact, parts: place }]);
        await rename(saved, path).catch((error: unknown) => Promise.reject(unwritten(shown, error)));
        return (await lstat(path)).size;
      });
      done.push({ name: artifact.name, path, shown, size });
    }
    return done;
  } finally {
    await rm(passing, { recursive: true, force: true });
  }
}

/** False where it is larger than it may be. */
export function downloadOne(
  artifact: Artifact,
  to: { path: string; largest?: number },
  { build, builds, ...parts }: DownloadParts,
): Promise<boolean> {
  return withProgress(artifact, parts, (onBytes) => builds.download(build, artifact, { ...to, onBytes }));
}

export const stepTitle = ({ name, size }: Artifact): string =>
  `Download ${name}${size === undefined ? '' : ` (${formatSize(size)})`}`;

async function refuseOverwriting(folder: string, typed: string, placed: readonly Placed[]): Promise<void> {
  const there: string[] = [];
  for (const { parts } of placed) {
    if (await lstat(join(folder, ...parts)).catch(() => undefined)) there.push(join(typed, ...parts));
  }
  const [first, ...others] = there;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  throw new OpsError('failed', `${first} is there already${more}: nothing is written over`, {
    hint: '--force writes over what is there, --to takes another folder',
  });
}

/** What is there must be folders, and no links: they may lead anywhere. */
async function makeFolders(folder: string, parts: readonly string[]): Promise<void> {
  let path = folder;
  for (const part of parts) {
    path = join(path, part);
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) await mkdir(path);
    else if (found.isSymbolicLink()) throw new Error(`${part} is a link, which may lead out of the folder`);
    else if (!found.isDirectory()) throw new Error(`${part} is a file`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  ENOTEMPTY: 'it is a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long for this disk',
};

function unwritten(shown: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  return new OpsError('failed', `${shown} was not written: ${reasons[code ?? ''] ?? message}`, { cause: error });
}

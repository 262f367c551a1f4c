import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Artifact, formatSize } from '../../src/index.ts';
import { type Download, type DownloadParts, downloadOne, type Placed, stepTitle } from './download.ts';

export interface Kept {
  artifact: Artifact;
  /** Why it is not brought. */
  why: string;
}

/** Files of a run that a room is given. */
const mostFiles = 20;

/** Those that are small enough, for a surface to bring along; and why the others are not. */
export async function bring(
  { folder, largest }: { folder: string; largest: number },
  placed: readonly Placed[],
  download: DownloadParts,
): Promise<{ files: Download[]; kept: Kept[] }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: Download[] = [];
  const kept: Kept[] = [];
  for (const { artifact, parts } of placed) {
    const why = whyNot(artifact.size, { largest, count: files.length });
    if (why !== undefined) {
      kept.push({ artifact, why });
      continue;
    }
    const path = join(folder, `${files.length}`);
    const isWhole = await download.output.step(stepTitle(artifact), () =>
      downloadOne(artifact, { path, largest }, download),
    );
    const size = isWhole ? (await stat(path)).size : undefined;
    if (size === undefined || size === 0) kept.push({ artifact, why: size === 0 ? isEmpty : tooLarge(largest) });
    else files.push({ name: artifact.name, path, shown: join(...parts), size });
  }
  return { files, kept };
}

const isEmpty = 'it is empty';
const tooLarge = (largest: number): string => `too large for a room, where ${formatSize(largest)} is the most`;

function whyNot(size: number | undefined, { largest, count }: { largest: number; count: number }): string | undefined {
  if (size === 0) return isEmpty;
  if (size !== undefined && size > largest) return tooLarge(largest);
  return count === mostFiles ? `${mostFiles} files are the most: --only names those that are wanted` : undefined;
}

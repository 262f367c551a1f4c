import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from './git.ts';

const most = 20;
/** Commits that are fetched of an address: one has some hundred bytes, for none of its files is fetched. */
const deepest = 200;
/** Milliseconds for that: who deploys is not to wait for the sake of a list. */
const patience = 20_000;

/** `1a2b3c4 Mend the till (Mary)`, newest first; none where that cannot be known. */
export async function changesIn(
  git: Git,
  folder: string,
  [since, until]: readonly [string, string],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const format = ['--format=%h %s (%an)', '--no-show-signature', `--max-count=${most}`];
  const asked = await git(['-C', folder, 'log', ...format, '--end-of-options', `${since}..${until}`, '--'], signal);
  // What was deployed may be gone from the repository.
  return asked.exitCode === 0 ? asked.stdout.split('\n').filter((line) => line !== '') : [];
}

type Fetched = readonly [address: string, since: string, until: string];

let last: { asked: Fetched; found: Promise<string[]> } | undefined;

/** A plan is made again before it runs, and what lies between two commits stays what it is. */
export function changesAt(git: Git, asked: Fetched, signal: AbortSignal | undefined): Promise<string[]> {
  if (last === undefined || last.asked.some((word, index) => word !== asked[index])) {
    last = { asked, found: fetchChanges(git, asked, signal) };
    last.found.catch(() => {
      last = undefined;
    });
  }
  return last.found;
}

async function fetchChanges(
  git: Git,
  [address, since, until]: Fetched,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const late = AbortSignal.timeout(patience);
  const soon = signal === undefined ? late : AbortSignal.any([signal, late]);
  const folder = await mkdtemp(join(tmpdir(), 'ops-git-'));
  const inFolder = ['-C', folder];
  try {
    await git([...inFolder, 'init', '--quiet', '--bare'], soon);
    const fetching = ['--quiet', '--no-tags', `--depth=${deepest}`, '--filter=tree:0'];
    const fetched = await git([...inFolder, 'fetch', ...fetching, '--', address, until], soon);
    return fetched.exitCode === 0 ? await changesIn(git, folder, [since, until], soon) : [];
  } catch (error) {
    if (late.aborted && !signal?.aborted) return [];
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

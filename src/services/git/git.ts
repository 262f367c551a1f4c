import type { GitService, Version } from '../../context/context.ts';
import { OpsError } from '../../context/errors.ts';
import type { Exec, ExecResult } from '../../context/system.ts';
import { changesAt, changesIn } from './changes.ts';
import { gitFailure, notFound, type Repository } from './failure.ts';
import { findRemote, type RemoteRef, readDecorations, readRemote, versionOf } from './refs.ts';

/**
 * A folder is looked into as it is; an address is asked for its branches and tags, and of its files
 * nothing is fetched.
 */
export function openGit(exec: Exec, repository: string): GitService {
  const opened = { address: repository, name: nameOf(repository) };
  const isRemote = /^[a-z][a-z0-9+.-]*:\/\//i.test(repository) || /^[^/\s:]+@[^/\s:]+:/.test(repository);
  const git: Git = (args, signal) => run(exec, opened, args, signal);
  return {
    resolve: async (ref, signal) => {
      refuseOddRef(ref);
      return isRemote ? resolveRemote(git, opened, ref, signal) : resolveLocal(git, opened, ref, signal);
    },
    changes: (since, until, signal) =>
      isRemote
        ? changesAt(git, [repository, since, until], signal)
        : changesIn(git, repository, [since, until], signal),
  };
}

export type Git = (args: readonly string[], signal: AbortSignal | undefined) => Promise<ExecResult>;

// Its words are read where it fails, so they must be the English ones.
const env = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

async function run(
  exec: Exec,
  repository: Repository,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ExecResult> {
  try {
    return await exec('git', args, { env, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    if (!(error instanceof OpsError) || error.outcome !== 'failed') throw error;
    throw new OpsError('unavailable', `${repository.name} cannot be read: ${error.message}`, {
      hint: 'git --version',
      cause: error,
    });
  }
}

// One call gives the commit and the tags on it, since a line waits for every process that is started.
async function resolveLocal(git: Git, repository: Repository, ref: string, signal?: AbortSignal): Promise<Version> {
  const inFolder = ['-C', repository.address];
  const format = ['--decorate=full', '--decorate-refs=refs/tags/', '--format=%H%x00%D', '--no-show-signature'];
  const asked = await git([...inFolder, 'log', '-1', ...format, '--end-of-options', `${ref}^{commit}`, '--'], signal);
  const [commit = '', decorations = ''] = asked.stdout.split('\0');
  if (asked.exitCode === 0 && commit !== '') return versionOf(commit, readDecorations(decorations), ref);
  if (!/bad revision|bad object|unknown revision|ambiguous|expected commit|^$/.test(asked.stderr))
    throw gitFailure(repository, asked.stderr);
  const listed = await git(
    [...inFolder, 'for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/tags', 'refs/remotes'],
    signal,
  );
  if (listed.exitCode !== 0) throw gitFailure(repository, listed.stderr);
  throw notFound(repository, ref, listed.stdout.split('\n'));
}

async function resolveRemote(git: Git, repository: Repository, ref: string, signal?: AbortSignal): Promise<Version> {
  const what = ref === 'HEAD' ? [] : ['--heads', '--tags'];
  const asked = await git(['ls-remote', '--quiet', ...what, '--', repository.address], signal);
  if (asked.exitCode !== 0) throw gitFailure(repository, asked.stderr);
  const refs: RemoteRef[] = readRemote(asked.stdout);
  const commit = /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref) ? ref : findRemote(refs, ref);
  if (commit === undefined)
    throw notFound(
      repository,
      ref,
      refs.map(({ name }) => name),
    );
  const tags = refs.filter((found) => found.commit === commit && found.name.startsWith('refs/tags/'));
  return versionOf(
    commit,
    tags.map(({ name }) => name.slice('refs/tags/'.length)),
    ref,
  );
}

/** What git would take for an option, a range, a path or a search instead of one commit. */
function refuseOddRef(ref: string): void {
  if (/^[^-^:/\s\0][^:\s\0*?[\\]*$/.test(ref) && !ref.includes('..')) return;
  throw new OpsError('usage', `${JSON.stringify(ref)} is not a branch, a tag or a commit`, { hint: '--ref main' });
}

function nameOf(repository: string): string {
  const last =
    repository
      .replace(/[/\\]+$/, '')
      .split(/[/:\\]/)
      .at(-1) ?? '';
  return last.replace(/\.git$/, '') || repository;
}

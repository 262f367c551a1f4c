import { nearest } from '../../command/suggest.ts';
import { OpsError } from '../../context/errors.ts';
import { shortName } from './refs.ts';

export interface Repository {
  /** A folder, or an address that may hold credentials. */
  address: string;
  /** What people call it. */
  name: string;
}

export function notFound({ name, address }: Repository, ref: string, refs: readonly string[]): OpsError {
  const names = [...new Set(refs.map(shortName))].filter((known) => known !== '' && known !== 'HEAD');
  const near = nearest(ref, names, 3);
  const hint = near.length > 0 ? `--ref ${near.join(' or --ref ')}` : `git ls-remote ${withoutCredentials(address)}`;
  return new OpsError('usage', `${name} has no "${ref}": neither a branch, nor a tag, nor a commit`, { hint });
}

/** What git's own words mean for the person who named the repository. */
export function gitFailure({ address, name }: Repository, stderr: string): OpsError {
  const shown = withoutCredentials(address);
  const said = stderr.replaceAll(address, shown);
  if (/cannot change to/.test(said)) {
    return new OpsError('config', `the repository ${shown} does not exist`, { hint: `git clone <address> ${shown}` });
  }
  if (/dubious ownership/.test(said)) {
    return new OpsError('config', `git does not trust ${shown}, because somebody else owns it`, {
      hint: `git config --global --add safe.directory ${shown}`,
    });
  }
  if (/not a git repository|does not appear to be a git repository/.test(said)) {
    return new OpsError('config', `${shown} is not a git repository`, { hint: `git -C ${shown} status` });
  }
  return new OpsError('unavailable', `${name} (${shown}) cannot be read: ${reasonIn(said)}`, {
    hint: `git ls-remote ${shown}`,
  });
}

/** The first line that gives a reason; git says in the last ones what may be wrong in general. */
function reasonIn(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(warning|hint):/.test(line));
  return (lines[0] ?? 'git gave no reason').replace(/^fatal: /, '');
}

function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*:[^/@]*@/i, '$1').replace(/^(https?:\/\/)[^/@]*@/i, '$1');
}

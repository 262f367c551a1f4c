import { OpsError } from '../../context/errors.ts';

/** A job as people type it: `shop/release` is `release.yml` of the repository `acme/shop`. */
export interface JobPlace {
  /** `acme/shop` */
  repository: string;
  /** `release`; undefined where the whole repository is meant. */
  workflow: string | undefined;
}

/** Which repository is meant by its name alone, or with its owner; undefined where it is none of these. */
export function placeOf(job: string, repositories: readonly string[]): JobPlace | undefined {
  const parts = job.split('/').filter((part) => part !== '');
  const whole = repositories.find((one) => same(one, parts.join('/')));
  if (whole !== undefined) return { repository: whole, workflow: undefined };
  const [workflow, named] = [parts.at(-1), parts.slice(0, -1).join('/')];
  const repository = repositoryOf(named, repositories);
  if (repository !== undefined && workflow !== undefined) return { repository, workflow };
  const alone = repositoryOf(parts.join('/'), repositories);
  return alone === undefined ? undefined : { repository: alone, workflow: undefined };
}

/** Its short name where that means no other one. */
export function shortName(repository: string, repositories: readonly string[]): string {
  const name = nameOf(repository);
  return repositories.filter((one) => same(nameOf(one), name)).length > 1 ? repository : name;
}

/** `.github/workflows/release.yml@main` → `release` */
export const workflowName = (path: string): string =>
  path
    .replace(/@.*$/, '')
    .replace(/^.*\//, '')
    .replace(/\.ya?ml$/i, '');

/** The one that is meant by its name, alone or with its owner; undefined where it is none of these. */
export function repositoryOf(named: string, repositories: readonly string[]): string | undefined {
  const meant = repositories.filter((one) => same(one, named) || same(nameOf(one), named));
  if (meant.length < 2) return meant[0];
  throw new OpsError('usage', `${named} is the name of several repositories: ${meant.join(', ')}`, {
    hint: `with its owner: ${meant[0]}`,
  });
}

const nameOf = (repository: string): string => repository.slice(repository.indexOf('/') + 1);
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

import type { Version } from '../../context/context.ts';

export interface RemoteRef {
  /** `refs/heads/main`. */
  name: string;
  /** The commit, also of an annotated tag. */
  commit: string;
}

/** The tag that was asked for, else the newest on the commit, else the commit's first digits. */
export function versionOf(commit: string, tags: readonly string[], ref: string): Version {
  const asked = ref.replace(/^(refs\/)?tags\//, '');
  if (tags.includes(asked)) return { commit, name: asked };
  const newest = [...tags].sort((one, other) => other.localeCompare(one, 'en', { numeric: true }))[0];
  return { commit, name: newest ?? commit.slice(0, 10) };
}

/** `tag: refs/tags/v2, tag: refs/tags/v1` → `v2`, `v1`. */
export function readDecorations(decorations: string): string[] {
  return decorations.split(', ').flatMap((name) => /^tag: refs\/tags\/(.+)$/.exec(name.trim())?.[1] ?? []);
}

/** What `git ls-remote` prints. A line that ends in `^{}` says which commit an annotated tag stands for. */
export function readRemote(listed: string): RemoteRef[] {
  const commits = new Map<string, string>();
  for (const line of listed.split('\n')) {
    const [commit, name] = line.split('\t');
    if (commit === undefined || name === undefined) continue;
    commits.set(name.replace(/\^\{\}$/, ''), commit);
  }
  return [...commits].map(([name, commit]) => ({ name, commit }));
}

/** In the order in which git itself looks a name up. */
export function findRemote(refs: readonly RemoteRef[], ref: string): string | undefined {
  for (const name of [ref, `refs/${ref}`, `refs/tags/${ref}`, `refs/heads/${ref}`]) {
    const found = refs.find((one) => one.name === name);
    if (found !== undefined) return found.commit;
  }
  return undefined;
}

/** What a person would type. */
export function shortName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags|remotes)\//, '');
}

import type { ForPeople } from '../for-people.ts';
import type { Site } from './site.ts';

/** Of `/browse/PS-1822`. */
export function forPeople(path: string, site: Site): ForPeople | undefined {
  const [, key] = /^\/browse\/([^/]+)\/?$/.exec(path) ?? [];
  const issue = key === undefined ? undefined : site.find(key);
  if (issue === undefined) return undefined;
  const { title, status, type, assignee } = issue;
  return {
    title: `${issue.key} ${title}`,
    state: status.name,
    words: [`${type.name}, ${assignee === undefined ? 'nobody has it' : `of ${assignee.name}`}`],
  };
}

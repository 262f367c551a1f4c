import { type Answer, type Asked, fault, notFound, ok, type Place } from './asked.ts';

/** A team, and whether somebody is in it. */
export function teamOf({ path, method }: Asked, { forge, root, views }: Place): Answer {
  const [, organization, slug = '', login] =
    /^\/orgs\/([^/]+)\/teams\/([^/]+)(?:\/memberships\/([^/]+))?$/.exec(path) ?? [];
  if (method !== 'GET') return notFound;
  if (!forge.showsTeams) return fault(403, 'Resource not accessible by personal access token');
  const members = forge.teams.get(`${organization}/${slug}`);
  if (members === undefined) return notFound;
  if (login === undefined) return ok(views.team(`${organization}`, slug));
  const isMember = members.some((one) => one.toLowerCase() === login.toLowerCase());
  return isMember ? ok({ url: `${root}${path}`, role: 'member', state: 'active' }) : notFound;
}

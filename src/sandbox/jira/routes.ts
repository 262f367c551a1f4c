import { lookAgile } from './agile.ts';
import { type Allowed, type Answer, type Asked, fault } from './asked.ts';
import { look } from './reads.ts';
import type { Person } from './shapes.ts';
import type { Site } from './site.ts';
import { act } from './writes.ts';

export type { Answer, Asked } from './asked.ts';

const page = (status: number, title: string): Answer => ({
  status,
  body: `<!DOCTYPE html><html><head><title>${title} (${status})</title></head><body><h1>${title}</h1></body></html>`,
});

export function answer(asked: Asked): Answer {
  const { site, path, method } = asked;
  const asker = askerOf(asked.authorization, site);
  if (asker === undefined) return refused(site);
  const agile = /^\/rest\/agile\/1\.0(\/.*)$/.exec(path)?.[1];
  if (agile !== undefined) return lookAgile({ ...asked, asker, rest: agile });
  const [, version, rest = ''] = /^\/rest\/api\/(\d)(\/.*)$/.exec(path) ?? [];
  if (version === undefined || version !== (site.edition === 'cloud' ? '3' : '2')) return page(404, 'Not Found');
  const allowed: Allowed = { ...asked, asker, rest };
  const isSearch = rest.startsWith('/search');
  return (method === 'GET' || isSearch ? look(allowed) : act(allowed)) ?? fault(404, `null for uri: ${path}`);
}

/** Of Jira Cloud by the address and an API token; of Jira Server by name and password, or by a token alone. */
function askerOf(authorization: string | undefined, { people, edition }: Site): Person | undefined {
  const [, scheme, secret = ''] = /^(Basic|Bearer) (.+)$/.exec(authorization ?? '') ?? [];
  if (scheme === undefined) return undefined;
  if (scheme === 'Bearer') return edition === 'server' ? people.find(({ token }) => token === secret) : undefined;
  const [user, ...rest] = Buffer.from(secret, 'base64').toString().split(':');
  const isTheirs = ({ id, email }: Person): boolean => user === (edition === 'cloud' ? email : id);
  return people.find((one) => isTheirs(one) && one.token !== undefined && one.token === rest.join(':'));
}

function refused({ edition }: Site): Answer {
  const headers = { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
  if (edition === 'server') return { ...page(401, 'Unauthorized'), headers };
  return { ...fault(401, 'Client must be authenticated to access this resource.'), headers };
}

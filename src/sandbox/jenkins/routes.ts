import type { IncomingMessage } from 'node:http';
import type { Access } from './access.ts';
import type { Farm, FarmBuild, FarmJob } from './farm.ts';
import { parseTree, prune } from './tree.ts';
import { Views } from './views.ts';

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer | object;
}

export interface Asked {
  request: IncomingMessage;
  body: URLSearchParams;
  farm: Farm;
  access: Access;
  root: string;
}

const page = (status: number, title: string): Answer => ({
  status,
  body: `<html><head><title>${title}</title></head><body><h2>HTTP ERROR ${status} ${title}</h2></body></html>`,
});
const notFound = page(404, 'Not Found');

export function answer(asked: Asked): Answer {
  const { request, access, farm, root, body } = asked;
  const url = new URL(request.url ?? '/', root);
  const known = access.userOf(request);
  if (known === undefined)
    return { ...page(401, 'Unauthorized'), headers: { 'www-authenticate': 'Basic realm="Jenkins"' } };
  if (url.pathname === '/crumbIssuer/api/json') {
    const { crumb, session } = access.newCrumb();
    const headers = { 'set-cookie': `JSESSIONID=${session}; Path=/; HttpOnly` };
    return {
      status: 200,
      headers,
      body: { _class: 'hudson.security.csrf.DefaultCrumbIssuer', crumb, crumbRequestField: 'Jenkins-Crumb' },
    };
  }
  // To read a log is to read it, however it is asked for.
  const isLog = url.pathname.endsWith('/logText/progressiveText');
  for (const [name, value] of isLog ? body : []) url.searchParams.set(name, value);
  if (request.method !== 'POST' || isLog) return look(url, farm, new Views(farm, root), request.method === 'HEAD');
  if (!known.hasToken && !access.hasCrumb(request)) return page(403, 'No valid crumb was included in the request');
  if (known.user.isReader === true) return page(403, `${known.user.name} is missing the Job/Build permission`);
  return act(url, known.user.name, asked);
}

function look(url: URL, farm: Farm, views: Views, isHead: boolean): Answer {
  const path = url.pathname;
  const json = /^(.*?)\/api\/json$/.exec(path)?.[1];
  if (json !== undefined) return lookJson(json, url, farm, views);
  const [, of = '', rest = ''] = /^((?:\/job\/[^/]+)+\/\d+)\/(.+)$/.exec(path) ?? [];
  const build = buildAt(of, farm);
  if (build === undefined) return notFound;
  if (rest === 'logText/progressiveText') return logFrom(build, Number(url.searchParams.get('start') ?? 0));
  if (rest === 'consoleText')
    return { status: 200, headers: { 'content-type': 'text/plain;charset=utf-8' }, body: build.log };
  const file = /^artifact\/(.+)$/.exec(rest)?.[1];
  const found = build.artifacts.find(({ path: name }) => name === decodeURIComponent(file ?? ''));
  if (found === undefined) return notFound;
  const headers = { 'content-type': 'application/octet-stream', 'content-length': `${found.content.length}` };
  return { status: 200, headers, ...(isHead ? {} : { body: found.content }) };
}

function lookJson(path: string, url: URL, farm: Farm, views: Views): Answer {
  const found = viewOf(path, farm, views);
  if (found === undefined) return notFound;
  const tree = url.searchParams.get('tree');
  try {
    return { status: 200, body: prune(found, tree === null ? undefined : parseTree(tree)) as object };
  } catch (error) {
    return page(500, error instanceof Error ? error.message : 'Oops!');
  }
}

function viewOf(path: string, farm: Farm, views: Views): object | undefined {
  if (path === '/queue') return views.queue();
  if (path === '/computer') return views.computers();
  const queued = /^\/queue\/item\/(\d+)$/.exec(path)?.[1];
  if (queued !== undefined) {
    const item = farm.item(Number(queued));
    return item && views.queueItem(item);
  }
  const tests = /^(.*)\/testReport$/.exec(path)?.[1];
  const build = buildAt(tests ?? path, farm);
  if (build !== undefined) return tests === undefined ? views.build(build) : views.tests(build);
  if (!/^(?:\/job\/[^/]+)*$/.test(path)) return undefined;
  const name = nameIn(path);
  const job = farm.jobs.get(name);
  return job === undefined ? views.folder(name) : views.job(job);
}

function logFrom({ log, result }: FarmBuild, start: number): Answer {
  // What asks for more than there is gets all of it anew.
  const from = start > log.length ? 0 : start;
  const headers = {
    'content-type': 'text/plain;charset=utf-8',
    'x-text-size': `${log.length}`,
    ...(result === undefined ? { 'x-more-data': 'true' } : {}),
  };
  return { status: 200, headers, body: log.subarray(from) };
}

function act(url: URL, user: string, { body, farm, root }: Asked): Answer {
  const path = url.pathname;
  const left = /^\/queue\/item\/(\d+)\/cancelQueue$/.exec(path)?.[1];
  if (path === '/queue/cancelItem' || left !== undefined) {
    const item = farm.item(Number(left ?? url.searchParams.get('id')));
    if (item === undefined || item.leftAt !== undefined) return notFound;
    farm.cancel(item);
    return left === undefined ? { status: 204 } : { status: 302, headers: { location: root } };
  }
  const [, of = '', verb = ''] = /^((?:\/job\/[^/]+)+(?:\/\d+)?)\/(build|buildWithParameters|stop)$/.exec(path) ?? [];
  const build = buildAt(of, farm);
  if (verb === 'stop' && build !== undefined) {
    farm.stop(build);
    return { status: 302, headers: { location: `${root}${of.slice(1)}/` } };
  }
  const job = farm.jobs.get(nameIn(of));
  if (job === undefined || build !== undefined || verb === 'stop') return notFound;
  return schedule(job, verb, new URLSearchParams([...url.searchParams, ...body]), user, farm, root);
}

function schedule(job: FarmJob, verb: string, given: URLSearchParams, user: string, farm: Farm, root: string): Answer {
  if (job.isDisabled === true) return page(409, `${job.name} is not buildable`);
  const hasAny = (job.parameters ?? []).length > 0;
  if (hasAny !== (verb === 'buildWithParameters'))
    return page(400, hasAny ? 'Nothing is submitted' : `${job.name} is not parameterized`);
  const { item, isNew } = farm.schedule(job, Object.fromEntries(given), user);
  return { status: isNew ? 201 : 303, headers: { location: `${root}queue/item/${item.id}/` } };
}

const nameIn = (path: string): string =>
  [...path.matchAll(/\/job\/([^/]+)/g)].map(([, part = '']) => decodeURIComponent(part)).join('/');

function buildAt(path: string, farm: Farm): FarmBuild | undefined {
  const [, of = '', number = ''] = /^((?:\/job\/[^/]+)+)\/(\d+|lastBuild)$/.exec(path) ?? [];
  const builds = farm.jobs.get(nameIn(of))?.builds;
  return number === 'lastBuild' ? builds?.[0] : builds?.find((build) => build.number === Number(number));
}

import { contractProblems, unknownFields } from './contract.ts';
import type { FarmBuild, TeamcityFarm } from './farm.ts';
import { parseFields, prune } from './fields.ts';
import { Missing, type Page, Views } from './views.ts';

export interface Asked {
  method: string;
  /** Below the path that it stands at. */
  path: string;
  query: URLSearchParams;
  body: string;
  farm: TeamcityFarm;
  /** Without a slash at its end. */
  url: string;
  isReader: boolean;
}

export interface Answer {
  status: number;
  body: object | Buffer;
  /** What the contract says otherwise. */
  problems?: string[];
}

interface Found {
  /** Of the contract; undefined for what it does not describe. */
  kind: string;
  view: object;
}

const fault = (status: number, message: string): Answer => ({
  status,
  body: { errors: [{ message, additionalMessage: 'Error has occurred during request processing.', statusText: '' }] },
});

export function answer(asked: Asked): Answer {
  try {
    if (asked.method === 'POST') return act(asked);
    if (asked.path === '/app/messages') return messages(asked);
    const content = /^\/app\/rest\/builds\/id:(\d+)\/artifacts\/content\/(.+)$/.exec(asked.path);
    if (content !== null) return contentOf(findBuild(asked.farm, content[1]), content[2] ?? '');
    return told(look(asked), asked);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fault(error instanceof Missing ? 404 : 400, message);
  }
}

/** As much as was asked for, which the contract knows. */
function told({ kind, view }: Found, { query }: Asked): Answer {
  const text = query.get('fields');
  if (text === null) throw new Error('the fake wants to know which fields');
  const fields = parseFields(text);
  const body = JSON.parse(JSON.stringify(prune(view, fields))) as object;
  return { status: 200, body, problems: [...unknownFields(kind, fields), ...contractProblems(kind, body)] };
}

function look({ path, query, farm, url }: Asked): Found {
  const views = new Views(farm, url);
  const locator = query.get('locator') ?? '';
  const rest = path.replace(/^\/app\/rest\//, '');
  const on = <Item>(page: Page<Item>): object => nextOf(page, { path, query, url });
  if (rest === 'buildTypes') {
    const page = views.types(locator);
    return { kind: 'buildTypes', view: { ...on(page), buildType: page.items.map((type) => views.type(type)) } };
  }
  if (rest === 'builds') {
    const page = views.builds(locator);
    return {
      kind: 'builds',
      view: { ...on(page), count: page.items.length, build: page.items.map((build) => views.build(build)) },
    };
  }
  if (rest === 'testOccurrences') return { kind: 'testOccurrences', view: { testOccurrence: views.tests(locator) } };
  if (rest === 'agents') return { kind: 'agents', view: { agent: views.agents(locator) } };
  const [, id, folder] = /^builds\/id:(\d+)(?:\/artifacts\/children(?:\/(.*))?)?$/.exec(rest) ?? [];
  if (id === undefined) throw new Missing(`No such resource: ${path}`);
  const build = findBuild(farm, id);
  if (!rest.includes('/artifacts/')) return { kind: 'build', view: views.build(build) };
  return { kind: 'Files', view: { file: views.files(build, decodeURIComponent(folder ?? '')) } };
}

function nextOf<Item>({ next }: Page<Item>, { path, query, url }: Pick<Asked, 'path' | 'query' | 'url'>): object {
  if (next === undefined) return {};
  const locator = (query.get('locator') ?? '').replace(/,?(?:start|count):\d+/g, '');
  const parts = [locator, `count:${next.count},start:${next.start}`].filter((part) => part !== '');
  const search = new URLSearchParams({ locator: parts.join(','), fields: query.get('fields') ?? '' });
  // With the path that it stands at, as TeamCity says it.
  return { nextHref: `${new URL(url).pathname.replace(/\/$/, '')}${path}?${search}` };
}

function act(asked: Asked): Answer {
  const { path, body, farm, isReader, url } = asked;
  if (isReader) return fault(403, "You do not have enough permissions to run build (user 'ops').");
  const said = JSON.parse(body);
  const views = new Views(farm, url);
  if (path === '/app/rest/buildQueue') {
    const problems = contractProblems('build', said);
    const type = farm.types.get(said.buildType?.id);
    if (type === undefined) throw new Missing(`No build type nor template is found by id '${said.buildType?.id}'.`);
    const given = (said.properties?.property ?? []) as { name: string; value: string }[];
    const properties = Object.fromEntries(given.map(({ name, value }) => [name, value]));
    const build = farm.queue(type, { branch: said.branchName, properties, comment: said.comment?.text });
    const answered = told({ kind: 'build', view: views.build(build) }, asked);
    return { ...answered, problems: [...problems, ...(answered.problems ?? [])] };
  }
  const [, kind, id] = /^\/app\/rest\/(buildQueue|builds)\/id:(\d+)$/.exec(path) ?? [];
  const build = findBuild(farm, id);
  if (build.state !== (kind === 'builds' ? 'running' : 'queued')) throw new Missing(`No ${kind} by id ${id}`);
  farm.cancel(build, said.comment);
  return { status: 200, body: { id: build.id }, problems: contractProblems('buildCancelRequest', said) };
}

function findBuild(farm: TeamcityFarm, id = ''): FarmBuild {
  const found = farm.find(Number(id));
  if (found === undefined) throw new Missing(`No build found by locator 'id:${id}'.`);
  return found;
}

/** `messagesCount=0,100&messageId=17`: that one, and as many after it; without one, the first ones. */
function messages({ query, farm }: Asked): Answer {
  const { log } = findBuild(farm, query.get('buildId') ?? '');
  const [, count] = (query.get('messagesCount') ?? '').split(',').map(Number);
  const focus = query.get('messageId');
  const from = Number(focus ?? 0);
  const last = Math.min(log.length, from + (count ?? 0) + (focus === null ? 0 : 1));
  const found = Array.from({ length: Math.max(0, last - from) }, (_, at) => ({
    ...{ id: from + at, text: log.at(from + at) ?? '', level: 1, status: 1, flowId: 0 },
  }));
  return {
    status: 200,
    body: {
      messages: found,
      lastMessageIndex: log.length - 1,
      focusIndex: 0,
      lastMessageIncluded: last === log.length,
    },
  };
}

function contentOf({ files }: FarmBuild, path: string): Answer {
  const found = files[decodeURIComponent(path)];
  if (found === undefined) throw new Missing(`No artifact is found by path ${path}`);
  return { status: 200, body: found };
}

import { type Allowed, type Answer, fault, pageOf } from './asked.ts';

/** Boards and their sprints. */
export function lookAgile({ rest, site, views, query, method }: Allowed): Answer {
  if (method !== 'GET') return fault(405, 'Method not allowed');
  if (rest === '/board') {
    const key = query.get('projectKeyOrId');
    if (key !== null && !site.projects.has(key)) return fault(400, `No project could be found with key or id '${key}'`);
    const type = query.get('type');
    const boards = site.boards.filter((one) => (key ?? one.project) === one.project && (type ?? one.type) === one.type);
    const { shown, ...page } = pageOf(boards, query);
    return { status: 200, body: { ...page, values: shown.map((one) => views.board(one)) } };
  }
  const [, id, part] = /^\/board\/(\d+)\/(sprint)$/.exec(rest) ?? [];
  const board = site.boards.find((one) => one.id === Number(id));
  if (part === 'sprint') {
    if (board === undefined) return fault(404, `Board does not exist or you do not have permission to see it.`);
    if (board.type === 'kanban') return fault(400, 'The board does not support sprints');
    const states = query.get('state')?.split(',');
    const sprints = site.sprints.filter((one) => one.board === board.id && (states?.includes(one.state) ?? true));
    const { shown, ...page } = pageOf(sprints, query);
    return { status: 200, body: { ...page, values: shown.map((one) => views.sprint(one)) } };
  }
  return fault(404, `null for uri: ${rest}`);
}

import type { Bounded } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import type { Sprint } from '../../context/tickets.ts';
import type { Jira } from './ask.ts';
import { boardShape, pageOf, sprintShape } from './shapes.ts';
import { readSprint } from './sprint-field.ts';

const mostBoards = 50;

/** Open sprints of a board, or of all boards of a project that have sprints; each sprint once. */
export async function openSprints(of: { board: number } | { project: string }, jira: Jira): Promise<Bounded<Sprint>> {
  const boards = 'board' in of ? { ids: [of.board], hasMore: false } : await boardsOf(of.project, jira);
  const found = new Map<number, Sprint>();
  for (const board of boards.ids) for (const one of await sprintsOf(board, jira)) found.set(one.id, one);
  return { items: [...found.values()].sort((one, other) => one.id - other.id), hasMore: boards.hasMore };
}

async function boardsOf(project: string, jira: Jira): Promise<{ ids: number[]; hasMore: boolean }> {
  const query = { projectKeyOrId: project, type: 'scrum', maxResults: mostBoards };
  const page = await jira.findOnBoards('/board', pageOf(boardShape), { query });
  return { ids: page?.values.map(({ id }) => id) ?? [], hasMore: page?.isLast === false };
}

async function sprintsOf(board: number, jira: Jira): Promise<Sprint[]> {
  const query = { state: 'active', maxResults: 50 };
  const page = await jira.findOnBoards(`/board/${board}/sprint`, pageOf(sprintShape), { query });
  if (page === undefined) {
    const hint = 'the number stands in the address of the board: jira.projects.<key>.board';
    throw new OpsError('config', `Jira has no board ${board}, or the token under jira may not see it`, { hint });
  }
  return page.values.map(readSprint);
}

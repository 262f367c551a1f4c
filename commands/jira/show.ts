import {
  type Block,
  type Config,
  type Inline,
  linked,
  type Sprint,
  type State,
  type StateCategory,
  type Style,
  styled,
  type Ticket,
  table,
  text,
} from '../../src/index.ts';

const colors: Readonly<Record<StateCategory, Style['color']>> = { new: 'gray', started: 'yellow', done: 'green' };

export function stateSpan({ name, category }: State): Inline {
  const color = colors[category];
  return styled(name, color === undefined ? {} : { color });
}

/** What its board says is stuck is said with its state. */
export function stateCell({ state, isBlocked }: Pick<Ticket, 'state' | 'isBlocked'>): Inline {
  const isSaid = /block/i.test(state.name);
  return isBlocked && !isSaid ? styled(`${state.name}, blocked`, { color: 'red' }) : stateSpan(state);
}

export interface TableOptions {
  hasPeople?: boolean;
  hasSprints?: boolean;
}

/** Titles come last: they are long, and a phone is narrow. */
export function ticketTable(
  tickets: readonly Ticket[],
  { hasPeople = false, hasSprints = false }: TableOptions = {},
): Block {
  return table(
    ['Ticket', 'State', ...(hasPeople ? ['Who'] : []), ...(hasSprints ? ['Sprint'] : []), 'Title'],
    tickets.map((ticket) => [
      linked(ticket.key, ticket.url),
      stateCell(ticket),
      ...(hasPeople ? [ticket.assignee?.name ?? 'nobody'] : []),
      ...(hasSprints ? [ticket.sprint?.name ?? ''] : []),
      ticket.title,
    ]),
  );
}

const day = 86_400_000;

/** `Sprint 42, 10 days left` */
export function sprintWords({ name, end }: Sprint, now: Date): string {
  if (end === undefined) return name;
  const days = Math.ceil((end.getTime() - now.getTime()) / day);
  const left =
    days < 0 ? `should have ended on ${end.toISOString().slice(0, 10)}` : `${days} ${days === 1 ? 'day' : 'days'} left`;
  return `${name}, ${left}`;
}

/** Text with code between fences, as it is read: at most so many lines. */
export function proseBlocks(prose: string, most: number): { blocks: Block[]; isCut: boolean } {
  const lines = prose.split('\n');
  const blocks: Block[] = [];
  let fenced: string[] | undefined;
  let fence = '';
  for (const line of lines.slice(0, most)) {
    const [mark] = /^`{3,}/.exec(line) ?? [];
    if (mark !== undefined && (fenced === undefined || line === fence)) {
      if (fenced !== undefined && fenced.length > 0) blocks.push({ type: 'code', text: fenced.join('\n') });
      fenced = fenced === undefined ? [] : undefined;
      fence = mark;
    } else if (fenced !== undefined) fenced.push(line);
    else if (line.trim() !== '') blocks.push(text(line));
  }
  if (fenced !== undefined && fenced.length > 0) blocks.push({ type: 'code', text: fenced.join('\n') });
  return { blocks, isCut: lines.length > most };
}

/** Where the builds of a ticket are, where the configuration says so. */
export function buildLink(key: string, { jira }: Pick<Config, 'jira'>): string | undefined {
  const template = jira?.projects[projectOf(key)]?.build ?? jira?.build;
  return template?.replaceAll('{key}', encodeURIComponent(key));
}

export const projectOf = (key: string): string => key.slice(0, key.lastIndexOf('-'));

/** Said below a list that is not all. */
export const moreWords = (words: string): Block => text(styled(words, { dim: true }));

import type {
  Account,
  Comment,
  LinkedTicket,
  State,
  Ticket,
  TicketChange,
  TicketDetails,
  TicketLink,
} from '../../context/tickets.ts';
import type { BoardFields } from './fields.ts';
import { readProse } from './prose.ts';
import type { CommentAnswer, IssueAnswer, PersonAnswer, ShortAnswer, StatusAnswer } from './shapes.ts';
import { readSprints } from './sprint-field.ts';

/** What is needed to read an issue besides itself. */
export interface Reading {
  boardFields: BoardFields;
  link(key: string): string;
}

export function readAccount(person: PersonAnswer): Account {
  const id = person.accountId ?? person.name ?? '';
  return { id, name: person.displayName ?? person.name ?? id, isActive: person.active ?? true };
}

const accountOf = (person: PersonAnswer | null | undefined): Account | undefined =>
  person == null ? undefined : readAccount(person);

export function readState(status: StatusAnswer | null | undefined): State {
  const key = status?.statusCategory?.key ?? 'new';
  const category = key === 'new' || key === 'undefined' ? 'new' : /^(?:done|completed)$/.test(key) ? 'done' : 'started';
  return { name: status?.name ?? '', category };
}

export function readTicket(issue: IssueAnswer, reading: Reading): Ticket {
  const { key, fields } = issue;
  const { sprint, flagged } = reading.boardFields;
  const flags = flagged === undefined ? undefined : fields[flagged];
  return {
    ...{ key, url: reading.link(key), title: inOneLine(fields.summary ?? ''), type: fields.issuetype?.name ?? '' },
    ...{ state: readState(fields.status), assignee: accountOf(fields.assignee), labels: fields.labels ?? [] },
    ...{ priority: fields.priority?.name, isBlocked: Array.isArray(flags) && flags.length > 0 },
    sprint: sprint === undefined ? undefined : readSprints(fields[sprint]),
    ...{ created: new Date(fields.created ?? 0), updated: new Date(fields.updated ?? 0) },
    comments: fields.comment == null ? undefined : newestFirst(fields.comment, key, reading),
    changes: issue.changelog == null ? undefined : readChanges(issue.changelog.histories),
  };
}

export function readDetails(issue: IssueAnswer, reading: Reading): TicketDetails {
  const { fields } = issue;
  const ticket = readTicket(issue, reading);
  const linked = (one: ShortAnswer): LinkedTicket => readLinked(one, reading);
  return {
    ...ticket,
    comments: ticket.comments ?? { items: [], hasMore: false },
    description: fields.description == null ? '' : readProse(fields.description).text.trim(),
    ...{ reporter: accountOf(fields.reporter), resolution: fields.resolution?.name, due: fields.duedate ?? undefined },
    components: (fields.components ?? []).map(({ name }) => name),
    versions: (fields.fixVersions ?? []).map(({ name }) => name),
    parent: fields.parent == null ? undefined : linked(fields.parent),
    subtasks: (fields.subtasks ?? []).map(linked),
    links: (fields.issuelinks ?? []).flatMap(({ type, inwardIssue, outwardIssue }): TicketLink[] => [
      ...(inwardIssue == null ? [] : [{ relation: type.inward ?? '', ticket: linked(inwardIssue) }]),
      ...(outwardIssue == null ? [] : [{ relation: type.outward ?? '', ticket: linked(outwardIssue) }]),
    ]),
  };
}

const readLinked = ({ key, fields }: ShortAnswer, { link }: Reading): LinkedTicket => ({
  ...{ key, url: link(key), title: inOneLine(fields?.summary ?? '') },
  state: readState(fields?.status),
});

/** In an answer they stand in either order. */
export function newestFirst(
  { comments, total }: { comments: readonly CommentAnswer[]; total?: number | null | undefined },
  key: string,
  reading: Reading,
): { items: readonly Comment[]; hasMore: boolean } {
  const read = comments.map((one) => readComment(one, key, reading));
  const items = read.sort((one, other) => other.at.getTime() - one.at.getTime() || Number(other.id) - Number(one.id));
  return { items, hasMore: (total ?? 0) > items.length };
}

export function readComment(
  { id, author, body, created, updated }: CommentAnswer,
  key: string,
  { link }: Reading,
): Comment {
  const { text, mentions } = readProse(body);
  const url = `${link(key)}?focusedCommentId=${encodeURIComponent(id)}`;
  const at = new Date(created);
  const edited = new Date(updated ?? created);
  return { id, author: accountOf(author), at, edited, text: text.trim(), mentions, url };
}

type History = NonNullable<IssueAnswer['changelog']>['histories'][number];

/** In an answer they stand in either order. */
function readChanges(histories: readonly History[]): TicketChange[] {
  const at = ({ created }: History): Date => new Date(created);
  const sorted = histories.toSorted(
    (one, other) => at(one).getTime() - at(other).getTime() || Number(one.id) - Number(other.id),
  );
  return sorted.flatMap((one) => one.items.map((item) => ({ at: at(one), by: accountOf(one.author), ...item })));
}

const inOneLine = (title: string): string => title.replaceAll(/\s+/g, ' ').trim();

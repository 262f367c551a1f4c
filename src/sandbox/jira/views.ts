import { boardFields, type FieldDefinition, type Person, type Status, type TransitionDefinition } from './shapes.ts';
import type { Board, Comment, Issue, Project, Site, Sprint } from './site.ts';

const categories = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;
const inverse = { blocks: 'is blocked by', 'is blocked by': 'blocks' } as const;

/** `2026-11-21T10:00:00.000+0000` */
const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

/** What a site says of what it knows, as its edition says it. */
export class Views {
  private readonly site: Site;
  private readonly root: string;

  /** `root` ends with a slash. */
  constructor(site: Site, root: string) {
    this.site = site;
    this.root = root;
  }

  private get api(): string {
    return `${this.root}rest/api/${this.site.edition === 'cloud' ? 3 : 2}`;
  }

  person({ id, name, email, isActive = true, kind = 'atlassian' }: Person): object {
    const rest = { emailAddress: email, displayName: name, active: isActive, timeZone: 'Etc/UTC' };
    if (this.site.edition === 'server')
      return { self: `${this.api}/user?username=${encodeURIComponent(id)}`, name: id, key: id, ...rest };
    return { self: `${this.api}/user?accountId=${id}`, accountId: id, accountType: kind, ...rest };
  }

  status({ id, name, category }: Status): object {
    const of = categories[category];
    return {
      ...{ self: `${this.api}/status/${id}`, description: '', iconUrl: `${this.root}images/status.png`, name, id },
      statusCategory: { self: `${this.api}/statuscategory/${of.id}`, ...of },
    };
  }

  sprint({ id, board, name, state, start, end, goal = '' }: Sprint): object {
    const times = {
      ...(start === undefined ? {} : { startDate: new Date(start).toISOString() }),
      ...(end === undefined ? {} : { endDate: new Date(end).toISOString() }),
    };
    return {
      ...{ id, self: `${this.root}rest/agile/1.0/sprint/${id}`, state, name, ...times, originBoardId: board, goal },
    };
  }

  board({ id, name, type, project }: Board): object {
    const of = this.site.projects.get(project);
    const location = { projectId: Number(of?.id), displayName: of?.name, projectName: of?.name, projectKey: of?.key };
    return { id, self: `${this.root}rest/agile/1.0/board/${id}`, name, type, location };
  }

  project({ id, key, name }: Project): object {
    return { self: `${this.api}/project/${id}`, id, key, name, projectTypeKey: 'software' };
  }

  comment(issue: Issue, { id, author, at, edited = at, body }: Comment): object {
    return {
      ...{ self: `${this.api}/issue/${issue.id}/comment/${id}`, id, author: this.person(author), body },
      ...{ updateAuthor: this.person(author), created: stamp(at), updated: stamp(edited) },
    };
  }

  /** With those fields that were asked for alone. */
  issue(issue: Issue, wanted: readonly string[], expand: readonly string[] = []): object {
    const all = this.fields(issue);
    const isAll = wanted.includes('*all') || wanted.includes('*navigable');
    const kept = Object.entries(all).filter(([name]) => isAll || wanted.includes(name));
    return {
      ...{ expand: 'renderedFields,names,schema,operations,editmeta,changelog', id: issue.id },
      ...{ self: `${this.api}/issue/${issue.id}`, key: issue.key },
      ...(expand.includes('changelog') ? { changelog: this.history(issue) } : {}),
      ...(kept.length === 0 ? {} : { fields: Object.fromEntries(kept) }),
    };
  }

  field({ id, name, isRequired = false, hasDefault = false, schema, choices }: FieldDefinition): object {
    const isNamed = ['priority', 'resolution', 'components', 'issuetype'].includes(id);
    const allowed = choices?.map((one) => ({
      ...{ self: `${this.api}/${id}/${one.id}`, id: one.id },
      ...(isNamed ? { name: one.name } : { value: one.name }),
    }));
    return {
      ...{ required: isRequired, schema: { ...schema }, name, key: id, hasDefaultValue: hasDefault },
      operations: schema.type === 'array' ? ['add', 'set', 'remove'] : ['set'],
      ...(allowed === undefined ? {} : { allowedValues: allowed }),
    };
  }

  transition({ id, name, to, fields = [] }: TransitionDefinition, isWhole: boolean): object {
    const flags = { hasScreen: fields.length > 0, isGlobal: false, isInitial: false, isConditional: false };
    const listed = Object.fromEntries(fields.map((field) => [field.id, this.field(field)]));
    return {
      ...{ id, name, to: this.status(this.site.status(to)), ...flags, isAvailable: true },
      ...(isWhole ? { fields: listed } : {}),
    };
  }

  private history({ history }: Issue): object {
    const isCloud = this.site.edition === 'cloud';
    const histories = history.map(({ id, author, at, items }) => ({
      ...{ id, author: this.person(author), created: stamp(at) },
      items: items.map(({ field, from, to }) => ({
        ...{ field, fieldtype: field === 'Flagged' || field === 'Sprint' ? 'custom' : 'jira' },
        // Where there was nothing, it leaves the words out.
        ...(from === '' ? {} : { fromString: from }),
        ...(to === '' ? {} : { toString: to }),
      })),
    }));
    // Jira Cloud has the newest first.
    const sorted = isCloud ? histories.toReversed() : histories;
    return { startAt: 0, maxResults: sorted.length, total: sorted.length, histories: sorted };
  }

  private fields(issue: Issue): Record<string, unknown> {
    const { assignee, sprints, comments, type } = issue;
    const shown = comments.slice(-20).map((one) => this.comment(issue, one));
    return {
      ...{ summary: issue.title, description: issue.description ?? null, status: this.status(issue.status) },
      issuetype: {
        self: `${this.api}/issuetype/${type.id}`,
        id: type.id,
        name: type.name,
        subtask: type.isSubtask === true,
      },
      ...{ project: this.project(issue.project), labels: issue.labels, rank: undefined },
      ...{ assignee: assignee === undefined ? null : this.person(assignee), reporter: this.person(issue.reporter) },
      priority: { self: `${this.api}/priority/3`, id: '3', name: issue.priority },
      resolution: issue.resolution === undefined ? null : { id: '1', name: issue.resolution },
      ...{
        components: issue.components.map((name) => ({ id: '1', name })),
        fixVersions: [],
        duedate: issue.due ?? null,
      },
      ...{ created: stamp(issue.created), updated: stamp(issue.updated) },
      issuelinks: issue.links.map((one, index) => this.link(issue, one, index)),
      subtasks: [...this.site.issues.values()].filter(({ parent }) => parent === issue).map((one) => this.short(one)),
      ...(issue.parent === undefined ? {} : { parent: this.short(issue.parent) }),
      comment: {
        comments: shown,
        maxResults: shown.length,
        total: comments.length,
        startAt: comments.length - shown.length,
      },
      [boardFields.rank]: issue.rank,
      [boardFields.flagged]: issue.isFlagged ? [{ id: '10019', value: 'Impediment' }] : null,
      [boardFields.sprint]: sprints.length === 0 ? null : sprints.map((one) => this.sprintField(one)),
      ...issue.custom,
    };
  }

  /** Jira Server writes the sprint of an issue as Java does. */
  private sprintField(sprint: Sprint): unknown {
    const { id, board, name, state, start, end, goal } = sprint;
    if (this.site.edition === 'cloud') {
      const { originBoardId, self, ...rest } = this.sprint(sprint) as { originBoardId: number; self: string };
      return { ...rest, boardId: originBoardId };
    }
    const time = (at: number | undefined): string => (at === undefined ? '<null>' : new Date(at).toISOString());
    const words = `id=${id},rapidViewId=${board},state=${state.toUpperCase()},name=${name},startDate=${time(start)},endDate=${time(end)}`;
    const ended = `completeDate=<null>,activatedDate=${time(start)},sequence=${id},goal=${goal ?? ''},autoStartStop=false`;
    return `com.atlassian.greenhopper.service.sprint.Sprint@${id}f[${words},${ended}]`;
  }

  private link({ id }: Issue, { relation, other }: Issue['links'][number], index: number): object {
    const type = { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
    const side = relation === 'blocks' ? 'outwardIssue' : 'inwardIssue';
    return { id: `${id}${index}`, self: `${this.api}/issueLink/${id}${index}`, type, [side]: this.short(other) };
  }

  private short({ id, key, title, status, type, priority }: Issue): object {
    const fields = {
      ...{ summary: title, status: this.status(status), priority: { id: '3', name: priority } },
      issuetype: { id: type.id, name: type.name, subtask: type.isSubtask === true },
    };
    return { id, key, self: `${this.api}/issue/${id}`, fields };
  }
}

/** Ties two issues together, each with the words of its side. */
export function tie(one: Issue, relation: 'blocks' | 'is blocked by', other: Issue): void {
  one.links.push({ relation, other });
  other.links.push({ relation: inverse[relation], other: one });
}

import { key, type Person, type Status, type TransitionDefinition, type TypeDefinition } from './shapes.ts';

export interface Project {
  id: string;
  key: string;
  name: string;
  types: TypeDefinition[];
  transitions: TransitionDefinition[];
  /** Of those that nothing may be created in. */
  isClosed?: boolean;
  next: number;
}

export interface Board {
  id: number;
  name: string;
  project: string;
  type: 'scrum' | 'kanban';
}

export interface Sprint {
  id: number;
  board: number;
  name: string;
  state: 'active' | 'future' | 'closed';
  start?: number;
  end?: number;
  goal?: string;
}

export interface Comment {
  id: string;
  author: Person;
  at: number;
  /** Where it was changed since. */
  edited?: number;
  /** As the edition keeps it: a document, or a text in markup. */
  body: unknown;
}

export interface Change {
  id: string;
  author: Person;
  at: number;
  items: readonly { field: string; from: string; to: string }[];
}

export interface Issue {
  id: string;
  key: string;
  project: Project;
  type: TypeDefinition;
  title: string;
  description: unknown;
  status: Status;
  assignee: Person | undefined;
  reporter: Person;
  priority: string;
  labels: string[];
  components: string[];
  sprints: Sprint[];
  /** Sorts as text. */
  rank: string;
  created: number;
  updated: number;
  comments: Comment[];
  history: Change[];
  links: { relation: 'blocks' | 'is blocked by'; other: Issue }[];
  parent: Issue | undefined;
  resolution: string | undefined;
  due: string | undefined;
  isFlagged: boolean;
  /** By the ids of fields, as they were given. */
  custom: Record<string, unknown>;
}

export type Edition = 'cloud' | 'server';

export interface SiteOptions {
  edition?: Edition;
  /** @default that of this machine */
  now?: () => number;
}

/** What a Jira knows. */
export class Site {
  readonly edition: Edition;
  readonly now: () => number;
  readonly people: Person[] = [];
  readonly projects = new Map<string, Project>();
  readonly statuses: Status[] = [];
  readonly boards: Board[] = [];
  readonly sprints: Sprint[] = [];
  readonly issues = new Map<string, Issue>();
  private last = 10_000;

  constructor({ edition = 'cloud', now = Date.now }: SiteOptions = {}) {
    this.edition = edition;
    this.now = now;
  }

  nextId(): string {
    this.last += 1;
    return `${this.last}`;
  }

  person(id: string): Person {
    const found = this.people.find((one) => one.id === id);
    if (found === undefined) throw new Error(`there is no ${id}`);
    return found;
  }

  status(name: string): Status {
    const found = this.statuses.find((one) => one.name === name);
    if (found === undefined) throw new Error(`there is no state ${name}`);
    return found;
  }

  addProject(project: Omit<Project, 'id' | 'next'>): Project {
    const added = { ...project, id: this.nextId(), next: 1 };
    this.projects.set(project.key, added);
    return added;
  }

  addSprint(sprint: Omit<Sprint, 'id'>): Sprint {
    const added = { ...sprint, id: this.sprints.length + 1 };
    this.sprints.push(added);
    return added;
  }

  /** Ranks below all that are there. */
  addIssue(project: Project, told: Partial<Issue> & Pick<Issue, 'title' | 'reporter'>): Issue {
    const [type] = project.types;
    const [status] = this.statuses;
    if (type === undefined || status === undefined) throw new Error('there is no type, or no state');
    const at = told.created ?? this.now();
    const issue: Issue = {
      ...{ id: this.nextId(), key: key(project.key, project.next++), project, type, status, description: undefined },
      ...{
        assignee: undefined,
        priority: 'Medium',
        labels: [],
        components: [],
        sprints: [],
        comments: [],
        history: [],
      },
      ...{ rank: `0|i${`${this.issues.size}`.padStart(6, '0')}:`, created: at, updated: at, links: [], custom: {} },
      ...{ parent: undefined, resolution: undefined, due: undefined, isFlagged: false, ...told },
    };
    this.issues.set(issue.key, issue);
    return issue;
  }

  /** Keys count in any case, and numbers of old. */
  find(named: string): Issue | undefined {
    return this.issues.get(named.toUpperCase()) ?? [...this.issues.values()].find(({ id }) => id === named);
  }

  comment(issue: Issue, author: Person, body: unknown, at = this.now()): Comment {
    const comment = { id: this.nextId(), author, at, body };
    issue.comments.push(comment);
    issue.updated = Math.max(issue.updated, at);
    return comment;
  }

  edit(issue: Issue, comment: Comment, body: unknown, at = this.now()): void {
    Object.assign(comment, { body, edited: at });
    issue.updated = Math.max(issue.updated, at);
  }

  /** What somebody changed, in words. */
  note(issue: Issue, author: Person, items: Change['items'], at = this.now()): void {
    issue.history.push({ id: this.nextId(), author, at, items });
    issue.updated = Math.max(issue.updated, at);
  }

  assign(issue: Issue, person: Person | undefined, by: Person, at = this.now()): void {
    if (issue.assignee === person) return;
    this.note(issue, by, [{ field: 'assignee', from: issue.assignee?.name ?? '', to: person?.name ?? '' }], at);
    issue.assignee = person;
  }

  move(issue: Issue, to: Status, by: Person, at = this.now()): void {
    this.note(issue, by, [{ field: 'status', from: issue.status.name, to: to.name }], at);
    issue.status = to;
  }

  flag(issue: Issue, isFlagged: boolean, by: Person, at = this.now()): void {
    const words = (flag: boolean): string => (flag ? 'Impediment' : '');
    this.note(issue, by, [{ field: 'Flagged', from: words(issue.isFlagged), to: words(isFlagged) }], at);
    issue.isFlagged = isFlagged;
  }
}

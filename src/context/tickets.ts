import type { Bounded } from './builds.ts';

/** A system that has tickets, whichever it is. All throw OpsError, and name the system in it. */
export interface Tickets {
  /** As people call it: `Jira`. */
  system: string;
  /** The page that people look at. */
  link(key: string): string;
  /** In the order that is asked for. No more is read than `most` and one. */
  search(query: TicketQuery): Promise<Bounded<Ticket>>;
  /** Undefined where there is none, or whoever owns the token may not see it. */
  ticket(key: string): Promise<TicketDetails | undefined>;
  /** The newest ones, newest first. Undefined where there is no such ticket. */
  comments(key: string, most: number): Promise<Bounded<Comment> | undefined>;
  /** Those that are open: of a board, or of all boards of a project. */
  openSprints(of: { board: number } | { project: string }): Promise<Bounded<Sprint>>;
  /** What can be done with a ticket as it is now; undefined where there is no such ticket. */
  transitions(key: string): Promise<readonly Transition[] | undefined>;
  /** Carries one of `transitions` out. */
  move(key: string, transition: Pick<Transition, 'id' | 'fields'>, values?: FieldValues): Promise<void>;
  /** To nobody, where no account is named. */
  assign(key: string, account: string | undefined): Promise<void>;
  comment(key: string, content: Written): Promise<Comment>;
  /** What can be created in a project; undefined where there is no such project, or none may be created there. */
  ticketTypes(project: string): Promise<readonly TicketType[] | undefined>;
  /** What a new ticket of a type is told, project and type themselves left out. `type` is its id. */
  ticketFields(project: string, type: string): Promise<readonly TicketField[]>;
  create(ticket: NewTicket): Promise<TicketName>;
  /** Projects that can be seen, those first whose key or name begins with the words. */
  projects(search: string | undefined, most: number): Promise<Bounded<Project>>;
  /** Those that can sign in, by name or address. */
  accounts(search: string, most: number): Promise<readonly Account[]>;
  /** Whose token it is. */
  owner(): Promise<Account>;
}

/** Somebody, as the system knows them. */
export interface Account {
  /** What `people.<name>.jira` holds: an account id of Jira Cloud, a user name of Jira Server. */
  id: string;
  name: string;
  /** Can sign in. */
  isActive: boolean;
}

/** Each part that is there holds. */
export interface TicketQuery {
  keys?: readonly string[] | undefined;
  projects?: readonly string[] | undefined;
  /** Account ids. */
  assignees?: readonly string[] | undefined;
  /** All that are open, or these, by id. */
  sprint?: 'open' | readonly number[] | undefined;
  /** Names of states. */
  states?: readonly string[] | undefined;
  categories?: readonly StateCategory[] | undefined;
  updatedSince?: Date | undefined;
  createdSince?: Date | undefined;
  /** By rank, the first one first; by time, the newest one first. */
  order: 'rank' | 'updated' | 'created';
  /** What is read of each ticket besides. */
  with?: readonly ('comments' | 'changes')[] | undefined;
  most: number;
}

/** To do, under way, done: what the states of all projects come to. */
export type StateCategory = 'new' | 'started' | 'done';

export interface State {
  name: string;
  category: StateCategory;
}

export interface TicketName {
  /** `PS-1822` */
  key: string;
  url: string;
}

export interface Ticket extends TicketName {
  /** In one line. */
  title: string;
  type: string;
  state: State;
  assignee: Account | undefined;
  priority: string | undefined;
  labels: readonly string[];
  /** The open one that it is in, else the next one, else the last one. */
  sprint: Sprint | undefined;
  /** Whether it is flagged as an impediment. */
  isBlocked: boolean;
  created: Date;
  updated: Date;
  /** The newest ones, newest first, where they were asked for; there may be more: see `comments`. */
  comments: Bounded<Comment> | undefined;
  /** Oldest first, where they were asked for. */
  changes: readonly TicketChange[] | undefined;
}

export interface TicketDetails extends Ticket {
  /** As text; empty where there is none. */
  description: string;
  reporter: Account | undefined;
  resolution: string | undefined;
  due: string | undefined;
  components: readonly string[];
  versions: readonly string[];
  parent: LinkedTicket | undefined;
  links: readonly TicketLink[];
  subtasks: readonly LinkedTicket[];
  comments: Bounded<Comment>;
}

export interface LinkedTicket extends TicketName {
  title: string;
  state: State;
}

export interface TicketLink {
  /** In the system's words: `is blocked by`. */
  relation: string;
  ticket: LinkedTicket;
}

export interface Comment {
  id: string;
  author: Account | undefined;
  at: Date;
  /** When it was changed last; `at` where it never was. */
  edited: Date;
  /** Who is mentioned stands in it as `@name`. */
  text: string;
  /** Account ids of those who are mentioned. */
  mentions: readonly string[];
  /** Where people see it. */
  url: string;
}

export interface Sprint {
  id: number;
  name: string;
  state: 'open' | 'future' | 'closed';
  start: Date | undefined;
  end: Date | undefined;
  goal: string | undefined;
}

/** One field that somebody changed. */
export interface TicketChange {
  at: Date;
  by: Account | undefined;
  /** In the system's words: `status`, `assignee`, `Flagged`, `Sprint`. */
  field: string;
  /** In words, empty where there was nothing. */
  from: string;
  to: string;
}

export interface Transition {
  id: string;
  /** What it is called: `Start work`. */
  name: string;
  to: State;
  /** What can be filled in with it. */
  fields: readonly TicketField[];
}

/** What a ticket, or a transition, is told. */
export interface TicketField {
  /** `customfield_10010` */
  id: string;
  name: string;
  isRequired: boolean;
  /** Has a value where none is given. */
  hasDefault: boolean;
  /**
   * `text` is one line, `prose` several; of a `choice` or an `account` a value is one, of `choices`, `accounts` and `words`
   * several. `other` is nothing that can be given in words.
   */
  kind:
    | 'text'
    | 'prose'
    | 'number'
    | 'date'
    | 'time'
    | 'choice'
    | 'choices'
    | 'account'
    | 'accounts'
    | 'words'
    | 'other';
  /** Of a choice: what people see. Undefined where the system does not say. */
  choices: readonly string[] | undefined;
  /** What the system has these choices under, in their order. */
  ids?: readonly string[];
}

/**
 * By the id of a field. Of a choice it is what people see, of an account its id, or whom a text mentions, of a date
 * `2026-12-31`; several are a list. The system's own form of it is the service's.
 */
export type FieldValues = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | number | readonly string[] | Written;

/** Text as it is to be written: people in it are mentioned. */
export interface Written {
  parts: readonly (string | Pick<Account, 'id' | 'name'>)[];
}

export interface TicketType {
  id: string;
  /** `Bug` */
  name: string;
  isSubtask: boolean;
}

export interface NewTicket {
  project: string;
  /** Its id. */
  type: string;
  /** As `ticketFields` has them. */
  fields: readonly TicketField[];
  values: FieldValues;
}

export interface Project {
  key: string;
  name: string;
}

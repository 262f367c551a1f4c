export interface Person {
  /** The id of an account, or a user name. */
  id: string;
  name: string;
  email: string;
  /** @default true */
  isActive?: boolean;
  /** An API token of Jira Cloud with the address, a password or a personal access token of Jira Server. */
  token?: string;
  /** Of Jira Cloud. @default atlassian */
  kind?: 'atlassian' | 'app';
}

export interface Status {
  id: string;
  name: string;
  category: 'new' | 'indeterminate' | 'done';
}

export interface Choice {
  id: string;
  name: string;
}

export interface FieldDefinition {
  /** `customfield_10031`, or that of Jira itself: `priority`. */
  id: string;
  name: string;
  isRequired?: boolean;
  hasDefault?: boolean;
  schema: { type: string; items?: string; custom?: string; system?: string };
  choices?: readonly Choice[];
}

export interface TypeDefinition {
  id: string;
  name: string;
  isSubtask?: boolean;
  /** Besides the title, the description, the project and the type. */
  fields: FieldDefinition[];
}

export interface TransitionDefinition {
  id: string;
  name: string;
  to: string;
  /** Names of states. @default all */
  from?: readonly string[];
  fields?: readonly FieldDefinition[];
  /** Only these may, by id; others are not offered it. @default all */
  only?: readonly string[];
  /** It is offered, and refused in these words. */
  refuses?: string;
}

export const key = (project: string, number: number): string => `${project}-${number}`;

/** The custom fields that Jira's boards bring along. */
export const boardFields = {
  sprint: 'customfield_10020',
  rank: 'customfield_10019',
  flagged: 'customfield_10021',
} as const;

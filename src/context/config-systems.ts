/** A system that is asked over HTTP. */
export interface SystemConfig {
  /** Without a slash at its end. */
  url: string;
  token: string;
  /** A file with certificates of authorities that are trusted besides those of the machine, absolute. */
  ca?: string;
  /** Milliseconds for an answer. */
  timeout: number;
}

export interface JenkinsConfig extends SystemConfig {
  /** Whose token it is. */
  user: string;
}

export interface GitHubConfig extends SystemConfig {
  /** `owner/name`: those whose workflows are jobs, and whose pull requests are shown. */
  repositories: string[];
}

export interface JiraConfig extends SystemConfig {
  /** Whose token it is: on Jira Cloud an address, on Jira Server a name. Without one it is a personal access token. */
  user?: string;
  /** Where people see its pages. @default url */
  site?: string;
  /** @default cloud where the address is of Atlassian, else server */
  edition?: JiraEdition;
  /** States that a ticket is in once somebody works on it: the first that it can go to. */
  inProgress: string[];
  /** Where the builds of a ticket are; `{key}` is filled in. */
  build?: string;
  /** By key. The first one is meant where a line names none. */
  projects: Record<string, JiraProjectConfig>;
}

export const jiraEditions = ['cloud', 'server'] as const;
export type JiraEdition = (typeof jiraEditions)[number];

export interface JiraProjectConfig {
  /** The number of the board whose sprints are meant. @default all of the project */
  board?: number;
  /** @default that of all projects */
  inProgress?: string[];
  /** @default that of all projects */
  build?: string;
  create?: JiraCreateConfig;
}

/** What a new ticket has where nobody says. */
export interface JiraCreateConfig {
  /** `Bug` */
  type?: string;
  labels?: string[];
  /** By the names that people see. */
  fields?: Record<string, string>;
}

export interface BuildsConfig {
  /** The one that is meant where none is named. @default the only one that is configured */
  system?: BuildSystem;
}

/** Systems that build. */
export const buildSystems = ['jenkins', 'teamcity', 'github'] as const;
export type BuildSystem = (typeof buildSystems)[number];

/** A job that deploys, of one of these systems. Placeholders are filled in as in a program's arguments. */
export type BuildDeployConfig = Partial<Record<BuildSystem, JobDeployConfig | DeploymentConfig>>;

export interface JobDeployConfig {
  job: string;
  parameters: Record<string, string>;
  /** The branch or tag whose job it is. @default the job's own */
  ref?: string;
}

/** A Deployment of GitHub, which somebody else carries out. */
export interface DeploymentConfig {
  deployment: {
    /** `owner/name`. @default the only one that is configured */
    repository?: string;
    /** @default '{environment}' */
    environment: string;
    /** @default 'deploy' */
    task: string;
    payload: Record<string, string>;
    /** Checks that must be green. @default all of the commit */
    contexts?: string[];
  };
}

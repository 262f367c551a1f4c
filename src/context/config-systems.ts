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
  /** `owner/name`: those whose workflows are jobs. */
  repositories: string[];
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

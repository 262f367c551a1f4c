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

export interface BuildsConfig {
  /** The one that is meant where none is named. @default the only one that is configured */
  system?: BuildSystem;
}

/** Systems that build. */
export const buildSystems = ['jenkins', 'teamcity'] as const;
export type BuildSystem = (typeof buildSystems)[number];

/** A job that deploys, of one of these systems. Placeholders are filled in as in a program's arguments. */
export type BuildDeployConfig = Partial<Record<BuildSystem, { job: string; parameters: Record<string, string> }>>;

import type { GraphConfig, MetricSystemConfig, MetricsConfig } from './config-metrics.ts';
import type { FreezeConfig, PersonConfig, RoleConfig, RuleConfig } from './config-policy.ts';
import type {
  BuildDeployConfig,
  BuildsConfig,
  GitHubConfig,
  JenkinsConfig,
  JiraConfig,
  SystemConfig,
} from './config-systems.ts';

/** Bytes of a file, at the most, where the configuration says nothing of it. */
export const usualLargestFile = 25_000_000;

/** The shape of `.chatopsrc` after references are resolved and defaults filled in. `.chatopsrc.example` is its manual. */
export interface Config {
  /** The app that a line without `--app` means. @default the only app */
  app?: string;
  apps: Record<string, AppConfig>;
  /** Targets in the order in which a release travels. */
  environments: Record<string, EnvironmentConfig>;
  /** Folders of script commands, absolute. */
  scripts: string[];
  /** @default usualLocks */
  locks?: LocksConfig;
  files: { /** Bytes of a file that a room gets or gives, at the most. @default 25000000 */ largest: number };
  journal: JournalConfig;
  output: OutputConfig;
  slack?: SlackConfig;
  jenkins?: JenkinsConfig;
  teamcity?: SystemConfig;
  github?: GitHubConfig;
  builds?: BuildsConfig;
  graphite?: MetricSystemConfig;
  prometheus?: MetricSystemConfig;
  metrics?: MetricsConfig;
  /** By the names that lines say. */
  graphs?: Record<string, GraphConfig>;
  /** Where tickets are. */
  jira?: JiraConfig;
  /** The directory that roles are looked up in. */
  ldap?: LdapConfig;
  people: Record<string, PersonConfig>;
  roles: Record<string, RoleConfig>;
  /** Who may do what. Undefined where the file has none: then rooms are closed, and a terminal is open. */
  policy?: RuleConfig[];
  /** Rooms that differ, by id (`C0123ABCD`) or by name (`#deploys`). */
  rooms: Record<string, RoomConfig>;
  limits: Limits;
}

export interface JournalConfig {
  /** Absolute. @default .ops/journal.db beside the configuration */
  path: string;
  /** Milliseconds that runs and entries of the chain are kept. @default for good */
  keep?: number;
}

/** What is kept of what runs print. */
export interface OutputConfig {
  /** Milliseconds. @default 14 days */
  keep: number;
  /** Bytes of one run. @default 20 MB */
  size: number;
  /** Bytes of all runs together. @default 1 GB */
  total: number;
}

export interface LdapConfig {
  /** `ldaps://…`, or `ldap://…`. */
  url: string;
  /** Encrypts a connection that began without. @default false */
  startTls: boolean;
  /** A file with the certificates that the server's is checked against, absolute. @default those of Node */
  ca?: string;
  /** Whom the directory answers. */
  bind: string;
  password: string;
  people: {
    base: string;
    /** @default '(objectClass=*)' */
    filter: string;
    /** The attribute that holds the name. @default 'uid' */
    attribute: string;
    /** The name of a person that stands there. @default 'ldap' */
    name: Exclude<keyof PersonConfig, 'slack' | 'os'>;
  };
  groups: {
    base: string;
    /** What counts as a group. */
    filter: string;
  };
  /** Milliseconds for all questions about a person. @default 5000 */
  timeout: number;
  /** Milliseconds for which an answer counts. @default 60000 */
  age: number;
}

export interface AppConfig {
  /** A folder with a git repository (absolute), or an address that `git` can read. */
  repository: string;
  /** What `--ref` is when nobody says. @default 'main' */
  ref: string;
  /** The program and its arguments; `{app}`, `{environment}`, `{ref}`, `{commit}`, `{version}`, `{previous}` are filled in. */
  deploy: string[] | BuildDeployConfig;
  /** Variables for the deploy program. */
  env: Record<string, string>;
  /** Per environment; only environments named here can be deployed to, or every one when empty. */
  environments: Record<string, AppEnvironmentConfig>;
}

export interface AppEnvironmentConfig {
  /** Where people find the app. */
  url?: string;
  env: Record<string, string>;
  health?: HealthConfig;
}

export interface HealthConfig {
  /** Must answer 200 with a body that holds the new version or commit. */
  url: string;
  /** Milliseconds. @default 30000 */
  timeout: number;
}

export interface EnvironmentConfig {
  /** Ask before a change. @default false */
  confirm: boolean;
  /** A change takes the environment's name, typed or on a button. @default false */
  protected?: boolean;
  /** When nothing is changed. */
  freeze?: FreezeConfig[];
  /** What is deployed must be signed off there. */
  after?: string;
}

export interface LocksConfig {
  /** Milliseconds that somebody holds a lock where they do not say. */
  usual: number;
  /** At the most. */
  longest: number;
}

export const usualLocks: LocksConfig = { usual: 2 * 3_600_000, longest: 24 * 3_600_000 };

export interface SlackConfig {
  appToken: string;
  botToken: string;
  /** @default 'https://slack.com/api/' */
  apiUrl?: string;
  /** The first word of a line in a room. @default 'ops' */
  word: string;
  /** Children kept ready for the next line. @default 1 */
  pool: number;
  /** Milliseconds for which the people of a user group are believed. @default 60000 */
  groupAge?: number;
}

export interface RoomConfig {
  /** Where a line typed at the room's root is answered. @default 'channel' */
  reply: 'channel' | 'thread';
  /** Names of the commands that may be typed there; `*` stands for any letters. @default every command */
  commands?: string[];
  /** Says only how a run ended: no message before, no reaction. @default false */
  quiet: boolean;
}

/** What lines typed in rooms have to share. */
export interface Limits {
  person: Limit;
  room: Limit;
}

export interface Limit {
  /** Runs at the same time; more wait. */
  atOnce: number;
  /** Runs that may start within a minute; more wait. */
  perMinute: number;
  /** Lines that may wait; more are refused. */
  waiting: number;
}

/** Where a value of the configuration came from, for `ops config`. */
export interface ConfigEntry {
  /** Dotted: `slack.botToken`. */
  key: string;
  /** Masked where it is, or holds, a secret. */
  value: string;
  from: 'file' | 'default' | `env:${string}` | `file:${string}`;
}

export interface LoadedConfig {
  config: Config;
  /** The file read, absolute; undefined when there is none. */
  file: string | undefined;
  entries: ConfigEntry[];
  /** Exact values that must never be shown. */
  secrets: string[];
}

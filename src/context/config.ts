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
  files: { /** Bytes of a file that a room gets or gives, at the most. @default 25000000 */ largest: number };
  journal: { /** Absolute. @default .ops/journal.db beside the configuration */ path: string };
  slack?: SlackConfig;
}

export interface AppConfig {
  /** A folder with a git repository (absolute), or an address that `git` can read. */
  repository: string;
  /** What `--ref` is when nobody says. @default 'main' */
  ref: string;
  /** The program and its arguments; `{app}`, `{environment}`, `{ref}`, `{commit}`, `{version}`, `{previous}` are filled in. */
  deploy: string[];
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
}

export interface SlackConfig {
  appToken: string;
  botToken: string;
  /** @default 'https://slack.com/api/' */
  apiUrl?: string;
  /** The first word of a line in a room. @default 'ops' */
  word: string;
  /** Children kept ready for the next line. @default 1 */
  pool: number;
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

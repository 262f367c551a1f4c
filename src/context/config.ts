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
  journal: { /** Absolute. @default .ops/journal.db beside the configuration */ path: string };
  output: OutputConfig;
  slack?: SlackConfig;
  people: Record<string, PersonConfig>;
  /** Each role's people, by name. */
  roles: Record<string, string[]>;
  /** Who may do what. Undefined where the file has none: then rooms are closed, and a terminal is open. */
  policy?: RuleConfig[];
  /** Rooms that differ, by id (`C0123ABCD`) or by name (`#deploys`). */
  rooms: Record<string, RoomConfig>;
  limits: Limits;
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

/** One person, many names: what other systems know them by. */
export interface PersonConfig {
  /** `T…/U…`: the workspace and the member. */
  slack: string[];
  /** `host:uid`; a login that this machine does not know stands as it was written. */
  os: string[];
  email: string[];
  github: string[];
  jira: string[];
  jenkins: string[];
  pagerduty: string[];
}

export type RuleValue = string | number | boolean;

/** All that a rule names must hold for it to apply; what it leaves out holds for every line. */
export interface RuleConfig {
  name?: string;
  /** People, roles, `everyone` (who is known), `strangers` (who is not). One of `allow`, `deny` and `ask` is there. */
  allow?: string[];
  deny?: string[];
  /** Allows nothing by itself: what is allowed takes more than a yes. */
  ask?: string[];
  /** What a rule that asks wants: this, or a code, or both. */
  approvals?: ApprovalsConfig;
  /** A one-time code. */
  code?: boolean;
  /** Names; one with `*` at its end stands for all that begin so. */
  commands?: string[];
  effect?: 'read' | 'change';
  environments?: string[];
  /** Values of arguments: any of them, as they are or with `*` for any text. */
  args?: Record<string, RuleValue[]>;
  options?: Record<string, RuleValue[]>;
  /** Ids of channels. */
  rooms?: string[];
  origin?: 'terminal' | 'room';
  when?: TimeWindow;
}

export interface ApprovalsConfig {
  /** People, roles, `everyone`: never whoever asks for it. */
  from: string[];
  /** How many of them. @default 1 */
  count: number;
  /** Milliseconds that they have, and the run with them. @default 1 h */
  within: number;
}

export interface TimeWindow {
  days?: Weekday[];
  /** `HH:MM`; a window may go past midnight. @default 00:00 */
  from?: string;
  /** `HH:MM`, no longer part of it. @default 24:00 */
  until?: string;
  /** Such as `Europe/Zurich`. */
  zone: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

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
  /** A change takes the environment's name, typed or on a button. @default false */
  protected?: boolean;
  /** When nothing is changed. */
  freeze?: FreezeConfig[];
  /** What is deployed must be signed off there. */
  after?: string;
}

/** A window that comes again every week, or one from a date to another, or both: then both must hold. */
export interface FreezeConfig extends TimeWindow {
  /** `YYYY-MM-DD`, from its first minute, or `YYYY-MM-DDTHH:MM`. */
  start?: string;
  /** The last day, whole; or the minute that is no longer part of it. */
  end?: string;
  reason: string;
  /** Who may approve what cannot wait. @default nobody */
  override?: { approvals: number; from: string[]; within: number };
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

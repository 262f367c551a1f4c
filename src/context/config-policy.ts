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
  /** What the directory has them under. */
  ldap: string[];
}

/** A role's people, by name; or these with groups of other systems, whose people have it too. */
export type RoleConfig = string[] | RoleSources;

export interface RoleSources {
  people: string[];
  /** User groups: `S…`. */
  slack?: string[];
  /** Distinguished names of groups. */
  ldap?: string[];
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

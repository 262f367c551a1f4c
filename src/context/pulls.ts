/** Where people propose changes and look at those of others. All throw OpsError. */
export interface Pulls {
  /** As people call it: `GitHub`. */
  system: string;
  /** As they are typed: `shop`, or `acme/shop` where there are several of that name. */
  repositories: readonly string[];
  /** One of these, however it was typed; undefined where it is none. Throws where it may be several. */
  repository(typed: string): string | undefined;
  /** Those that are open: first what waits for whoever asks, then what is theirs, then the newest. */
  open(filter: PullFilter): Promise<OpenPulls>;
}

export interface PullFilter {
  /** Of `repositories`. @default all of them */
  repositories?: readonly string[];
  /** Logins of whoever asks. */
  me: readonly string[];
  /** Theirs, or what waits for their review. @default all */
  only?: readonly PullRelation[];
  /** Logins. @default anybody's */
  authors?: readonly string[];
  /** All of these, in any case. */
  labels?: readonly string[];
  /** Opened before that. */
  before?: Date;
  most: number;
}

/** What it is to whoever asks. */
export type PullRelation = 'review' | 'mine';

export interface OpenPulls {
  items: readonly Pull[];
  /** As many match, as far as they were looked at. */
  count: number;
  /** Repositories of which not all were looked at. */
  cut: readonly string[];
  /** Repositories that were not told of, and why. */
  unread: readonly Unread[];
  /** What else is not known, and why: each a sentence. */
  doubts: readonly string[];
}

export interface Unread {
  repository: string;
  why: string;
}

export interface Pull {
  /** As it is typed. */
  repository: string;
  number: number;
  title: string;
  url: string;
  /** A login; undefined where the account is gone. */
  author: string | undefined;
  isDraft: boolean;
  labels: readonly string[];
  branch: string;
  base: string;
  commit: string;
  opened: Date;
  updated: Date;
  /** Undefined where it is neither. */
  relation: PullRelation | undefined;
  /** It waits for a team, and whether whoever asks is in it is not known. */
  isPerhaps: boolean;
  votes: readonly Vote[];
  /** Logins of whoever is asked and has not looked yet. */
  waitsFor: readonly string[];
  /** Teams, as `acme/web`. */
  waitsForTeams: readonly string[];
  /** Undefined where that is not known. */
  checks: Checks | undefined;
  /** It cannot be merged as it is; undefined where that is not known yet. */
  hasConflicts: boolean | undefined;
}

/** What somebody says last, and has not taken back. */
export interface Vote {
  /** Undefined where the account is gone. */
  by: string | undefined;
  vote: 'approved' | 'changes';
}

export interface Checks {
  state: 'ok' | 'failed' | 'running' | 'none';
  count: number;
  /** Those that have not ended. */
  running: number;
  failed: readonly FailedCheck[];
}

export interface FailedCheck {
  name: string;
  url: string | undefined;
}

import type { Actor } from './host.ts';
import type { RunRecord } from './journal.ts';

/** What ops and somebody's authenticator app both know. */
export interface CodeKey {
  /** By it the journal knows the secret: a digest, of which nothing can be made. */
  id: string;
  /** Base32. */
  secret: string;
}

/** The secrets of one-time codes, as they are kept beside a journal. */
export interface CodeKeys {
  /** A new one, kept nowhere yet. */
  create(): CodeKey;
  /** What an app reads as a QR code. */
  address(key: CodeKey, label: { issuer: string; person: string }): string;
  keep(key: CodeKey): Promise<void>;
  /** Throws `config` where it is missing, is not what the journal knows, or could be read by others. */
  find(id: string): Promise<CodeKey>;
  drop(id: string): Promise<void>;
  /** The number of the 30 seconds that the code is of, no more than one away from these; undefined where it is none. */
  stepOf(key: CodeKey, code: string, at: Date): number | undefined;
}

/** A run's question for a code, as it stands in the journal. */
export interface CodeQuestion {
  /** Whose code it is to be. */
  person: string;
  /** What it is for: the line, the plan and the policy. */
  mark: string;
}

export interface CodeStatus {
  person: string;
  since: Date;
  /** When a code of theirs was taken last. */
  used: Date | undefined;
  /** Until when none is taken. */
  locked: Date | undefined;
}

/** What commands do with one-time codes. */
export interface Codes {
  /** Of all who can give codes, by name. */
  status(): Promise<CodeStatus[]>;
  /** Who the actor is, where they can be enrolled: from a terminal, and not twice. */
  newcomer(): Promise<string>;
  /** Shows a new secret to the person at the terminal alone, and keeps it once they have given a code of it. */
  enroll(person: string): Promise<void>;
  /** Whose codes those are, the actor's own where nobody is named; and whether only a code of theirs removes them. */
  owner(person: string | undefined, what: 'remove' | 'unlock'): Promise<{ person: string; isOwn: boolean }>;
  /** Where they are the actor's own, with a code. */
  remove(owner: { person: string; isOwn: boolean }): Promise<void>;
  /** Ends a lock-out. */
  unlock(person: string): Promise<void>;
}

export type CodeAnswer = { taken: true } | { taken: false; message: string; hint: string; isFinal: boolean };

/** Takes codes that are given elsewhere than in the run's own process: by whoever listens to a room. */
export interface CodeDesk {
  give(given: { run: RunRecord; question: number; code: string; actor: Actor }): Promise<CodeAnswer>;
  /** Others have seen this code, of the actor or of whom a run there asks: from now on it is none. */
  spend(seen: { code: string; actor: Actor; asked: RunRecord | undefined }): Promise<void>;
  /** The run that asks for a code in that channel. */
  asking(team: string, channel: string): Promise<RunRecord | undefined>;
}

/** The six digits of what somebody gave, with the space that apps show; undefined where it is no code. */
export function codeIn(said: string): string | undefined {
  const digits = said.trim().replace(/^(\d{3})[ -]?(\d{3})$/, '$1$2');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

import type { Actor } from './host.ts';
import type { RunRecord } from './journal.ts';

/** What ops and somebody's authenticator app both know. */
export interface CodeKey {
  /** By it the journal knows the secret: a digest, of which nothing can be made. */
  id: string;
  /** Base32. */
  secret: string;
}

/** What the journal knows of a secret. */
export interface KnownCodeKey {
  /** See `CodeKey`. */
  id: string;
  person: string;
  /** The listener's key that a copy is sealed to; undefined where there was none. */
  sealed?: string | undefined;
}

/** What the journal knows of a listener's key: a digest of its public part, and who made it. */
export interface ListenerMark {
  id: string;
  uid: number;
}

/** The public part, as it is beside the journal. */
export interface ListenerKey extends ListenerMark {
  publicKey: string;
  /** Whose file it is, by the word of the system. */
  user: string;
}

export interface ListenerKeys {
  /** A new one, of the user of this process. */
  create(): Promise<ListenerMark>;
  /** Throws `config` where it is missing, is not what the journal knows, or is another user's. */
  find(mark: ListenerMark): Promise<ListenerKey>;
  /** Whether this user can open what is sealed to it. */
  isOwn(id: string): boolean;
  drop(id: string): Promise<void>;
}

/** Of a key's `id`: 64 bits, for people to compare. */
export const fingerprintOf = (id: string): string => id.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');

/** For whom a second copy of a secret is. */
export interface Sealing {
  person: string;
  to: ListenerKey;
}

/** Where somebody's codes can be taken. */
export interface CodeDoors {
  terminal: boolean;
  rooms: boolean;
}

/** The secrets of one-time codes, as they are kept beside a journal. */
export interface CodeKeys {
  listener: ListenerKeys;
  /** A new one, kept nowhere yet. */
  create(): CodeKey;
  /** What an app reads as a QR code. */
  address(key: CodeKey, label: { issuer: string; person: string }): string;
  keep(key: CodeKey, sealing?: Sealing): Promise<void>;
  /** The sealed copy alone, in the place of an earlier one. */
  seal(key: CodeKey, sealing: Sealing): Promise<void>;
  /** The copy that is this user's. Throws `config` where there is none, it is not what the journal knows, or others could read it. */
  find(known: KnownCodeKey): Promise<CodeKey>;
  /** `listener`: the key that listeners have now. */
  doors(known: KnownCodeKey, listener: ListenerMark | undefined): CodeDoors;
  /** Both copies; what comes back are files that are another user's to remove. */
  drop(id: string): Promise<string[]>;
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
  doors: CodeDoors;
}

export interface CodesStatus {
  people: CodeStatus[];
  /** The fingerprint of the key that listeners have; undefined where none has run yet. */
  listener: string | undefined;
}

/** What commands do with one-time codes. */
export interface Codes {
  /** Of all who can give codes, by name. */
  status(): Promise<CodesStatus>;
  /** Who the actor is, where they can be enrolled; `isKnown` where they are, and rooms take no codes of theirs yet. */
  newcomer(): Promise<{ person: string; isKnown: boolean }>;
  /** Shows a new secret to the person at the terminal alone, and keeps it once they have given a code of it. */
  enroll(person: string): Promise<CodeDoors>;
  /** Seals the secret that they have to the listener's key, once they have given a code of it. */
  sealAgain(person: string): Promise<CodeDoors>;
  /** Whose codes those are, the actor's own where nobody is named; and whether only a code of theirs removes them. */
  owner(person: string | undefined, what: 'remove' | 'unlock'): Promise<{ person: string; isOwn: boolean }>;
  /** Where they are the actor's own, with a code. What comes back are files that are another user's to remove. */
  remove(owner: { person: string; isOwn: boolean }): Promise<string[]>;
  /** The fingerprint of the listeners' key, where the actor may remove it. */
  listener(): Promise<string>;
  /** What was sealed to that key is of no use any more. */
  removeListener(): Promise<void>;
  /** Ends a lock-out. */
  unlock(person: string): Promise<void>;
  /** For a way in that rooms give codes to: makes the listeners' key once. Throws where this user cannot read what is sealed to it. */
  ready(): Promise<void>;
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

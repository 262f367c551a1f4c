/** What the people and the rules of the configuration come to. */
export interface ProjectPolicy {
  /** Who types this line, by the name that the configuration has for them; undefined for a stranger. */
  person: string | undefined;
  /** The actor's id as the configuration writes it: `slack: T…/U…`. */
  key: string;
  /** Who has which role: of all people, or of one. */
  roles(person?: string): Promise<RoleList>;
  /** What it comes to to give somebody a role, or to take one. Throws where that may not be. */
  planRole(change: 'add' | 'remove', role: string, who: string): Promise<RoleChange>;
  /** What the rules say to a line, read as it would be to run it. Nothing of it runs. */
  judge(question: Question): Promise<Verdict>;
}

export interface RoleList {
  held: readonly RoleHeld[];
  /** What nobody knows, since somebody was asked and did not say. */
  doubts: readonly RoleDoubt[];
}

/** That somebody has a role, and by what. */
export interface RoleHeld {
  role: string;
  person: string;
  from: 'configuration' | 'slack' | 'ldap' | 'command';
  /** Of another system. */
  group?: string;
  /** Who gave it by command, when, and in which run. */
  by?: string;
  at?: string;
  run?: string;
}

export interface RoleDoubt {
  role: string;
  /** Undefined where it is all of those that the source would know. */
  person?: string;
  reason: string;
}

/** Data, so that it can be compared with what it comes to later. */
export interface RoleChange {
  change: 'add' | 'remove';
  role: string;
  person: string;
  /** Why there is nothing to do: where the role comes from, or that there is none. */
  already?: string;
  /** Whom it is given to. */
  ids: readonly string[];
  /** The runs that gave it, where it is taken. */
  undoes: readonly string[];
}

export interface Question {
  /** A person's name, the id of an actor, or `stranger`. */
  who: string;
  /** The line's words, without `ops`. */
  words: readonly string[];
  /** The id of the channel that it is typed in. @default where this line was typed */
  room?: string | undefined;
  /** @default now */
  at?: Date | undefined;
}

export interface Verdict {
  allowed: boolean;
  /** Who is meant, as a sentence begins. */
  who: string;
  /** The rule that decided; undefined where none allows it. */
  rule: string | undefined;
  reason: string;
  hint: string | undefined;
  /** What it takes besides, in words: `1 approval of lead: tom`. */
  needs: readonly string[];
  /** The rules that ask for it. */
  asking: readonly string[];
}

/** What a directory is asked. Throws whatever keeps it from an answer. */
export interface Directory {
  /** Undefined where nobody has that name. Throws where several have. */
  person(name: string): Promise<Entry | undefined>;
  /** Distinguished names of the groups that have one of them as a member, not of those that have these. */
  groupsOf(entries: readonly Entry[]): Promise<readonly string[]>;
  hasGroup(dn: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface Entry {
  dn: string;
  /** By which groups of Unix accounts know it. */
  uid?: string;
}

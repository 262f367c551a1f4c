/** A group that another system keeps: who is in it has a role here. */
export interface Group {
  system: 'slack' | 'ldap';
  /** `S012AB3CD`, or a distinguished name. */
  id: string;
}

/** A person, as those systems know them. */
export interface GroupMember {
  name: string;
  /** `T…/U…` */
  slack: readonly string[];
  ldap: readonly string[];
}

/** Why it is not known whether somebody is in a group. */
export interface Doubt {
  reason: string;
  since: Date;
}

export interface Membership {
  /** By name. */
  people: ReadonlySet<string>;
  doubts: ReadonlyMap<string, Doubt>;
}

export interface Groups {
  /** Who of them is in it. What cannot be found out is a doubt, never an error. */
  members(group: Group, of: readonly GroupMember[]): Promise<Membership>;
  /** Asks anew, so that the next line does not have to. */
  refresh(group: Group): Promise<void>;
}

const systems = { slack: 'Slack', ldap: 'LDAP' } as const;

/** `Slack group S012AB3CD` */
export const groupName = ({ system, id }: Group): string => `${systems[system]} group ${id}`;

import { dirname, join } from 'node:path';
import type { Config, LdapConfig, SlackConfig } from '../context/config.ts';
import { normalDn } from '../context/dn.ts';
import type { Doubt, Group, GroupMember, Groups, Membership } from '../context/groups.ts';
import type { Clock } from '../context/host.ts';
import type { HttpProxy } from '../context/system.ts';
import type { Directory } from '../services/ldap/directory.ts';
import { createGroupMemory, type GroupMemory } from '../system/group-memory.ts';

interface World {
  clock: Clock;
  proxy(): Promise<HttpProxy | undefined>;
}

type Sources = Pick<Config, 'slack' | 'ldap' | 'journal'>;
type Find = () => Promise<readonly string[]>;

/** Milliseconds that Slack has to say who is in a group. */
const slackTimeout = 5000;

/** The groups that other systems keep. What they say is remembered beside the journal. */
export function openGroups(config: Sources, world: World): Groups {
  const memory = createGroupMemory(join(dirname(config.journal.path), 'groups'), world.clock);
  return {
    members: ({ system, id }, of) => {
      const asked = of.filter((member) => member[system].length > 0);
      // Whoever the system does not know is in none of its groups.
      if (asked.length === 0) return Promise.resolve({ people: new Set(), doubts: new Map() });
      if (system === 'slack') return slackMembers(id, asked, config.slack, memory, world);
      return ldapMembers(id, asked, config.ldap, memory, world);
    },
    refresh: async ({ system, id }: Group) => {
      if (system === 'slack')
        await memory.renew(slackKey(config.slack, id), () => findInSlack(id, config.slack, world));
    },
  };
}

const slackKey = (slack: SlackConfig | undefined, group: string): string => `slack ${slack?.apiUrl} ${group}`;

async function findInSlack(group: string, slack: SlackConfig | undefined, { proxy }: World): Promise<string[]> {
  if (slack === undefined) throw new Error('"slack" is not configured here');
  const { readGroup } = await import('../slack/connection/group.ts');
  return readGroup(slack, group, { proxy: await proxy(), timeout: slackTimeout });
}

async function slackMembers(
  group: string,
  of: readonly GroupMember[],
  slack: SlackConfig | undefined,
  memory: GroupMemory,
  world: World,
): Promise<Membership> {
  const answer = await memory.ask(slackKey(slack, group), slack?.groupAge ?? 60_000, () =>
    findInSlack(group, slack, world),
  );
  if (!('value' in answer)) return inDoubt(of, answer);
  const inside = new Set(answer.value);
  const people = of.filter(({ slack: ids }) => ids.some((id) => inside.has(id)));
  return { people: new Set(people.map(({ name }) => name)), doubts: new Map() };
}

async function ldapMembers(
  group: string,
  of: readonly GroupMember[],
  ldap: LdapConfig | undefined,
  memory: GroupMemory,
  { clock }: World,
): Promise<Membership> {
  if (ldap === undefined) return inDoubt(of, { reason: '"ldap" is not configured here', since: clock.now() });
  const { url, bind, people: where, groups: which } = ldap;
  const known = JSON.stringify([url, bind, where, which]);
  await using session = createSession(ldap, clock);
  const ask = (what: string, find: Find) => memory.ask(`ldap ${known} ${what}`, ldap.age, find);
  const there = await ask(`group ${group}`, () => session.hasGroup(group));
  if (!('value' in there)) return inDoubt(of, there);
  const people = new Set<string>();
  const doubts = new Map<string, Doubt>();
  for (const { name, ldap: names } of of) {
    for (const one of names) {
      const answer = await ask(`person ${one}`, () => session.groupsOf(one));
      if (!('value' in answer)) doubts.set(name, answer);
      else if (answer.value.includes(normalDn(group) ?? '')) people.add(name);
    }
  }
  for (const name of people) doubts.delete(name);
  return { people, doubts };
}

const inDoubt = (of: readonly GroupMember[], doubt: Doubt): Membership => ({
  people: new Set(),
  doubts: new Map(of.map(({ name }) => [name, doubt])),
});

interface Session extends AsyncDisposable {
  hasGroup(dn: string): Promise<readonly string[]>;
  groupsOf(person: string): Promise<readonly string[]>;
}

/** One connection for all that is asked at a time, made when something is to be asked. */
function createSession(ldap: LdapConfig, clock: Clock): Session {
  const over = new AbortController();
  let opened: Promise<Directory> | undefined;
  const open = (): Promise<Directory> =>
    (opened ??= import('../services/ldap/open.ts').then(({ openDirectory }) => openDirectory(ldap, over.signal)));
  const ask = async (question: (directory: Directory) => Promise<readonly string[]>): Promise<readonly string[]> => {
    const asked = new AbortController();
    const late = clock.sleep(ldap.timeout, asked.signal).then(() => {
      over.abort();
      throw new Error(`${ldap.url} does not answer within ${ldap.timeout} ms`);
    });
    late.catch(() => {});
    return Promise.race([open().then(question), late]).finally(() => asked.abort());
  };
  return {
    hasGroup: (dn) =>
      ask(async (directory) => {
        if (await directory.hasGroup(dn)) return [dn];
        throw new Error('there is no such group');
      }),
    groupsOf: (person) =>
      ask(async (directory) => (await import('../services/ldap/walk.ts')).allGroupsOf(person, directory)),
    [Symbol.asyncDispose]: async () => {
      if (!over.signal.aborted) await opened?.then((directory) => directory.close()).catch(() => {});
      over.abort();
    },
  };
}

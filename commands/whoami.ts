import { code, defineCommand, fields, text } from '../src/index.ts';
import { personName } from './init/person-name.ts';

/** What an administrator calls the account that the line was typed with. */
interface Ids {
  team_id?: string;
  user_id?: string;
  host?: string;
  uid?: string;
}

interface Me extends Ids {
  name: string;
  id: string;
  from: 'terminal' | 'room';
  person?: string;
  roles?: readonly string[];
  doubts?: readonly string[];
  /** What an administrator adds for a stranger. */
  lines?: string;
}

export default defineCommand({
  name: 'whoami',
  summary: 'Show who you are to ops, with the ids for an administrator',
  examples: [{ line: 'ops whoami', says: 'your name and id, and your roles' }],
  effect: 'read',
  keep: false,
  run: async (_input, { actor, origin, config, project }): Promise<Me> => {
    const { person, key, roles } = project.policy;
    const account = { name: actor.name, id: actor.id, from: origin.type, ...accountOf(actor.id) };
    if (config.policy === undefined && Object.keys(config.people).length === 0) return account;
    if (person === undefined) return { ...account, lines: linesFor(freeName(actor.name, config.people), key) };
    const { held, doubts } = await roles(person);
    return {
      ...{ ...account, person },
      roles: [...new Set(held.map(({ role }) => role))],
      doubts: doubts.map(({ role, reason }) => `${role}: ${reason}`),
    };
  },
  show: ({ name, id, from, person, roles = [], doubts = [], lines, ...ids }) => {
    const account = { name, id, from, account: wordsOf(ids) };
    if (lines !== undefined) {
      const words = 'You are a stranger here. An administrator adds you to .chatopsrc, by a name of their choice:';
      return [fields(account), text(words), code(lines)];
    }
    if (person === undefined) return [fields(account)];
    const unsure = doubts.map((doubt) => text(`Not known: ${doubt}`));
    return [fields({ ...account, person, roles: roles.join(', ') || 'none' }), ...unsure];
  },
});

function accountOf(id: string): Ids {
  const [kind, one = '', other = ''] = id.split(':');
  if (kind === 'slack') return { team_id: one, user_id: other };
  return kind === 'os' ? { host: one, uid: other } : {};
}

/** `uid 1001, host build-1` */
function wordsOf(ids: Ids): string | undefined {
  const words = Object.entries(ids).map(([name, value]) => `${name} ${value}`);
  return words.length === 0 ? undefined : words.join(', ');
}

const linesFor = (name: string, key: string): string => `people:\n  ${name}:\n    ${key}`;

/** Nobody becomes another by being called the same. */
function freeName(name: string, people: Readonly<Record<string, unknown>>): string {
  const wanted = personName(name);
  for (let count = 1; ; count++) {
    const free = count === 1 ? wanted : `${wanted}-${count}`;
    if (!Object.hasOwn(people, free)) return free;
  }
}

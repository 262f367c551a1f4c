import type { Host, Moment } from '../../src/context/host.ts';
import type { Journal } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { cronHost, ops, type Said } from './ops.ts';
import { configuration, openPolicy, type Project } from './project.ts';

/** Two apps, three environments; ana (also at home), bob, and tom, an administrator. */
export const shared = `${configuration.replace(openPolicy, '').replace('    confirm: true\n', '    confirm: false\n')}
  api: &api
    repository: ./web
    deploy: [./deploy, '{environment}', '{commit}']
`
  .replace(/scripts: \[.*\]\n/, '')
  .concat(`app: web
people:
  ana: { os: ['here:1', 'home:1'] }
  bob: { os: 'here:2' }
  tom: { os: 'here:3' }
roles: { admin: tom }
${openPolicy}`);

const accounts = { ana: 'os:here:1', 'ana at home': 'os:home:1', bob: 'os:here:2', tom: 'os:here:3', eve: 'os:here:9' };
export type Somebody = keyof typeof accounts;

export interface As {
  /** Milliseconds that the clock of the machine is ahead. */
  ahead?: number;
  /** What the machine has counted. */
  moment?: Partial<Moment>;
  signal?: AbortSignal;
}

/** A line of somebody, in a terminal of this process. */
export function typed(
  { folder }: Pick<Project, 'folder'>,
  as: Somebody,
  line: string,
  { ahead = 0, moment, signal }: As = {},
): Promise<Said> {
  const { system } = cronHost(folder, { exitCode: 0, stdout: '', stderr: '', words: '' });
  const now = (): Date => new Date(Date.now() + ahead);
  const host: Partial<Host> = {
    actor: { id: accounts[as], name: as.split(' ')[0] ?? '' },
    ...(signal === undefined ? {} : { signal }),
    system: {
      ...system,
      clock: { ...system.clock, now },
      moment: () => ({ ...system.moment(), ...moment }),
    },
  };
  return ops(folder, splitQuoted(line), host);
}

function splitQuoted(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
}

/** Looks into the project's journal. */
export async function inJournal<Result>(
  { folder }: Pick<Project, 'folder'>,
  look: (journal: Journal) => Promise<Result>,
): Promise<Result> {
  const journal = await openSqliteJournal(`${folder}/.ops/journal.db`);
  try {
    return await look(journal);
  } finally {
    await journal.close();
  }
}

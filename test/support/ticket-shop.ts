import type { FakeJira } from '../../src/sandbox/jira/jira.ts';
import type { Edition, Issue } from '../../src/sandbox/jira/site.ts';
import { jiraConfig, openSite, peopleConfig } from './jira/open.ts';
import { ops, type Said } from './ops.ts';
import { configuration, createProject } from './project.ts';

/** Where the four of the sandbox type. */
const places = { mary: 1, tom: 2, ana: 3, raj: 4, nobody: 9 };
export type Typist = keyof typeof places;

export interface TicketShop {
  jira: FakeJira;
  folder: string;
  issue(key: string): Issue;
  /** A line of theirs; addresses that stand beside a link in a terminal are left out of what it says. */
  by(name: Typist, ...argv: string[]): Promise<Said>;
}

/** A project whose tickets are in a Jira of the sandbox. */
export async function openTicketShop(edition: Edition = 'cloud', rest = 'projects: { PS: }'): Promise<TicketShop> {
  const jira = await openSite(edition);
  const { folder } = createProject(configuration + jiraConfig(jira, rest) + peopleConfig(jira));
  return {
    ...{ jira, folder },
    issue: (key) => {
      const found = jira.site.find(key);
      if (found === undefined) throw new Error(`there is no ${key}`);
      return found;
    },
    by: async (name, ...argv) => {
      const said = await ops(folder, argv, { actor: { id: `os:here:${places[name]}`, name } });
      const plain = (words: string): string => words.replaceAll(/ \(http:[^)]*\)/g, '');
      return { ...said, stdout: plain(said.stdout), words: plain(said.words) };
    },
  };
}

/** What was asked of it besides looking. */
export const changesOf = ({ asked }: FakeJira): string[] =>
  asked.filter((one) => !one.startsWith('GET') && !one.includes('/search'));

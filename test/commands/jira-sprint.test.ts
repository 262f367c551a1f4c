import { describe, expect, it } from 'vitest';
import type { FakeJira } from '../../src/sandbox/jira/jira.ts';
import type { Edition, Project } from '../../src/sandbox/jira/site.ts';
import { contractWords } from '../support/contracts.ts';
import { editions, jiraConfig, openSite, peopleConfig } from '../support/jira/open.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

async function openTickets(edition: Edition = 'cloud', rest = '') {
  const jira = await openSite(edition);
  const { folder } = createProject(configuration + jiraConfig(jira, rest) + peopleConfig(jira));
  return { jira, type: (...argv: string[]) => ops(folder, argv) };
}

const projectOf = ({ site }: FakeJira, key: string): Project => {
  const project = site.projects.get(key);
  if (project === undefined) throw new Error(`there is no ${key}`);
  return project;
};

const rowsOf = (stdout: string): string[][] =>
  stdout.split('\n').flatMap((line) => (/^[A-Z]+-\d+ /.test(line) ? [line.split(/ {2,}/)] : []));

describe.each(editions)(`ops jira-sprint, of Jira %s${contractWords('jira-v3.json')}`, (edition) => {
  it('shows what is in the open sprint of whoever asks, by rank, and not what the owner of the token has', async () => {
    const { jira, type } = await openTickets(edition);
    const { site } = jira;
    const [first, second] = [site.find('PS-1818'), site.find('PS-1819')];
    if (first === undefined || second === undefined) throw new Error('the stock lacks them');
    [first.rank, second.rank] = [second.rank, first.rank];
    site.addIssue(projectOf(jira, 'PS'), {
      ...{ title: 'of the bot', reporter: site.person('ops'), assignee: site.person('ops') },
      sprints: site.sprints.filter(({ state }) => state === 'active'),
    });
    const { stdout, exitCode } = await type('jira-sprint');
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, 'Sprint 42, 10 days left: Nobody pays twice']);
    expect(rowsOf(stdout).map(([key, state]) => [key, state])).toEqual([
      ['PS-1819', 'To Do'],
      ['PS-1818', 'In Progress'],
    ]);
    expect(stdout).toContain(`(${jira.url}/browse/PS-1818)`);
  });

  it('shows the whole sprint with who has what, and what is stuck', async () => {
    const { jira, type } = await openTickets(edition);
    const { site } = jira;
    const search = site.find('PS-1820');
    if (search !== undefined) search.isFlagged = true;
    const { stdout } = await type('jira-sprint', '--team');
    expect(rowsOf(stdout).map(([key, state, who]) => [key, state, who])).toEqual([
      ['PS-1818', 'In Progress', 'Mary Jones'],
      ['PS-1819', 'To Do', 'Mary Jones'],
      ['PS-1820', 'In Review, blocked', 'Tom Brown'],
      ['PS-1821', 'Blocked', 'Ana Silva'],
      ['PS-1822', 'To Do', 'nobody'],
    ]);
  });

  it('shows what somebody else has, by their name under people', async () => {
    const { type } = await openTickets(edition);
    expect(rowsOf((await type('jira-sprint', '--person', 'tom')).stdout).map(([key]) => key)).toEqual(['PS-1820']);
    expect(rowsOf((await type('jira-sprint', '--person', '@Tom')).stdout).map(([key]) => key)).toEqual(['PS-1820']);
    expect((await type('jira-sprint', '--person', 'raj')).stdout).toBe("Nothing in an open sprint is raj's\n");
  });

  it('means the sprint of the board that is configured', async () => {
    const { jira, type } = await openTickets(edition, 'projects: { PS: { board: 12 } }');
    const { site } = jira;
    site.boards.push({ id: 14, name: 'Another team', project: 'PS', type: 'scrum' });
    const other = site.addSprint({ board: 14, name: 'Theirs', state: 'active' });
    const theirs = { title: 'theirs', reporter: site.person('ops'), sprints: [other] };
    site.addIssue(projectOf(jira, 'PS'), theirs);
    const { stdout } = await type('jira-sprint', '--team');
    expect(rowsOf(stdout)).toHaveLength(5);
    expect(stdout).not.toContain('theirs');
  });

  it('leaves out what else is in the sprint of that board where a project is named', async () => {
    const { jira, type } = await openTickets(edition, 'projects: { PS: { board: 12 } }');
    const { site } = jira;
    const sprints = site.sprints.filter(({ state }) => state === 'active');
    site.addIssue(projectOf(jira, 'OPS'), { title: 'a guest', reporter: site.person('ops'), sprints });
    expect((await type('jira-sprint', '--team')).stdout).toContain('a guest');
    expect((await type('jira-sprint', '--team', '--project', 'ps')).stdout).not.toContain('a guest');
  });

  it('shows the sprints apart where there are several', async () => {
    const { jira, type } = await openTickets(edition);
    const { site } = jira;
    site.boards.push({ id: 14, name: 'Another team', project: 'OPS', type: 'scrum' });
    const other = site.addSprint({ board: 14, name: 'Nights, and weekends', state: 'active' });
    const mary = site.people.find(({ name }) => name === 'Mary Jones');
    site.addIssue(projectOf(jira, 'OPS'), {
      title: 'watch',
      reporter: site.person('ops'),
      assignee: mary,
      sprints: [other],
    });
    const { stdout } = await type('jira-sprint');
    expect(rowsOf(stdout).map(([key, , sprint]) => [key, sprint])).toContainEqual(['OPS-303', 'Nights, and weekends']);
  });

  it('shows some of 5,000 tickets, says so, and asks for no more pages than it needs', async () => {
    const { jira, type } = await openTickets(edition);
    const { site } = jira;
    const mary = site.people.find(({ name }) => name === 'Mary Jones');
    const sprints = site.sprints.filter(({ state }) => state === 'active');
    for (let count = 0; count < 5000; count++)
      site.addIssue(projectOf(jira, 'PS'), {
        title: `${count}`,
        reporter: site.person('ops'),
        assignee: mary,
        sprints,
      });
    const { stdout } = await type('jira-sprint', '--limit', '150');
    expect(rowsOf(stdout)).toHaveLength(150);
    expect(stdout).toContain('There are more: --limit shows them');
    expect(jira.queries).toHaveLength(2);
    const much = await type('jira-sprint', '--limit', '5000');
    expect([much.exitCode, much.stderr]).toEqual([64, expect.stringContaining('--limit takes 1 to 500, not 5000')]);
  });

  it('takes what is typed for a name, whatever signs are in it', async () => {
    const { jira, type } = await openTickets(edition);
    for (const words of ['PS") OR assignee = "x', "PS' OR project = 'OPS", 'PS\\', 'PS" ORDER BY rank', 'PS\n']) {
      const said = await type('jira-sprint', '--team', '--project', words);
      expect([said.exitCode, said.stdout]).toEqual([64, '']);
    }
    expect(jira.queries).toEqual([]);
    const odd = '") OR ASSIGNEE != "\\';
    jira.site.projects.set(odd, { ...projectOf(jira, 'OPS'), key: odd });
    await type('jira-sprint', '--team', '--project', odd);
    expect(jira.queries).toEqual([
      'project in ("\\") OR ASSIGNEE != \\"\\\\") AND sprint in openSprints() ORDER BY rank ASC',
    ]);
  });
});

describe('ops jira-sprint', () => {
  it('says what to add where it is not known who asks, or by which account', async () => {
    const jira = await openSite();
    const nobody = createProject(configuration + jiraConfig(jira));
    const stranger = await ops(nobody.folder, ['jira-sprint']);
    expect([stranger.exitCode, stranger.stderr]).toEqual([
      78,
      expect.stringContaining('add them to people in .chatopsrc'),
    ]);
    const half = createProject(`${configuration + jiraConfig(jira)}people: { mary: { os: 'here:1' } }\n`);
    const lacking = await ops(half.folder, ['jira-sprint']);
    expect([lacking.exitCode, lacking.stderr]).toEqual([
      78,
      expect.stringContaining('add people.mary.jira to .chatopsrc'),
    ]);
  });

  it('says what may have been meant by a person or a project that is not there', async () => {
    const { type } = await openTickets();
    expect((await type('jira-sprint', '--person', 'tim')).stderr).toContain('did you mean tom?');
    expect((await type('jira-sprint', '--project', 'OPSS')).stderr).toContain('did you mean OPS?');
  });

  it('says where no system is configured', async () => {
    const said = await ops(createProject().folder, ['jira-sprint']);
    expect([said.exitCode, said.stderr]).toEqual([
      78,
      expect.stringContaining('no system that has tickets is configured'),
    ]);
  });
});

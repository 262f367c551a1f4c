import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editions } from '../support/jira/open.ts';
import { ops } from '../support/ops.ts';
import { changesOf, openTicketShop } from '../support/ticket-shop.ts';

describe.each(editions)('ops jira-start, on Jira %s', (edition) => {
  it('gives the ticket to whoever asks, and moves it', async () => {
    const { by, issue, jira } = await openTicketShop(edition);
    const { words, exitCode } = await by('mary', 'jira-start', 'ps-1819');
    expect([exitCode, words]).toEqual([
      0,
      "Start PS-1819: Count free shipping once\nassignee  mary already\nstate     To Do → In Progress (Start work)\nPS-1819 is mary's, and went from To Do to In Progress\n",
    ]);
    expect(issue('PS-1819').status.name).toBe('In Progress');
    expect(issue('PS-1819').assignee?.name).toBe('Mary Jones');
    expect(changesOf(jira)).toHaveLength(1);
  });

  it('takes what is nobody’s', async () => {
    const { by, issue } = await openTicketShop(edition);
    const { stdout } = await by('tom', 'jira-start', 'PS-1822');
    expect(stdout).toBe("PS-1822 is tom's now, and went from To Do to In Progress\n");
    expect(issue('PS-1822').assignee?.name).toBe('Tom Brown');
  });

  it('asks before it takes over what is somebody else’s', async () => {
    const { by, issue } = await openTicketShop(edition);
    const asked = await by('tom', 'jira-start', 'PS-1819');
    expect([asked.exitCode, issue('PS-1819').assignee?.name]).toEqual([64, 'Mary Jones']);
    expect(asked.stderr).toContain('assignee  Mary Jones → tom\n');
    const taken = await by('tom', 'jira-start', 'PS-1819', '--yes');
    expect(taken.stdout).toBe("PS-1819 is tom's now and Mary Jones's no longer, and went from To Do to In Progress\n");
  });
});

describe('ops jira-start', () => {
  it('has nothing to do for what is theirs and under way', async () => {
    const { by, jira } = await openTicketShop();
    expect(await by('mary', 'jira-start', 'PS-1818')).toMatchObject({
      exitCode: 0,
      stdout: "PS-1818 is mary's and In Progress already: nothing to do\n",
    });
    expect(changesOf(jira)).toEqual([]);
  });

  it('goes to the first configured state that it can go to, of its own project first', async () => {
    const { by, issue } = await openTicketShop(
      'cloud',
      'inProgress: Elsewhere, projects: { PS: { inProgress: [Doing, blocked] } }',
    );
    await by('mary', 'jira-start', 'PS-1819');
    expect(issue('PS-1819').status.name).toBe('Blocked');
  });

  it('says where it can go, where it cannot go there', async () => {
    const { by, issue } = await openTicketShop('cloud', 'inProgress: Doing');
    expect(await by('mary', 'jira-start', 'PS-1819')).toMatchObject({
      exitCode: 1,
      stderr:
        '✗ PS-1819 is To Do, from where it cannot go to Doing: it can go Start work → In Progress, Block → Blocked\n' +
        "  → ops jira-move PS-1819 'Start work', or change jira.inProgress\n",
    });
    expect(issue('PS-1819').status.name).toBe('To Do');
  });

  it('says what the move needs, with what is allowed and the line to type', async () => {
    const { by, issue } = await openTicketShop('cloud', 'inProgress: Done');
    const first = await by('mary', 'jira-start', 'PS-1818');
    expect(first).toMatchObject({
      exitCode: 64,
      stderr:
        "✗ Close → Done of PS-1818 needs Resolution (Done, Won't do, Duplicate)\n  → ops jira-start PS-1818 --field Resolution=Done\n",
    });
    const second = await by('mary', 'jira-start', 'PS-1818', '--field', 'resolution=duplicate');
    expect(second.stdout).toBe("PS-1818 is mary's, and went from In Progress to Done\n");
    expect(issue('PS-1818').resolution).toBe('Duplicate');
  });

  it('says that the ticket is theirs where it then does not move', async () => {
    const { by, jira, issue } = await openTicketShop();
    const shop = jira.site.projects.get('PS');
    const refused = shop?.transitions.map((one) => ({ ...one, refuses: 'The gate is shut.' }));
    if (shop !== undefined) shop.transitions = refused ?? [];
    const { exitCode, stderr } = await by('tom', 'jira-start', 'PS-1822');
    expect(exitCode).toBe(1);
    expect(stderr).toContain("PS-1822 is tom's now, and stays To Do: Jira does not move PS-1822: The gate is shut.");
    expect(issue('PS-1822').assignee?.name).toBe('Tom Brown');
  });

  it('asks nobody for what another account of theirs has', async () => {
    const shop = await openTicketShop('server');
    const { folder, jira, issue } = shop;
    const config = join(folder, '.chatopsrc');
    const tom = jira.site.people.find(({ name }) => name === 'Tom Brown');
    writeFileSync(
      config,
      readFileSync(config, 'utf8').replace(`jira: '${tom?.id}'`, `jira: [tb, '${tom?.id?.toUpperCase()}']`),
    );
    expect((await shop.by('tom', 'jira-start', 'PS-1820')).stdout).toBe(
      "PS-1820 is tom's, and went from In Review to In Progress\n",
    );
    expect(issue('PS-1820').assignee?.name).toBe('Tom Brown');
  });

  it('does not say that it stays where no answer came to the move, and asks it once', async () => {
    const { by, jira } = await openTicketShop();
    jira.fault = ({ method }, response) => {
      if (method === 'POST') response.destroy();
      return method === 'POST';
    };
    const { exitCode, stderr } = await by('tom', 'jira-start', 'PS-1822');
    expect([exitCode, stderr]).toEqual([69, expect.stringContaining("PS-1822 is tom's now, and was To Do: Jira: ")]);
    expect(stderr).toContain('it may have been done all the same');
    expect(changesOf(jira)).toHaveLength(2);
  });

  it('takes nothing over that moved while it was asked about', async () => {
    const { folder, jira, issue } = await openTicketShop();
    const ask = async () => {
      jira.site.assign(
        issue('PS-1819'),
        jira.site.people.find(({ name }) => name === 'Raj Patel'),
        jira.site.people[0] as never,
      );
      return true;
    };
    const { exitCode, stderr } = await ops(folder, ['jira-start', 'PS-1819'], {
      actor: { id: 'os:here:2', name: 'tom' },
      ask,
    });
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining("✗ PS-1819 moved meanwhile: it is Raj Patel's, and To Do\n  → ops jira-start PS-1819\n"),
    ]);
  });

  it('is for people of the configuration who have an account', async () => {
    const { by } = await openTicketShop();
    expect(await by('nobody', 'jira-start', 'PS-1819')).toMatchObject({
      exitCode: 78,
      stderr: expect.stringContaining("✗ nobody under people is nobody, so their tickets are nobody's\n"),
    });
  });

  it.each([
    ['ps1819', '✗ "ps1819" is no key of a ticket\n  → did you mean PS-1819?\n', 64],
    ['PS 1819', '✗ "PS 1819" is no key of a ticket\n  → did you mean PS-1819?\n', 64],
    ['1819', '✗ "1819" is no key of a ticket\n  → did you mean PS-1819?\n', 64],
    ['PS-1819.', '✗ "PS-1819." is no key of a ticket\n  → did you mean PS-1819?\n', 64],
    ['the till', '✗ "the till" is no key of a ticket\n  → a ticket is named by its key, such as PS-1822\n', 64],
    ['PS-1 OR 1=1', '✗ "PS-1 OR 1=1" is no key of a ticket\n  → a ticket is named by its key, such as PS-1822\n', 64],
    [
      '../../myself-1',
      '✗ "../../myself-1" is no key of a ticket\n  → a ticket is named by its key, such as PS-1822\n',
      64,
    ],
    [
      'PS-9999',
      expect.stringContaining('✗ Jira has no ticket PS-9999, or does not show it to the owner of the token\n'),
      1,
    ],
  ])('is refused for %s', async (typed, stderr, exitCode) => {
    const { by } = await openTicketShop();
    expect(await by('mary', 'jira-start', typed)).toMatchObject({ exitCode, stderr });
  });

  it.each([
    '/browse/PS-1819?x=1',
    '/jira/browse/ps-1819#comment',
    '/jira/software/projects/PS/boards/12?selectedIssue=PS-1819',
    '/jira/software/c/projects/PS/boards/12?assignee=5b&selectedIssue=PS-1819&x=1',
    '/projects/PS/issues/PS-1819?filter=mine',
  ])('takes the address %s for the key of a ticket', async (path) => {
    const { by } = await openTicketShop();
    const said = await by('mary', 'jira-start', `https://example.atlassian.net${path}`);
    expect([said.exitCode, said.stdout]).toEqual([0, expect.stringContaining('PS-1819 is mary')]);
  });
});

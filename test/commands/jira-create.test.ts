import { describe, expect, it } from 'vitest';
import { readProse } from '../../src/services/jira/prose.ts';
import { editions } from '../support/jira/open.ts';
import { changesOf, openTicketShop } from '../support/ticket-shop.ts';

describe.each(editions)('ops jira-create, on Jira %s', (edition) => {
  it('creates a ticket in the first project', async () => {
    const { by, issue } = await openTicketShop(edition);
    const said = await by('mary', 'jira-create', 'The', 'till', 'rounds twice', '-t', 'task', '-l', 'till');
    expect([said.exitCode, said.words]).toEqual([
      0,
      'Create a Task in PS: The till rounds twice\nLabels  till\nPS-1825 is created, a Task: The till rounds twice\n',
    ]);
    expect(issue('PS-1825')).toMatchObject({
      title: 'The till rounds twice',
      labels: ['till'],
      type: { name: 'Task' },
    });
  });

  it('has what the configuration says, where the line says nothing else', async () => {
    const create = 'create: { type: Bug, labels: [from-ops], fields: { Team: shop, Priority: High } }';
    const { by, issue } = await openTicketShop(edition, `projects: { OPS: , PS: { ${create} } }`);
    await by('mary', 'jira-create', 'One', '-p', 'PS', '-a', 'tom', '-d', 'ask @raj');
    expect(issue('PS-1825')).toMatchObject({
      ...{ type: { name: 'Bug' }, labels: ['from-ops'], priority: 'High', assignee: { name: 'Tom Brown' } },
      custom: { customfield_10031: { value: 'Shop' } },
    });
    expect(readProse(issue('PS-1825').description).mentions).toHaveLength(1);
    await by('mary', 'jira-create', 'Two', '-p', 'PS', '-f', 'team=Till', '-f', 'priority=low', '-l', 'x');
    expect(issue('PS-1826')).toMatchObject({
      ...{ labels: ['from-ops', 'x'], priority: 'Low' },
      custom: { customfield_10031: { value: 'Till' } },
    });
  });
});

describe('ops jira-create', () => {
  it.each([
    [
      ['It broke', '-t', 'Bug'],
      "✗ a Bug of PS needs Team (Shop, Till, Warehouse)\n  → ops jira-create 'It broke' --project PS --type Bug --field Team=Shop\n",
    ],
    [
      ['It broke', '-t', 'Bug', '-f', 'priority=low', '-l', 'x', '-a', 'tom', '-d', 'why'],
      "  → ops jira-create 'It broke' --project PS --type Bug --description why --assignee tom --label x --field priority=low --field Team=Shop\n",
    ],
    [
      ['It broke', '-t', 'Bug', '-f', 'Team=Tll'],
      '✗ Team is one of Shop, Till, Warehouse, not "Tll"\n  → did you mean Till?\n',
    ],
    [
      ['It broke'],
      "✗ which type of ticket is not said: PS has Task, Bug, Story\n  → ops jira-create 'It broke' --project PS --type Task\n",
    ],
    [
      ['It broke', '-t', 'Bugg'],
      "✗ PS has no type Bugg: it has Task, Bug, Story\n  → ops jira-create 'It broke' --project PS --type Bug\n",
    ],
    [['It broke', '-t', 'Task', '-f', 'Due date=soon'], '✗ Due date is a date such as 2026-12-31, not "soon"\n'],
    [['It broke', '-t', 'Task', '-a', 'zoe'], '✗ Jira knows nobody by "zoe"\n'],
    [
      ['a'.repeat(256), '-t', 'Task'],
      '✗ Summary has 255 characters at the most, and this one has 256\n  → say it short, and the rest in the description\n',
    ],
    [[' '], "✗ a ticket has a title\n  → ops jira-create 'The till rounds twice'\n"],
  ])('is refused for %j, with what is allowed and the line to type', async (argv, words) => {
    const { by, jira } = await openTicketShop();
    const { exitCode, stderr } = await by('mary', 'jira-create', ...argv);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining(words)]);
    expect(changesOf(jira)).toEqual([]);
  });

  it('shows people by their names, and not by their accounts', async () => {
    const { by } = await openTicketShop();
    expect((await by('mary', 'jira-create', 'One', '-t', 'Task', '-a', 'Tom')).words).toMatch(/^Assignee +@tom$/m);
  });

  it('finds people that the configuration does not know by their names in Jira', async () => {
    const { by, issue, jira } = await openTicketShop();
    jira.site.people.push({ id: '5bzoe', name: 'Zoe Smith', email: 'zoe@sandbox.example' });
    expect(await by('mary', 'jira-create', 'One', '-t', 'Task', '-a', 'zoe smith')).toMatchObject({ exitCode: 0 });
    expect(issue('PS-1825').assignee?.name).toBe('Zoe Smith');
  });

  it('is refused where no project is meant, or nothing may be created in it', async () => {
    const none = await openTicketShop('cloud', '');
    expect((await none.by('mary', 'jira-create', 'One')).stderr).toContain('✗ which project is meant is not said\n');
    const { by, jira } = await openTicketShop();
    const shop = jira.site.projects.get('PS');
    if (shop !== undefined) shop.isClosed = true;
    const said = await by('mary', 'jira-create', 'One');
    expect([said.exitCode, said.stderr]).toEqual([
      1,
      '✗ Jira has no project PS, or the owner of the token may create nothing there\n',
    ]);
  });
});

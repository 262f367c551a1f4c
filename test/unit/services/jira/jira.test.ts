import { beforeEach, describe, expect, it } from 'vitest';
import type { TicketField, Tickets } from '../../../../src/context/tickets.ts';
import type { FakeJira } from '../../../../src/sandbox/jira/jira.ts';
import { contractWords } from '../../../support/contracts.ts';
import { editions, openSite } from '../../../support/jira/open.ts';
import { opened } from '../../../support/jira/opened.ts';

let jira: FakeJira;
let tickets: Tickets;

const account = (name: string): string =>
  jira.site.people.find((one) => one.name.startsWith(name))?.id ?? `there is no ${name}`;

describe.each(editions)(`tickets of Jira %s${contractWords('jira-v3.json')}`, (edition) => {
  beforeEach(async () => {
    jira = await openSite(edition);
    tickets = opened(jira);
  });

  it('are found by all that a query can hold, page by page', async () => {
    const { site } = jira;
    const project = site.projects.get('OPS');
    if (project === undefined) throw new Error('the stock lacks it');
    for (let count = 0; count < 250; count++)
      site.addIssue(project, { title: `${count}`, reporter: site.person('ops') });
    const most = 240;
    const found = await tickets.search({
      projects: ['OPS'],
      order: 'created',
      createdSince: new Date(site.now() - 60_000),
      most,
    });
    expect([found.items.length, found.hasMore, new Set(found.items.map(({ key }) => key)).size]).toEqual([
      240,
      true,
      240,
    ]);
    const all = await tickets.search({ projects: ['OPS'], order: 'created', most: 252 });
    expect([all.items.length, all.hasMore]).toEqual([252, false]);
    expect(await tickets.search({ projects: [], order: 'rank', most })).toEqual({ items: [], hasMore: false });
  });

  it('are there once, although one changes while its pages are read', async () => {
    const { site } = jira;
    const project = site.projects.get('OPS');
    if (project === undefined) throw new Error('the stock lacks it');
    for (let count = 0; count < 150; count++)
      site.addIssue(project, { title: `${count}`, reporter: site.person('ops') });
    const asked = { projects: ['OPS'], order: 'created', most: 500 } as const;
    const before = await tickets.search(asked);
    let pages = 0;
    jira.fault = ({ url = '' }) => {
      if (url.includes('/search') && ++pages === 2)
        site.addIssue(project, { title: 'new', reporter: site.person('ops') });
      return false;
    };
    const { items } = await tickets.search(asked);
    expect(items.map(({ key }) => key)).toEqual(before.items.map(({ key }) => key));
  });

  it('have their history where it is asked for, oldest first', async () => {
    const of = { keys: ['PS-1821'], order: 'updated', with: ['changes'], most: 1 } as const;
    const [ticket] = (await tickets.search(of)).items;
    expect(ticket?.changes?.map(({ field, from, to, by }) => [field, from, to, by?.name])).toEqual([
      ['status', 'To Do', 'Blocked', 'Ana Silva'],
      ['Flagged', '', 'Impediment', 'Ana Silva'],
    ]);
    expect([ticket?.isBlocked, ticket?.comments, ticket?.sprint?.name]).toEqual([true, undefined, 'Sprint 42']);
  });

  it('are moved with what that takes, in the words that people see', async () => {
    const found = await tickets.transitions('PS-1818');
    const close = found?.find(({ name }) => name === 'Close');
    if (close === undefined) throw new Error('the stock lacks it');
    expect(close.to).toEqual({ name: 'Done', category: 'done' });
    expect(close.fields).toMatchObject([
      {
        id: 'resolution',
        name: 'Resolution',
        isRequired: true,
        kind: 'choice',
        choices: ['Done', "Won't do", 'Duplicate'],
      },
    ]);
    await expect(tickets.move('PS-1818', close)).rejects.toThrow('Jira does not move PS-1818: Resolution is required.');
    await expect(tickets.move('PS-1818', close, { resolution: 'Never' })).rejects.toThrow('Resolution cannot be Never');
    await tickets.move('PS-1818', close, { resolution: "won't do" });
    const ticket = await tickets.ticket('PS-1818');
    expect([ticket?.state.name, ticket?.resolution]).toEqual(['Done', "Won't do"]);
    await expect(tickets.move('PS-1818', close, { resolution: 'Done' })).rejects.toThrow(
      'not valid for the current state',
    );
  });

  it('are given to somebody, to nobody, and not to whom Jira does not know', async () => {
    await tickets.assign('PS-1822', account('Tom'));
    expect((await tickets.ticket('PS-1822'))?.assignee).toMatchObject({ id: account('Tom'), name: 'Tom Brown' });
    await tickets.assign('PS-1822', undefined);
    expect((await tickets.ticket('PS-1822'))?.assignee).toBeUndefined();
    await expect(tickets.assign('PS-1822', 'gone')).rejects.toThrow('Jira does not give PS-1822 to gone');
  });

  it('take a comment that mentions people, which is read again as it was written', async () => {
    const said = await tickets.comment('PS-1822', {
      parts: ['Look, ', { id: account('Tom'), name: 'Tom Brown' }, '!\n\n[x] {y}'],
    });
    expect(said.mentions).toEqual([account('Tom')]);
    const [newest] = (await tickets.comments('PS-1822', 1))?.items ?? [];
    expect(newest).toMatchObject({ id: said.id, mentions: [account('Tom')], author: { name: 'Ops' } });
    expect(newest?.text).toMatch(/^Look, @\S+.*!\n+\[x\] \{y\}$/s);
  });

  it('are created with what their project wants', async () => {
    const types = (await tickets.ticketTypes('PS')) ?? [];
    expect(types.map(({ name }) => name)).toEqual(['Task', 'Bug', 'Story']);
    const type = types.find(({ name }) => name === 'Bug')?.id ?? '';
    const fields = await tickets.ticketFields('PS', type);
    const kinds = Object.fromEntries(fields.map((one): [string, TicketField['kind']] => [one.name, one.kind]));
    expect(kinds).toEqual({
      ...{ Summary: 'text', Description: 'prose', Assignee: 'account', Labels: 'words', 'Due date': 'date' },
      ...{ Priority: 'choice', Team: 'choice' },
    });
    const given = {
      summary: 'It rings',
      description: { parts: ['twice'] },
      assignee: account('Ana'),
      labels: ['a', 'b'],
    };
    const ticket = { project: 'PS', type, fields };
    await expect(tickets.create({ ...ticket, values: given })).rejects.toThrow(
      'Jira creates no ticket in PS: Team is required.',
    );
    const values = { ...given, priority: 'High', customfield_10031: 'Till', duedate: '2026-12-24' };
    const { key, url } = await tickets.create({ ...ticket, values });
    expect(url).toBe(`${jira.url}/browse/${key}`);
    expect(await tickets.ticket(key)).toMatchObject({
      ...{ title: 'It rings', description: 'twice', priority: 'High', labels: ['a', 'b'], due: '2026-12-24' },
      ...{ assignee: { name: 'Ana Silva' }, type: 'Bug' },
    });
  });

  it('have projects and people who are found by how they begin', async () => {
    expect((await tickets.projects('shop', 5)).items).toEqual([{ key: 'PS', name: 'Shop' }]);
    expect((await tickets.projects(undefined, 1)).hasMore).toBe(true);
    expect((await tickets.accounts('tom', 5)).map(({ id }) => id)).toEqual([account('Tom')]);
    expect(await tickets.accounts(' ', 5)).toEqual([]);
    expect(await tickets.owner()).toMatchObject({ id: 'ops', name: 'Ops' });
  });

  it('have open sprints, of a board and of a project', async () => {
    const sprint = { name: 'Sprint 42', state: 'open', goal: 'Nobody pays twice' };
    expect((await tickets.openSprints({ board: 12 })).items).toMatchObject([sprint]);
    expect((await tickets.openSprints({ project: 'PS' })).items).toMatchObject([sprint]);
    expect((await tickets.openSprints({ project: 'OPS' })).items).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { editions } from '../support/jira/open.ts';
import { ops } from '../support/ops.ts';
import { openTicketShop, type TicketShop } from '../support/ticket-shop.ts';

const watch = async ({ by }: TicketShop, ...argv: string[]): Promise<string> =>
  (await by('mary', 'jira-watch', '--team', ...argv)).words.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, 'TIME');

const nothing = 'Nothing changed since TIME (everybody, PS)\n';

describe.each(editions)('ops jira-watch, on Jira %s', (edition) => {
  it('tells once what moved, is blocked, done or new, and says nothing else', async () => {
    const shop = await openTicketShop(edition);
    const { jira, issue } = shop;
    const { site } = jira;
    expect(await watch(shop)).toBe(
      '7 tickets are known from now on (everybody, PS): what changes is told the next time\n',
    );
    expect(await watch(shop)).toBe(nothing);
    const tom = site.person(issue('PS-1820').assignee?.id ?? '');
    site.move(issue('PS-1820'), site.status('Done'), tom);
    site.move(issue('PS-1819'), site.status('In Progress'), tom);
    site.flag(issue('PS-1819'), true, tom);
    site.comment(issue('PS-1822'), tom, edition === 'cloud' ? { type: 'doc', version: 1, content: [] } : 'hm');
    site.addIssue(issue('PS-1819').project, { title: 'The till is hot', reporter: tom });
    const lines = (await watch(shop)).split('\n').sort();
    expect(lines).toEqual([
      '',
      'PS-1819 Count free shipping once: To Do → In Progress, blocked, by Tom Brown (Mary Jones)',
      'PS-1820 Search finds what was sold out: In Review → Done, by Tom Brown',
      'PS-1825 The till is hot: new, To Do',
    ]);
    expect(await watch(shop)).toBe(nothing);
    site.flag(issue('PS-1819'), false, tom, site.now() + 1000);
    expect(await watch(shop)).toBe('PS-1819 Count free shipping once: no longer blocked (Mary Jones)\n');
  });
});

describe('ops jira-watch', () => {
  it('tells of one person what comes to them and what is theirs again', async () => {
    const shop = await openTicketShop();
    const { jira, issue, by } = shop;
    const { site } = jira;
    expect((await by('tom', 'jira-watch')).stdout).toContain('2 tickets are known from now on (tom, PS)');
    const tom = site.person(issue('PS-1820').assignee?.id ?? '');
    site.assign(issue('PS-1822'), tom, tom, site.now() + 1000);
    site.move(issue('PS-1817'), site.status('To Do'), tom, site.now() + 2000);
    expect((await by('tom', 'jira-watch')).stdout).toBe(
      'PS-1822 Show what is in the cart on a phone: added, To Do (Tom Brown)\n' +
        'PS-1817 Sell chairs: Done → To Do, by Tom Brown\n',
    );
    expect((await by('mary', 'jira-watch', '--person', 'tom')).stdout).toContain('are known from now on');
  });

  it.each([-10, 10])('loses nothing where the clock of the server is %i minutes off', async (minutes) => {
    const shop = await openTicketShop();
    const { site } = shop.jira;
    const at = () => Date.now() + minutes * 60_000;
    const tom = site.person(shop.issue('PS-1820').assignee?.id ?? '');
    site.comment(shop.issue('PS-1818'), tom, { type: 'doc', version: 1, content: [] }, at());
    await watch(shop);
    site.move(shop.issue('PS-1819'), site.status('Blocked'), tom, at());
    expect(await watch(shop)).toContain('PS-1819 Count free shipping once: To Do → Blocked, by Tom Brown');
    expect(await watch(shop)).toBe(nothing);
  });

  it('tells later what the index did not have yet, and nothing of what it still has', async () => {
    const shop = await openTicketShop();
    const { site } = shop.jira;
    const tom = site.person(shop.issue('PS-1820').assignee?.id ?? '');
    await watch(shop);
    const late = shop.issue('PS-1819');
    site.move(late, site.status('Blocked'), tom);
    const now = { ...late };
    Object.assign(late, { status: site.status('To Do'), updated: late.created });
    site.move(shop.issue('PS-1822'), site.status('Blocked'), tom, site.now() + 5000);
    expect(await watch(shop)).toBe('PS-1822 Show what is in the cart on a phone: To Do → Blocked, by Tom Brown\n');
    Object.assign(late, now);
    expect(await watch(shop)).toContain('PS-1819 Count free shipping once: To Do → Blocked, by Tom Brown');
    Object.assign(late, { status: site.status('To Do'), updated: now.updated - 1 });
    expect(await watch(shop)).toBe(nothing);
  });

  it('tells each change to one of two that look at the same moment', async () => {
    const shop = await openTicketShop();
    const { site } = shop.jira;
    await watch(shop);
    const tom = site.person(shop.issue('PS-1820').assignee?.id ?? '');
    site.move(shop.issue('PS-1819'), site.status('Blocked'), tom);
    const said = (await Promise.all([watch(shop), watch(shop), watch(shop)])).join('');
    expect(said.split('PS-1819 Count').length - 1).toBe(1);
    expect(await watch(shop)).toBe(nothing);
  });

  it('remembers apart what each room and each person watches', async () => {
    const shop = await openTicketShop();
    await watch(shop);
    expect(await watch(shop, '--sprint')).toContain('5 tickets are known from now on (everybody, PS, the open sprint)');
    const room = { type: 'room', team: 'T1', channel: 'C1', user: 'U1' } as never;
    const said = await ops(shop.folder, ['jira-watch', '--team'], {
      actor: { id: 'os:here:1', name: 'mary' },
      origin: room,
    });
    expect(said.stdout).toContain('are known from now on');
  });

  it.each([
    [['--team', '--person', 'tom'], '✗ --team is of everybody: leave --person out\n  → --person tom\n'],
    [['--person', 'zoe'], '✗ nobody under people is called zoe\n'],
    [['--project', 'SP'], '✗ Jira has no project SP, or does not show it to the owner of the token\n'],
  ])('is refused for %j', async (argv, words) => {
    const { by } = await openTicketShop();
    const { exitCode, stderr } = await by('mary', 'jira-watch', ...argv);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining(words)]);
  });

  it('is one object with --json, with nothing in it where nothing changed', async () => {
    const { by } = await openTicketShop();
    await by('mary', 'jira-watch');
    expect(JSON.parse((await by('mary', 'jira-watch', '--json')).stdout)).toMatchObject({
      news: [],
      since: expect.any(String),
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/sandbox/jira/site.ts';
import { write } from '../../src/sandbox/jira/write.ts';
import { contractWords } from '../support/contracts.ts';
import { editions, jiraConfig, openSite, peopleConfig } from '../support/jira/open.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

async function openTickets(edition: Edition = 'cloud', rest = '') {
  const jira = await openSite(edition);
  const { folder } = createProject(configuration + jiraConfig(jira, rest) + peopleConfig(jira));
  return { jira, type: (...argv: string[]) => ops(folder, ['jira-show', ...argv]) };
}

describe.each(editions)(`ops jira-show, of Jira %s${contractWords('jira-v3.json')}`, (edition) => {
  it('shows what a ticket is, what it is about, what it is tied to, and what was said last', async () => {
    const rest = "build: 'https://ci.example.com/?q={key}'";
    const { jira, type } = await openTickets(edition, rest);
    const { stdout, exitCode } = await type('ps-1818');
    expect(exitCode).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(`PS-1818 (${jira.url}/browse/PS-1818) Customers pay twice when they press the button twice`);
    for (const [name, value] of [
      ['type', 'Bug'],
      ['state', 'In Progress'],
      ['assignee', 'Mary Jones'],
      ['reporter', 'Ana Silva'],
      ['priority', 'Highest'],
      ['labels', 'checkout, money'],
      ['sprint', 'Sprint 42, 10 days left'],
      ['build', 'https://ci.example.com/?q=PS-1818'],
    ])
      expect(stdout).toMatch(new RegExp(`^${name} +${value?.replaceAll(/[?.]/g, '\\$&')}$`, 'm'));
    expect(stdout).toContain('\nThe second press sends the form again.\n');
    expect(stdout).toContain(`• blocks PS-1821 (${jira.url}/browse/PS-1821) Round prices to five cents (Blocked)`);
    const saying = lines.filter((line) => /^\w+ \w+, \d{4}-/.test(line)).map((line) => line.split(',')[0]);
    expect(saying).toEqual(['Ana Silva', 'Mary Jones', 'Raj Patel']);
  });

  it('links to where people see its pages', async () => {
    const { type } = await openTickets(edition, 'site: https://acme.atlassian.net');
    const { stdout } = await type('PS-1818');
    expect(stdout).toMatch(/^PS-1818 \(https:\/\/acme\.atlassian\.net\/browse\/PS-1818\)/);
    expect(stdout).toContain('https://acme.atlassian.net/browse/PS-1818?focused');
  });

  it('shows parts and wholes, who has nothing, and only as many comments as are wanted', async () => {
    const { type } = await openTickets(edition);
    expect((await type('PS-1824')).stdout).toMatch(
      /^• part of PS-1820 .* Search finds what was sold out \(In Review\)$/m,
    );
    expect((await type('PS-1820')).stdout).toMatch(/^• has the part PS-1824 .* \(To Do\)$/m);
    expect((await type('PS-1822')).stdout).toMatch(/^assignee +nobody$/m);
    const one = await type('PS-1818', '--comments', '1');
    expect(one.stdout).toContain('There are earlier comments: --comments shows more');
    expect(one.stdout).toContain('I have paid the four of them back');
    expect(one.stdout).not.toContain('order 4711');
    expect((await type('PS-1818', '--comments', '0')).stdout).not.toContain('I have paid');
  });

  it('says that there is no such ticket, and what is none at all', async () => {
    const { jira, type } = await openTickets(edition);
    const missing = await type('PS-9999');
    expect([missing.exitCode, missing.stderr]).toEqual([1, expect.stringContaining('Jira has no ticket PS-9999')]);
    const asked = jira.asked.length;
    expect((await type('../../myself')).exitCode).toBe(64);
    expect(jira.asked).toHaveLength(asked);
  });

  it('takes the address of a ticket', async () => {
    const { jira, type } = await openTickets(edition);
    expect((await type(`${jira.url}/browse/PS-1819`)).stdout).toContain('Count free shipping once');
  });

  it('shows code in which there are fences as one', async () => {
    const { jira, type } = await openTickets('cloud');
    const issue = jira.site.find('PS-1822');
    if (issue === undefined) throw new Error('the stock lacks it');
    const code = { type: 'codeBlock', content: [{ type: 'text', text: 'one\n```\ntwo' }] };
    issue.description = { type: 'doc', version: 1, content: [code] };
    expect((await type('PS-1822')).stdout).toMatch(/^Description\n *one\n *```\n *two\n/m);
  });

  it('reads as many of the last comments as are wanted, and cuts what is long', async () => {
    const { jira, type } = await openTickets(edition);
    const { site } = jira;
    const issue = site.find('PS-1822');
    if (issue === undefined) throw new Error('the stock lacks it');
    const paragraphs = Array.from({ length: 100 }, (_, index) => [`line ${index}`]);
    issue.description = write(edition, ...paragraphs);
    for (let count = 1; count <= 60; count++)
      site.comment(issue, site.person('ops'), write(edition, [`word ${count}.`]));
    const { stdout } = await type('PS-1822', '--comments', '50');
    expect(stdout).toContain('… the rest of the description is on its page');
    expect(stdout.match(/^word \d+\.$/gm)).toHaveLength(50);
    expect(stdout.trimEnd()).toMatch(/word 60\.$/);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edition, Issue } from '../../src/sandbox/jira/site.ts';
import { write } from '../../src/sandbox/jira/write.ts';
import { contractWords } from '../support/contracts.ts';
import { editions, jiraConfig, openSite, peopleConfig } from '../support/jira/open.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

const [minute, day] = [60_000, 86_400_000];

async function openTickets(edition: Edition = 'cloud') {
  const jira = await openSite(edition);
  const { site } = jira;
  const { folder } = createProject(configuration + jiraConfig(jira) + peopleConfig(jira));
  const named = (name: string) => {
    const person = site.people.find((one) => one.name.startsWith(name));
    if (person === undefined) throw new Error(`there is no ${name}`);
    return person;
  };
  const issue = (key: string): Issue => {
    const found = site.find(key);
    if (found === undefined) throw new Error(`there is no ${key}`);
    return found;
  };
  return { jira, site, named, issue, type: (...argv: string[]) => ops(folder, ['jira-mentions', ...argv]) };
}

const keysIn = (stdout: string): string[] => [...stdout.matchAll(/^([A-Z]+-\d+) /gm)].map(([, key = '']) => key);

describe.each(editions)(`ops jira-mentions, of Jira %s${contractWords('jira-v3.json')}`, (edition) => {
  it('shows tickets whose comments mention whoever asks, newest first: who, when, and what was said', async () => {
    const { jira, type } = await openTickets(edition);
    const { stdout } = await type();
    expect(keysIn(stdout)).toEqual(['PS-1818', 'OPS-302', 'PS-1819']);
    const [name, tom] = edition === 'cloud' ? ['@Mary Jones', '@Tom Brown'] : ['@mary', '@tom'];
    expect(stdout).toMatch(
      new RegExp(`^ {2}Raj Patel, \\S+ \\S+ UTC \\(\\S+\\), the newest of 2: ${name} and ${tom}: I have paid`, 'm'),
    );
    const [said] = jira.site.find('PS-1818')?.comments.slice(-1) ?? [];
    expect(stdout).toContain(`${jira.url}/browse/PS-1818?focusedCommentId=${said?.id}`);
    expect(keysIn((await type('--person', 'raj')).stdout)).toEqual(['OPS-301', 'PS-1821']);
  });

  it('reads the mentions themselves: who is only named is not mentioned, nor whose id is the beginning of another', async () => {
    const { site, named, issue, type } = await openTickets(edition);
    const { stdout: before } = await type('--person', 'tom');
    const almost = { ...named('Tom'), id: `${named('Tom').id}0` };
    site.comment(issue('PS-1822'), named('Ana'), write(edition, ['Tom Brown and tom know, not ', almost]));
    expect(keysIn((await type('--person', 'tom')).stdout)).toEqual(keysIn(before));
    site.comment(issue('PS-1822'), named('Ana'), write(edition, ['Now ', named('Tom')]));
    expect(keysIn((await type('--person', 'tom')).stdout)).toEqual(['PS-1822', ...keysIn(before)]);
  });

  it('finds one among hundreds of comments of a ticket', async () => {
    const { site, named, issue, type } = await openTickets(edition);
    const now = site.now();
    const busy = issue('PS-1822');
    site.comment(busy, named('Ana'), write(edition, [named('Mary'), ' look']), now - 151 * minute);
    for (let count = 150; count > 0; count--)
      site.comment(busy, named('Tom'), write(edition, ['yes']), now - count * minute);
    const { stdout } = await type('--since', '1d');
    expect(keysIn(stdout)).toEqual(['PS-1822', 'PS-1818']);
    expect(stdout).not.toContain('Not all comments were read');
    for (let count = 0; count < 100; count++) site.comment(busy, named('Tom'), write(edition, ['no']), now);
    const more = await type('--since', '1d');
    expect(keysIn(more.stdout)).toEqual(['PS-1818']);
    expect(more.stdout).toContain('Not all comments were read');
  });

  it('shows what was said within the time alone, in the project that is named', async () => {
    const { type } = await openTickets(edition);
    expect(keysIn((await type('--since', '1d')).stdout)).toEqual(['PS-1818']);
    expect(keysIn((await type('--project', 'ops')).stdout)).toEqual(['OPS-302']);
    const none = await type('--since', '1h');
    expect([none.exitCode, none.stdout]).toEqual([0, expect.stringMatching(/^No comment mentions mary since /)]);
  });

  it('finds who is mentioned later in what was written before, and says that it was edited', async () => {
    const { site, named, issue, type } = await openTickets(edition);
    const old = site.comment(issue('PS-1822'), named('Ana'), write(edition, ['look']), site.now() - 3 * day);
    site.comment(issue('PS-1822'), named('Ana'), write(edition, [named('Mary'), ' wait']), site.now() - 2 * day);
    site.edit(issue('PS-1822'), old, write(edition, [named('Mary'), ' look']));
    const { stdout } = await type('--since', '1d');
    expect(keysIn(stdout)).toEqual(['PS-1822', 'PS-1818']);
    expect(stdout).toMatch(/^ {2}Ana Silva, edited \S+ \S+ UTC \(\S+\): @\w+( Jones)? look$/m);
  });

  it('says so where more tickets have many comments than it reads one by one', async () => {
    const { site, named, issue, type } = await openTickets(edition);
    const now = site.now();
    for (let count = 0; count < 41; count++) {
      const long = site.addIssue(issue('PS-1818').project, { title: `${count}`, reporter: named('Tom') });
      for (let old = 0; old < 21; old++) site.comment(long, named('Tom'), write(edition, ['no']), now - 9 * day);
      site.comment(long, named('Tom'), write(edition, ['yes']), now);
    }
    expect((await type('--since', '1d')).stdout).toContain('Not all comments were read');
  });

  it('looks through no more than so many tickets, and says so', async () => {
    const { jira, site, named, issue, type } = await openTickets(edition);
    const { project } = issue('PS-1818');
    for (let count = 0; count < 400; count++) site.addIssue(project, { title: `${count}`, reporter: named('Tom') });
    const { stdout } = await type();
    expect(stdout).toContain('Not all comments were read, of the 300 tickets that changed last');
    expect(jira.queries).toHaveLength(7);
  });
});

const recording = join(
  process.env['OPS_FIXTURES'] ?? join(import.meta.dirname, '../../../shared/fixtures'),
  'webhooks/jira-comment_created-mention.json',
);
const unread = existsSync(recording) ? '' : ' (no recording; OPS_FIXTURES names its folder)';

describe('ops jira-mentions', () => {
  it(`finds who is mentioned in a comment as a Jira has sent it${unread}`, async () => {
    const recorded = existsSync(recording)
      ? (JSON.parse(readFileSync(recording, 'utf8')) as { comment: { body: string; author: { displayName: string } } })
      : { comment: { body: '[~accountid:63a22fb348b367d78a14c15b] ', author: { displayName: 'Peter' } } };
    const { comment } = recorded;
    const jira = await openSite('server');
    const peter = { id: '63a22fb348b367d78a14c15b', name: comment.author.displayName, email: 'peter@sandbox.example' };
    jira.site.people.push(peter);
    const issue = jira.site.find('OPS-301');
    if (issue === undefined) throw new Error('the stock lacks it');
    jira.site.comment(issue, peter, comment.body, jira.site.now() - day);
    const people = `people: { mary: { os: 'here:1', jira: '${peter.id}' } }\n`;
    const { folder } = createProject(configuration + jiraConfig(jira) + people);
    const { stdout } = await ops(folder, ['jira-mentions', '--json']);
    expect(JSON.parse(stdout).mentions).toMatchObject([{ key: 'OPS-301', by: 'Peter', count: 1 }]);
  });

  it('says what is in code without its fences', async () => {
    const { site, named, issue, type } = await openTickets();
    const code = { type: 'codeBlock', content: [{ type: 'text', text: 'rm -r x' }] };
    const { content } = write('cloud', [named('Mary'), ' type']) as { content: unknown[] };
    site.comment(issue('PS-1822'), named('Ana'), { type: 'doc', version: 1, content: [...content, code] });
    expect((await type()).stdout).toContain(': @Mary Jones type rm -r x\n');
  });

  it('says short what was said long', async () => {
    const { site, named, issue, type } = await openTickets();
    const body = write('cloud', [named('Mary'), ` look:\n${'word '.repeat(200)}`], ['the end']);
    site.comment(issue('PS-1822'), named('Ana'), body);
    const [, said = ''] = (await type()).stdout.split('\n');
    expect(said).toMatch(/: @Mary Jones look: word .* wo?r?d?…$/);
    expect(said.length).toBeLessThan(400);
  });
});

import { describe, expect, it } from 'vitest';
import { readProse } from '../../src/services/jira/prose.ts';
import { editions } from '../support/jira/open.ts';
import { ops } from '../support/ops.ts';
import { changesOf, openTicketShop, type TicketShop } from '../support/ticket-shop.ts';

const lastOn = ({ issue }: TicketShop, key: string): unknown => issue(key).comments.at(-1)?.body;

describe.each(editions)('ops jira-comment, on Jira %s', (edition) => {
  it('says what was typed, with who says it, and mentions people by their names here', async () => {
    const shop = await openTicketShop(edition);
    const typed = 'It *rounds* {twice}, @tom: see https://example.com/a_b_c. Not me@mary nor @nobody [~raj]';
    const said = await shop.by('mary', 'jira-comment', 'ps-1819', typed);
    expect([said.exitCode, said.words]).toEqual([
      0,
      `Comment on PS-1819: Count free shipping once\n${typed}\n\n— mary, with ops\nMentions tom\nmary commented on PS-1819 and mentioned tom\n`,
    ]);
    const { text, mentions } = readProse(lastOn(shop, 'PS-1819'));
    const tom = shop.jira.site.people.find(({ name }) => name === 'Tom Brown');
    expect(mentions).toEqual([tom?.id]);
    expect(text).toBe(`${typed}\n${edition === 'cloud' ? '' : '\n'}— mary, with ops`);
  });

  it('sends a file, with its code and its lists', async () => {
    const shop = await openTicketShop(edition);
    const { path } = await fileIn(shop, 'comment.md', 'So:\n\n- *one*\n- two\n\n```bash\nls *.log\n```\n');
    expect((await shop.by('mary', 'jira-comment', 'PS-1819', '--file', path)).exitCode).toBe(0);
    expect(readProse(lastOn(shop, 'PS-1819')).text.replaceAll('\n\n', '\n')).toBe(
      'So:\n• *one*\n• two\n```bash\nls *.log\n```\n— mary, with ops',
    );
  });
});

async function fileIn({ folder }: TicketShop, name: string, content: string) {
  const { writeFile } = await import('node:fs/promises');
  const path = `${folder}/${name}`;
  await writeFile(path, content);
  return { path };
}

describe('ops jira-comment', () => {
  it('is of nobody else where the token is of whoever asks', async () => {
    const shop = await openTicketShop('server');
    const mary = shop.jira.site.people.find(({ name }) => name === 'Mary Jones');
    const owner = shop.jira.site.people.find(({ token }) => token !== undefined);
    if (mary !== undefined && owner !== undefined) {
      mary.token = owner.token ?? '';
      delete owner.token;
    }
    await shop.by('mary', 'jira-comment', 'PS-1819', 'mended');
    expect(lastOn(shop, 'PS-1819')).toBe('mended');
  });

  it('is said by whom the configuration knows, whatever a terminal calls them', async () => {
    const shop = await openTicketShop();
    const said = await ops(shop.folder, ['jira-comment', 'PS-1819', 'hi'], {
      actor: { id: 'os:here:1', name: 'root' },
    });
    expect(said.stdout).toMatch(/^mary commented on PS-1819/);
    expect(readProse(lastOn(shop, 'PS-1819')).text).toBe('hi\n— mary, with ops');
  });

  it('mentions whom a room mentions', async () => {
    const shop = await openTicketShop();
    const { writtenText } = await import('../../commands/jira/written.ts');
    const people = { tom: { slack: ['T1/U2'], jira: ['5b'] }, ana: { slack: ['T2/U2'], jira: ['6c'] } };
    const context = { config: { people }, origin: { type: 'room', team: 'T1' } };
    expect(shop.jira.asked).toEqual([]);
    expect(writtenText('ask <@U2>, <@U3> or @tom-', context as never).parts).toEqual([
      ...['ask ', { id: '5b', name: 'tom' }, ', <@U3> or ', { id: '5b', name: 'tom' }, '-'],
    ]);
  });

  it('mentions by a name in any case, and nobody in code', async () => {
    const shop = await openTicketShop();
    const typed = 'Ask @Tom:\n```sh\ngrep @raj\n```\nor\n```@raj```\n@ana';
    const said = await shop.by('mary', 'jira-comment', 'PS-1819', typed);
    expect(said.stdout).toMatch(/ and mentioned tom, ana$/m);
    const ids = ['Tom', 'Ana'].map((one) => shop.jira.site.people.find(({ name }) => name.startsWith(one))?.id);
    expect(readProse(lastOn(shop, 'PS-1819')).mentions).toEqual(ids);
  });

  it('sends what looks like a secret as it was typed, and shows it nowhere', async () => {
    const shop = await openTicketShop();
    const secret = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
    const said = await shop.by('mary', 'jira-comment', 'PS-1819', `the key was ${secret}`);
    expect(said.exitCode).toBe(0);
    expect(readProse(lastOn(shop, 'PS-1819')).text).toContain(secret);
    expect(said.words).not.toContain(secret);
    expect((await shop.by('mary', 'history')).stdout).not.toContain(secret);
  });

  it.each([
    [['PS-1819'], '✗ nothing is to be said on PS-1819\n  → ops jira-comment PS-1819 …\n'],
    [['PS-1819', ' ', '\t'], '✗ nothing is to be said on PS-1819\n  → ops jira-comment PS-1819 …\n'],
    [
      ['PS-1819', 'a'.repeat(32_768)],
      '✗ a comment has 32767 characters at the most, and this one has 32768\n  → attach what is longer to the ticket, or say where it is\n',
    ],
    [['ps1819', 'hi'], '✗ "ps1819" is no key of a ticket\n  → did you mean PS-1819?\n'],
  ])('is refused for what says nothing, or too much', async (argv, stderr) => {
    const { by, jira } = await openTicketShop();
    expect(await by('mary', 'jira-comment', ...argv)).toMatchObject({ exitCode: 64, stderr });
    expect(changesOf(jira)).toEqual([]);
  });

  it('sends as much as Jira takes', async () => {
    const shop = await openTicketShop();
    const { path } = await fileIn(shop, 'long.txt', 'a '.repeat(16_300));
    expect((await shop.by('mary', 'jira-comment', 'PS-1819', '--file', path)).exitCode).toBe(0);
  });

  it('says so where there is no such ticket, and where the token is none any more', async () => {
    const { by, jira } = await openTicketShop();
    expect(await by('mary', 'jira-comment', 'PS-9999', 'hi')).toMatchObject({ exitCode: 1 });
    for (const person of jira.site.people) delete person.token;
    const said = await by('mary', 'jira-comment', 'PS-1819', 'hi');
    expect([said.exitCode, said.stderr]).toEqual([
      78,
      expect.stringContaining('does not take the credentials under jira'),
    ]);
  });

  it('shows what it would say, and says nothing, with --dry-run', async () => {
    const { folder, jira } = await openTicketShop();
    expect((await ops(folder, ['jira-comment', 'PS-1819', 'hi', '--dry-run'])).exitCode).toBe(0);
    expect(changesOf(jira)).toEqual([]);
  });
});

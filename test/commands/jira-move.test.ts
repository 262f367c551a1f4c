import { describe, expect, it } from 'vitest';
import { editions } from '../support/jira/open.ts';
import { ops } from '../support/ops.ts';
import { changesOf, openTicketShop } from '../support/ticket-shop.ts';

describe.each(editions)('ops jira-move, on Jira %s', (edition) => {
  it.each([
    [['in', 'progress'], 'In Progress', 'Start work'],
    [['START work'], 'In Progress', 'Start work'],
    [['Blocked'], 'Blocked', 'Block'],
  ])('moves by the state or by the name of the move: %j', async (words, to, name) => {
    const { by, issue } = await openTicketShop(edition);
    const said = await by('tom', 'jira-move', 'PS-1819', ...words);
    expect([said.exitCode, said.words]).toEqual([
      0,
      `Move PS-1819 from To Do to ${to} (${name}): Count free shipping once\nPS-1819 went from To Do to ${to}\n`,
    ]);
    expect(issue('PS-1819').status.name).toBe(to);
  });

  it('tells the fields that the move needs', async () => {
    const { by, issue } = await openTicketShop(edition);
    expect(await by('mary', 'jira-move', 'PS-1818', 'Done')).toMatchObject({
      exitCode: 64,
      stderr:
        "✗ Close → Done of PS-1818 needs Resolution (Done, Won't do, Duplicate)\n  → ops jira-move PS-1818 Done --field Resolution=Done\n",
    });
    const said = await by('mary', 'jira-move', 'PS-1818', 'Done', '--field', "Resolution=won't do");
    expect(said.words).toContain("Resolution  Won't do\n");
    expect([issue('PS-1818').status.name, issue('PS-1818').resolution]).toEqual(['Done', "Won't do"]);
  });
});

describe('ops jira-move', () => {
  it('has nothing to do where it is there already', async () => {
    const { by, jira } = await openTicketShop();
    expect((await by('mary', 'jira-move', 'PS-1819', 'to do')).stdout).toBe(
      'PS-1819 is To Do already: nothing to do\n',
    );
    expect(changesOf(jira)).toEqual([]);
  });

  it.each([
    [
      ['PS-1819', 'Dun'],
      '✗ PS-1819 is To Do, from where no move is called "Dun" or leads there\n  → it can: Start work → In Progress, Block → Blocked\n',
    ],
    [
      ['PS-1819', 'Blocke'],
      '✗ PS-1819 is To Do, from where no move is called "Blocke" or leads there\n  → did you mean Block? it can: Start work → In Progress, Block → Blocked\n',
    ],
    [
      ['PS-1818', 'Done', '--field', 'Resolution=Dne'],
      '✗ Resolution is one of Done, Won\'t do, Duplicate, not "Dne"\n  → did you mean Done?\n',
    ],
    [
      ['PS-1818', 'Done', '--field', 'Resolutin=Done'],
      '✗ Close → Done of PS-1818 takes no field Resolutin\n  → did you mean Resolution?\n',
    ],
    [
      ['PS-1818', 'Done', '--field', 'Done'],
      '✗ "Done" is not name=value\n  → ops jira-move PS-1818 Done --field Resolution=Done\n',
    ],
    [
      ['PS-1818', 'Done', '--field', 'Resolution=Done', '--field', 'resolution=Done'],
      '✗ Resolution is given twice, and takes one value\n',
    ],
  ])('is refused for %j, with what there is', async (argv, stderr) => {
    const { by, jira } = await openTicketShop();
    expect(await by('mary', 'jira-move', ...argv)).toMatchObject({ exitCode: 64, stderr });
    expect(changesOf(jira)).toEqual([]);
  });

  it('names the moves where several lead to one state', async () => {
    const { by, jira, issue } = await openTicketShop();
    jira.site.projects.get('PS')?.transitions.push({ id: '99', name: 'Hurry', from: ['To Do'], to: 'In Progress' });
    expect(await by('mary', 'jira-move', 'PS-1819', 'In', 'Progress')).toMatchObject({
      exitCode: 64,
      stderr:
        "✗ several moves of PS-1819 lead to In Progress: Start work, Hurry\n  → ops jira-move PS-1819 'Start work'\n",
    });
    await by('mary', 'jira-move', 'PS-1819', 'hurry');
    expect(issue('PS-1819').status.name).toBe('In Progress');
  });

  it('has nothing to do where it is there, although a workflow leads from each state to itself', async () => {
    const { by, jira } = await openTicketShop();
    jira.site.projects.get('PS')?.transitions.push({ id: '98', name: 'To Do', from: ['To Do'], to: 'To Do' });
    expect((await by('mary', 'jira-move', 'PS-1819', 'to', 'do')).stdout).toBe(
      'PS-1819 is To Do already: nothing to do\n',
    );
    expect(changesOf(jira)).toEqual([]);
  });

  it('asks which one is meant where several moves are called the same', async () => {
    const { by, jira, issue } = await openTicketShop();
    jira.site.projects.get('PS')?.transitions.push({ id: '97', name: 'Start work', from: ['To Do'], to: 'In Review' });
    expect(await by('mary', 'jira-move', 'PS-1819', 'Start work')).toMatchObject({
      exitCode: 64,
      stderr:
        "✗ several moves of PS-1819 are called Start work: Start work → In Progress, Start work → In Review\n  → ops jira-move PS-1819 'In Progress'\n",
    });
    await by('mary', 'jira-move', 'PS-1819', 'In', 'Review');
    expect(issue('PS-1819').status.name).toBe('In Review');
  });

  it.each([
    [409, 75, 'Jira does not move PS-1819'],
    [422, 1, 'Jira does not move PS-1819'],
    [401, 78, 'Jira'],
  ])('says so where Jira answers %i', async (status, exitCode, words) => {
    const { by, jira, issue } = await openTicketShop();
    jira.fault = ({ method }, response) => {
      if (method !== 'POST') return false;
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"errorMessages":["Somebody else."]}');
      return true;
    };
    const said = await by('mary', 'jira-move', 'PS-1819', 'In Progress');
    expect([said.exitCode, said.stderr]).toEqual([exitCode, expect.stringContaining(words)]);
    expect(issue('PS-1819').status.name).toBe('To Do');
  });

  it('says so where HTML comes instead of JSON', async () => {
    const { by, jira } = await openTicketShop();
    jira.fault = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
      return true;
    };
    const said = await by('mary', 'jira-move', 'PS-1819', 'In Progress');
    expect([said.exitCode, said.stderr]).toEqual([69, expect.not.stringContaining('<html>')]);
  });

  it('has not moved where a page answers to that alone', async () => {
    const { by, jira } = await openTicketShop();
    jira.fault = ({ method, url = '' }, response) => {
      if (method !== 'POST' || !url.includes('/transitions')) return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
      return true;
    };
    const said = await by('mary', 'jira-move', 'PS-1819', 'In Progress');
    expect([said.exitCode, said.stderr]).toEqual([69, expect.stringContaining('a page for people')]);
  });

  it('is refused where the ticket moved since it was shown', async () => {
    const { folder, jira, issue } = await openTicketShop();
    const { site } = jira;
    let looked = 0;
    jira.fault = ({ url = '' }) => {
      if (url.includes('/transitions')) looked += 1;
      if (looked === 1) site.move(issue('PS-1819'), site.status('Blocked'), issue('PS-1819').reporter);
      return false;
    };
    const said = await ops(folder, ['jira-move', 'PS-1819', 'In Progress'], {
      actor: { id: 'os:here:1', name: 'mary' },
    });
    expect([said.exitCode, said.stderr]).toEqual([
      1,
      expect.stringContaining('it moved meanwhile, and nothing was run'),
    ]);
    expect(issue('PS-1819').status.name).toBe('Blocked');
  });
});

import { describe, expect, it } from 'vitest';
import { tokens } from '../../src/sandbox/github/github.ts';
import { check, type FakePull, openPull, report, review } from '../../src/sandbox/github/pull.ts';
import { stockForge } from '../../src/sandbox/github/stock.ts';
import { contractWords } from '../support/contracts.ts';
import { githubConfig, openForge } from '../support/github/open.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

const hour = 3_600_000;

/** `ana` types in the terminals of this process. */
const people = `people:
  ana: { os: 'here:1', github: Ana-S }
  tom: { github: tom }
`;

async function openShop({ repositories = ['acme/shop'], extra = people } = {}) {
  const github = await openForge();
  const project = createProject(configuration + githubConfig(github, repositories) + extra);
  const open = (title: string, { ago = 0, ...options }: Partial<FakePull> & { ago?: number } = {}) =>
    openPull(github.shop, github.forge, title, { at: Date.now() - ago * hour, looks: 0, ...options });
  const type = async (...argv: string[]) => {
    const said = await ops(project.folder, ['prs', ...argv]);
    return { ...said, stdout: said.stdout.replaceAll(shown, '') };
  };
  return { github, open, type };
}

/** What stands behind a link where nothing clicks. */
const shown = / \(http:\/\/localhost:\d+\/acme\/\w+\/pull\/\d+\)/g;

const titles = (stdout: string): string[] => [...stdout.matchAll(/^• \S+#\d+ (\w+)/gm)].map(([, title = '']) => title);

describe(`ops prs${contractWords('github.json')}`, () => {
  it('shows what waits for whoever asks, then theirs, then the newest of others', async () => {
    const { open, type } = await openShop();
    open('Old', { ago: 90 });
    open('New', { ago: 1 });
    open('Mine', { by: 'ana-s', ago: 2 });
    open('Fresh', { reviewers: ['ana-s', 'tom'], ago: 5 });
    open('Stale', { reviewers: ['Ana-S'], ago: 73 });
    const { exitCode, stdout } = await type();
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: [
        'Waits for your review',
        '• shop#5 Stale\n  mary, 3 d · waits for ana',
        '• shop#4 Fresh\n  mary, 5 h · waits for ana, tom',
        'Yours',
        '• shop#3 Mine\n  ana, 2 h · nobody is asked to review it',
        'Others',
        '• shop#2 New\n  mary, 1 h · nobody is asked to review it',
        '• shop#1 Old\n  mary, 3 d · nobody is asked to review it',
        '',
      ].join('\n'),
    });
    expect(titles((await type('--review')).stdout)).toEqual(['Stale', 'Fresh']);
    expect(titles((await type('--mine')).stdout)).toEqual(['Mine']);
    expect(titles((await type('--mine', '--review')).stdout)).toEqual(['Stale', 'Fresh', 'Mine']);
    expect(titles((await type('--author', 'ana')).stdout)).toEqual(['Mine']);
  });

  it('tells of each how it stands', async () => {
    const { github, open, type } = await openShop();
    const pull = open('Mend the till', { by: 'tom', labels: ['bug', 'till'], canMerge: false });
    for (const name of ['unit', 'lint', 'build', 'types', 'size']) {
      check(github.shop, github.forge, pull.sha, name, name === 'build' ? 'success' : 'failure');
    }
    report(github.shop, github.forge, pull.sha, 'coverage', 'pending');
    review(pull, github.forge, 'ana-s', 'APPROVED');
    review(pull, github.forge, 'raj', 'CHANGES_REQUESTED');
    expect((await type()).stdout).toMatch(
      /^• shop#1 Mend the till\n {2}tom, 0 min · ✗ raj wants changes · ✓ approved by ana · ✗ failed: unit, lint, types and 1 more · ✗ conflicts with main · \[bug\] \[till\]\n$/,
    );
  });

  it('says what a program asks for', async () => {
    const { github, open, type } = await openShop();
    const pull = open('Mend the till', { by: 'tom', ago: 2, reviewers: ['Ana-S'], teams: ['web'], isDraft: true });
    review(pull, github.forge, 'raj', 'APPROVED');
    report(github.shop, github.forge, pull.sha, 'coverage', 'pending');
    const { pulls, ...rest } = JSON.parse((await type('--json')).stdout);
    expect(rest).toMatchObject({ count: 1, cut: [], unread: [], doubts: [], only: [], at: expect.any(String) });
    expect(pulls).toEqual([
      {
        ...{ repository: 'shop', number: 1, title: 'Mend the till', url: expect.stringContaining('/acme/shop/pull/1') },
        ...{
          author: { login: 'tom', person: 'tom' },
          isDraft: true,
          labels: [],
          branch: 'mend-the-till',
          base: 'main',
        },
        ...{ commit: pull.sha, opened: expect.any(String), updated: expect.any(String) },
        ...{ relation: 'review', isPerhaps: false, votes: [{ login: 'raj', person: null, vote: 'approved' }] },
        ...{ waitsFor: [{ login: 'Ana-S', person: 'ana' }], waitsForTeams: ['acme/web'], hasConflicts: false },
        checks: { state: 'running', count: 1, running: 1, failed: [] },
      },
    ]);
  });

  it('waits a moment for what GitHub has to find out first', async () => {
    const { open, type } = await openShop();
    open('Soon', { looks: 1, canMerge: false });
    expect((await type()).stdout).toMatch(/^• shop#1 Soon\n.* ✗ conflicts with main$/m);
  });

  it('takes labels in any case, and only what is old', async () => {
    const { open, type } = await openShop();
    open('Older', { labels: ['Bug'], ago: 80 });
    open('Newer', { labels: ['Bug', 'till'], ago: 30 });
    open('Other', { ago: 90 });
    expect(titles((await type('--label', 'bug')).stdout)).toEqual(['Newer', 'Older']);
    expect(titles((await type('-l', 'bug', '-l', 'TILL')).stdout)).toEqual(['Newer']);
    expect(titles((await type('--older-than', '3d')).stdout)).toEqual(['Older', 'Other']);
    expect((await type('--label', 'nowhere')).stdout).toBe('No open pull requests match\n');
  });

  it('looks at all of a thousand, and more closely at few', async () => {
    const { github, open, type } = await openShop();
    for (let count = 1; count <= 1001; count++) open(`Number${count}`, { ago: 2000 - count });
    open('Asked', { reviewers: ['ana-s'], ago: 1500 });
    const { stdout } = await type('--limit', '2');
    expect(titles(stdout)).toEqual(['Asked', 'Number1001']);
    expect(stdout).toContain('2 of 1000 are shown: --limit shows more\nshop has more than were looked at\n');
    expect(github.asked.length).toBe(10 + 2 * 4);
  });

  it('knows no account that is gone, and needs no fork that is', async () => {
    const { github, open, type } = await openShop();
    const pull = open('Left', { by: null, from: null });
    review(pull, github.forge, null, 'APPROVED');
    expect((await type()).stdout).toBe('• shop#1 Left\n  ghost, 0 min · ✓ approved by ghost\n');
  });

  it('says nothing of a name that would be a link or a line of its own', async () => {
    const { open, type } = await openShop();
    open('Mend\u001b[31m <!channel>\nthe till');
    expect((await type()).stdout).toMatch(/^• shop#1 Mend\S+ <!channel> the till\n {2}mary, 0 min/);
  });
});

describe('a team that is asked for a review', () => {
  it('is whoever is in it', async () => {
    const { github, open, type } = await openShop();
    open('Team', { teams: ['web'] });
    github.forge.teams.set('acme/web', ['Ana-S']);
    expect((await type('--review')).stdout).toBe(
      'Waits for your review\n• shop#1 Team\n  mary, 0 min · waits for acme/web\n',
    );
    github.forge.teams.set('acme/web', ['tom']);
    expect((await type('--review')).stdout).toBe('Nothing waits for your review\n');
  });

  it.each([
    ['may not be seen', false],
    ['is not there for the token', true],
  ])('is perhaps theirs where it %s', async (_, showsTeams) => {
    const { github, open, type } = await openShop();
    open('Team', { teams: ['web'] });
    github.forge.showsTeams = showsTeams;
    expect((await type('--review')).stdout).toBe(
      'Waits for a team, perhaps yours\n• shop#1 Team\n  mary, 0 min · waits for acme/web\nNot known: whether you are in acme/web: the token under github takes Members (read) of the organization\n',
    );
  });
});

describe('whoever asks', () => {
  it.each([
    [
      'is a stranger',
      'people:\n  tom: { github: tom }\n',
      'who you are on GitHub: the configuration does not know you',
    ],
    ['has no account there', "people:\n  ana: { os: 'here:1' }\n", 'who you are on GitHub: people.ana has no github'],
  ])('%s, and sees what is open, but not what is theirs', async (_, extra, doubt) => {
    const { open, type } = await openShop({ extra });
    open('Some', { by: 'tom' });
    const { exitCode, stdout } = await type();
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `• shop#1 Some\n  tom, 0 min · nobody is asked to review it\nNot known: ${doubt}\n`,
    });
    for (const option of ['--mine', '--review']) {
      const { exitCode: code, stderr } = await type(option);
      expect([code, stderr]).toEqual([78, expect.stringContaining(`✗ it is not known ${doubt}\n  → `)]);
    }
  });
});

describe('what is wrong is said', () => {
  it('of one repository beside what others have', async () => {
    const { github, open, type } = await openShop({ repositories: ['acme/shop', 'acme/gone', 'acme/closed'] });
    github.forge.add('acme/closed');
    github.fault = (request, response) => {
      if (!request.url?.includes('/closed/')) return false;
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"Resource not accessible"}');
      return true;
    };
    open('Some');
    const { exitCode, stdout } = await type();
    expect([exitCode, titles(stdout)]).toEqual([0, ['Some']]);
    expect(stdout).toContain(
      'acme/gone is left out: there is no such repository, or the token under github may not see it',
    );
    expect(stdout).toContain('acme/closed is left out: the token under github may not read its pull requests');
    const alone = await type('--repo', 'gone');
    expect([alone.exitCode, alone.stderr]).toEqual([1, expect.stringContaining('✗ GitHub tells nothing of acme/gone')]);
  });

  it('in the words of GitHub, where a token is not let in for another reason than its rights', async () => {
    const { github, open, type } = await openShop({ repositories: ['acme/shop', 'acme/closed'] });
    github.forge.add('acme/closed');
    github.fault = (request, response) => {
      if (!request.url?.includes('/closed/')) return false;
      response.writeHead(403).end('{"message":"Resource protected by organization SAML enforcement."}');
      return true;
    };
    open('Some');
    const { stdout } = await type();
    expect(stdout).toContain(
      'acme/closed is left out: GitHub says: Resource protected by organization SAML enforcement.',
    );
  });

  it.each([
    ['its list', 'closed/pulls?', false],
    ['the reviews of one of them', 'closed/pulls/1/reviews', true],
  ])('of a repository that GitHub fails to tell of, beside what others have: %s', async (_, part, isListed) => {
    const { github, open, type } = await openShop({ repositories: ['acme/shop', 'acme/closed'] });
    openPull(github.forge.add('acme/closed'), github.forge, 'Hidden', { at: Date.now(), looks: 0 });
    open('Some');
    github.fault = (request, response) => {
      if (!request.url?.includes(part)) return false;
      response.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Server Error"}');
      return true;
    };
    const { exitCode, stdout } = await type();
    expect([exitCode, titles(stdout)]).toEqual([0, ['Some']]);
    expect(stdout).toMatch(/^acme\/closed is left out: GitHub \(http:\S+\) answers 500: Server Error$/m);
    expect(stdout).not.toContain('are shown');
    const { pulls, ...rest } = JSON.parse((await type('--json')).stdout);
    const why = expect.stringMatching(/answers 500: Server Error$/);
    expect([pulls.length, rest]).toMatchObject([1, { count: 1, unread: [{ repository: 'acme/closed', why }] }]);
    expect((await type('--label', 'nowhere')).stdout).toBe(
      isListed
        ? 'No open pull requests match\n'
        : `No open pull requests match, as far as could be read\n${stdout.split('\n').at(-2)}\n`,
    );
    const alone = await type('--repo', 'closed');
    expect([alone.exitCode, alone.stderr]).toEqual([
      69,
      expect.stringMatching(/✗ GitHub .* answers 500.*\n.*type it again/),
    ]);
  });

  it('of one repository that takes no such token', async () => {
    const { github, open, type } = await openShop({ repositories: ['acme/shop', 'acme/closed'] });
    github.fault = (request, response) => {
      if (!request.url?.includes('/closed/')) return false;
      response.writeHead(401).end('{"message":"Bad credentials"}');
      return true;
    };
    open('Some');
    const { exitCode, stdout } = await type();
    expect([exitCode, titles(stdout)]).toEqual([0, ['Some']]);
    expect(stdout).toContain('acme/closed is left out: GitHub does not take the token under github for it');
  });

  it('of each repository, where none can be read', async () => {
    const { github, type } = await openShop({ repositories: ['acme/shop', 'acme/gone', 'acme/left'] });
    github.fault = (request, response) => {
      if (!request.url?.includes('/shop/')) return false;
      response.writeHead(500).end();
      return true;
    };
    const { exitCode, stderr } = await type();
    expect([exitCode, stderr]).toEqual([
      69,
      expect.stringMatching(
        /✗ GitHub tells nothing of acme\/shop: GitHub \S+ answers 500; nor of acme\/gone, acme\/left: there is no such/,
      ),
    ]);
  });

  it('of checks that the token may not see, which hides nothing else', async () => {
    const { github, open, type } = await openShop();
    open('Some', { reviewers: ['tom'] });
    github.fault = (request, response) => {
      if (!request.url?.includes('/check-runs')) return false;
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"Resource not accessible"}');
      return true;
    };
    expect((await type()).stdout).toBe('• shop#1 Some\n  mary, 0 min · waits for tom · checks not known\n');
  });

  it.each([
    [['--repo', 'shpo'], 'no repository shpo is configured for GitHub', 'did you mean shop?'],
    [['--repo', 'evil/shop'], 'no repository evil/shop is configured for GitHub', 'one of shop, till'],
    [['--limit', '0'], '--limit takes 1 to 100, not 0', '--limit 50'],
    [['--limit', '101'], '--limit takes 1 to 100, not 101', '--limit 50'],
    [['--older-than', 'long'], '--older-than takes a duration, not "long"', '10m, 2h or 1d'],
  ])('of %j', async (argv, message, hint) => {
    const { type } = await openShop({ repositories: ['acme/shop', 'acme/till'] });
    const { exitCode, stderr } = await type(...argv);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining(`✗ ${message}`)]);
    expect(stderr).toContain(hint);
  });

  it('where no repository is configured', async () => {
    const { exitCode, stderr } = await ops(createProject().folder, ['prs']);
    expect([exitCode, stderr]).toEqual([
      78,
      '✗ no repositories of GitHub are configured\n  → add github: with its token and repositories to .chatopsrc, as .chatopsrc.example shows\n',
    ]);
  });

  it('where the token has expired', async () => {
    const { type } = await openShop();
    process.env['GITHUB_TOKEN'] = 'some-token';
    const { exitCode, stderr } = await type();
    expect([exitCode, stderr]).toEqual([
      78,
      expect.stringMatching(/answers 401: Bad credentials\n.*has the token expired/),
    ]);
    expect(stderr).not.toContain(tokens.ops);
  });

  it('where a page for people comes', async () => {
    const { github, type } = await openShop();
    github.fault = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
      return true;
    };
    const { exitCode, stderr } = await type();
    expect([exitCode, stderr]).toEqual([69, expect.stringContaining('a page for people where JSON was due')]);
  });
});

it('the stock of the demo has something for everybody', async () => {
  const github = await openForge();
  github.forge.repositories.clear();
  stockForge(github.forge);
  const extra = "people:\n  mary: { os: 'here:1', github: mary }\n";
  const config = configuration + githubConfig(github, ['acme/shop', 'acme/till']) + extra;
  const { stdout } = await ops(createProject(config).folder, ['prs']);
  expect(stdout.match(/^(?:Waits|Yours|Others).*$/gm)).toEqual(['Waits for your review', 'Yours', 'Others']);
  expect(titles(stdout)).toHaveLength(8);
});

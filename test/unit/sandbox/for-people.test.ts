import { expect, it, onTestFinished } from 'vitest';
import { startGithub } from '../../../src/sandbox/github/github.ts';
import { openPull, review } from '../../../src/sandbox/github/pull.ts';
import { stockForge } from '../../../src/sandbox/github/stock.ts';
import { startJenkins } from '../../../src/sandbox/jenkins/jenkins.ts';
import { stockFarm } from '../../../src/sandbox/jenkins/stock.ts';
import { startJira } from '../../../src/sandbox/jira/jira.ts';
import { stockSite } from '../../../src/sandbox/jira/stock.ts';

function ending<System extends AsyncDisposable>(system: System): System {
  onTestFinished(() => system[Symbol.asyncDispose]());
  return system;
}

async function browse(address: string, headers: Record<string, string> = {}) {
  const answer = await fetch(address, { headers: { accept: 'text/html,*/*;q=0.8', ...headers } });
  const [type] = (answer.headers.get('content-type') ?? '').split(';');
  return {
    status: answer.status,
    type,
    page: await answer.text(),
    policy: answer.headers.get('content-security-policy'),
  };
}

it('shows a person who follows a link to a pull request what it is and how it stands', async () => {
  const { url, forge } = ending(await startGithub());
  stockForge(forge);
  const repository = forge.repositories.get('acme/shop') ?? expect.fail('no shop');
  const pull = openPull(repository, forge, 'Sell <script>alert(1)</script> & "more"', {
    canMerge: false,
    isDraft: true,
  });
  review(pull, forge, 'tom', 'CHANGES_REQUESTED');
  const { status, type, page, policy } = await browse(`${url}/acme/shop/pull/${pull.number}`);
  expect([status, type]).toEqual([200, 'text/html']);
  expect(page).toContain(`acme/shop#${pull.number} Sell &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;`);
  expect(page).toContain('<b>open, draft, conflicts</b>');
  expect(page).toContain('tom: changes requested');
  expect(page).not.toContain('<script>');
  expect(policy).toContain("default-src 'none'");
});

it('shows what every address of the demo leads to that is told of a commit', async () => {
  const { url, forge } = ending(await startGithub());
  stockForge(forge);
  const all = [...forge.repositories.values()].flatMap(({ name, runs, reports }) => [
    `/${name}`,
    ...runs.slice(0, 1).flatMap(({ id, jobs }) => [`/${name}/actions/runs/${id}`, `/${name}/job/${jobs[0]?.id}`]),
    ...[...reports.values()].flatMap(({ checks, statuses }) => [
      ...checks.map(({ id }) => `/${name}/job/${id}`),
      ...statuses.map(({ id }) => `/${name}/report/${id}`),
    ]),
  ]);
  const statuses = await Promise.all(all.map(async (path) => [path, (await browse(`${url}${path}`)).status]));
  expect(statuses.length).toBeGreaterThan(5);
  expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
});

it('shows a build and a ticket as well', async () => {
  const [jenkins, jira] = [ending(await startJenkins()), ending(await startJira({ edition: 'cloud' }))];
  stockFarm(jenkins.farm);
  stockSite(jira.site);
  const job = [...jenkins.farm.jobs.values()].find(({ builds }) => builds.length > 0) ?? expect.fail('no builds');
  const path = job.name.split('/').map((name) => `/job/${name}`);
  const build = await browse(`${jenkins.url}${path.join('')}/${job.builds[0]?.number}/`);
  expect([build.status, build.page]).toEqual([200, expect.stringContaining(`<h1>${job.name} #`)]);
  const [issue] = jira.site.issues.values();
  const ticket = await browse(`${jira.url}/browse/${issue?.key}`);
  expect([ticket.status, ticket.page]).toEqual([200, expect.stringContaining(`<h1>${issue?.key} `)]);
});

it('says that nothing is there, lives on, and answers programs as before', async () => {
  const systems = [ending(await startGithub()), ending(await startJenkins()), ending(await startJira())];
  for (const { url } of systems) {
    for (const path of ['/acme/shop/pull/1', '/job/constructor/1/', '/browse/', '/%E0%A4%A', '/']) {
      expect(await browse(`${url}${path}`)).toMatchObject({ status: 404, type: 'text/html' });
    }
  }
  const [github] = systems;
  const program = await fetch(`${github?.url}/repos/acme/shop/pulls`);
  expect([program.status, await program.json()]).toEqual([
    401,
    expect.objectContaining({ message: 'Bad credentials' }),
  ]);
  const malformed = await fetch(`${github?.url}/%E0%A4%A`, { headers: { authorization: 'Bearer github-token' } });
  expect(malformed.status).toBe(404);
});

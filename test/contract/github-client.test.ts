import { Octokit } from '@octokit/rest';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeGitHub, tokens } from '../../src/sandbox/github/github.ts';
import { check, openPull } from '../../src/sandbox/github/pull.ts';
import { contractWords } from '../support/contracts.ts';
import { openForge } from '../support/github/open.ts';

const shop = { owner: 'acme', repo: 'shop' };
let fake: Awaited<ReturnType<typeof openForge>>;

beforeEach(async () => {
  fake = await openForge();
});

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const clientOf = ({ url }: Pick<FakeGitHub, 'url'>, auth: string = tokens.ops) =>
  new Octokit({ baseUrl: url, auth, log: quiet });

describe(`the GitHub of the tests, to a client of others${contractWords('github.json')}`, () => {
  it('starts a workflow, and says which run that is', async () => {
    const { rest } = clientOf(fake);
    const { data } = await rest.actions.listRepoWorkflows(shop);
    expect(data.workflows.map(({ path }) => path)).toEqual([
      '.github/workflows/release.yml',
      '.github/workflows/ci.yaml',
    ]);
    const inputs = { target: 'uat', commit: 'c1' };
    const started = await rest.actions.createWorkflowDispatch({
      ...{ ...shop, workflow_id: 'release.yml', ref: 'main', inputs, return_run_details: true },
    });
    expect(started.status).toBe(200);
    const [run] = fake.shop.runs;
    const found = await rest.actions.getWorkflowRun({ ...shop, run_id: run?.id ?? 0 });
    expect(found.data).toMatchObject({
      run_number: 1,
      status: 'in_progress',
      conclusion: null,
      event: 'workflow_dispatch',
    });
    expect(run?.inputs).toEqual(inputs);
    const { status } = await rest.actions.cancelWorkflowRun({ ...shop, run_id: run?.id ?? 0 });
    expect([status, run?.conclusion]).toEqual([202, 'cancelled']);
  });

  it('has its runs page by page, and its jobs with their steps and logs', async () => {
    const client = clientOf(fake);
    const [workflow] = fake.shop.workflows;
    if (workflow === undefined) throw new Error('there is no workflow');
    for (let count = 0; count < 5; count++) fake.forge.start(fake.shop, workflow);
    const runs = await client.paginate(client.rest.actions.listWorkflowRunsForRepo, { ...shop, per_page: 2 });
    expect(runs.map(({ run_number }) => run_number)).toEqual([5, 4, 3, 2, 1]);
    const [run] = fake.shop.runs;
    if (run === undefined) throw new Error('there is no run');
    fake.forge.begin(run);
    fake.forge.finish(run, 'success', 'copied\n');
    const { data } = await client.rest.actions.listJobsForWorkflowRun({ ...shop, run_id: run.id });
    expect(data.jobs[0]?.steps?.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['Check out', 'success'],
      ['Release', 'success'],
    ]);
    const checks = await client.rest.checks.listForRef({ ...shop, ref: run.commit.sha });
    expect(checks.data.check_runs.map(({ name, conclusion }) => [name, conclusion])).toEqual([['release', 'success']]);
  });

  it('keeps deployments and what is reported on them, newest first', async () => {
    const { rest } = clientOf(fake);
    const ref = 'a'.repeat(40);
    const made = await rest.repos.createDeployment({ ...shop, ref, auto_merge: false, environment: 'uat' });
    if (made.status !== 201) throw new Error('there is no deployment');
    const deployment = { ...shop, deployment_id: made.data.id };
    for (const state of ['in_progress', 'success'] as const) {
      await rest.repos.createDeploymentStatus({ ...deployment, state, description: state, log_url: 'http://log' });
    }
    const { data } = await rest.repos.listDeploymentStatuses(deployment);
    expect(data.map(({ state, log_url }) => [state, log_url])).toEqual([
      ['success', 'http://log'],
      ['in_progress', 'http://log'],
    ]);
    fake.shop.redChecks.push('tests');
    await expect(rest.repos.createDeployment({ ...shop, ref, auto_merge: false })).rejects.toMatchObject({
      status: 409,
    });
  });

  it('has open pull requests page by page, oldest or newest first, with forks and accounts that are gone', async () => {
    const client = clientOf(fake);
    for (let count = 1; count <= 5; count++) openPull(fake.shop, fake.forge, `Change ${count}`, { at: count * 1000 });
    openPull(fake.shop, fake.forge, 'Of nobody', { by: null, from: null, at: 6000, labels: ['bug'], isDraft: true });
    openPull(fake.shop, fake.forge, 'Closed', { state: 'closed' });
    const all = await client.paginate(client.rest.pulls.list, { ...shop, per_page: 2 });
    expect(all.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(all[0]).toMatchObject({ user: null, draft: true, head: { repo: null }, labels: [{ name: 'bug' }] });
    const { data } = await client.rest.pulls.list({ ...shop, sort: 'created', direction: 'asc', per_page: 1 });
    expect(data.map(({ title }) => title)).toEqual(['Change 1']);
  });

  it('knows only the second time whether one can be merged', async () => {
    const { rest } = clientOf(fake);
    const { number: pull_number } = openPull(fake.shop, fake.forge, 'Mend the till', { canMerge: false });
    const look = async () => (await rest.pulls.get({ ...shop, pull_number })).data.mergeable;
    expect([await look(), await look(), await look()]).toEqual([null, false, false]);
  });

  it('takes reviews of whoever is asked, and of no author', async () => {
    const { rest } = clientOf(fake);
    const pull = openPull(fake.shop, fake.forge, 'Mend the till');
    const named = { ...shop, pull_number: pull.number };
    const asked = await rest.pulls.requestReviewers({ ...named, reviewers: ['ops', 'ana'], team_reviewers: ['web'] });
    expect(asked.data.requested_teams?.map(({ slug }) => slug)).toEqual(['web']);
    await rest.pulls.createReview({ ...named, event: 'COMMENT', body: 'Hm' });
    await rest.pulls.createReview({ ...named, event: 'APPROVE' });
    const { data } = await rest.pulls.listReviews(named);
    expect(data.map(({ user, state }) => [user?.login, state])).toEqual([
      ['ops', 'COMMENTED'],
      ['ops', 'APPROVED'],
    ]);
    const left = await rest.pulls.listRequestedReviewers(named);
    expect(left.data.users.map(({ login }) => login)).toEqual(['ana']);
    pull.by = 'ops';
    await expect(rest.pulls.createReview({ ...named, event: 'APPROVE' })).rejects.toMatchObject({ status: 422 });
  });

  it('puts checks and statuses of a commit side by side', async () => {
    const { rest } = clientOf(fake);
    const { sha } = openPull(fake.shop, fake.forge, 'Mend the till');
    check(fake.shop, fake.forge, sha, 'unit', 'failure');
    const none = await rest.repos.getCombinedStatusForRef({ ...shop, ref: sha });
    expect([none.data.state, none.data.total_count]).toEqual(['pending', 0]);
    await rest.repos.createCommitStatus({ ...shop, sha, state: 'pending', context: 'coverage' });
    await rest.repos.createCommitStatus({ ...shop, sha, state: 'success', context: 'coverage' });
    const { data } = await rest.repos.getCombinedStatusForRef({ ...shop, ref: sha });
    expect([data.state, data.statuses.map(({ context }) => context)]).toEqual(['success', ['coverage']]);
    const checks = await rest.checks.listForRef({ ...shop, ref: sha });
    expect(checks.data.check_runs.map(({ name, conclusion }) => [name, conclusion])).toEqual([['unit', 'failure']]);
  });

  it('tells who is in a team, where the token may see that', async () => {
    const { rest } = clientOf(fake);
    fake.forge.teams.set('acme/web', ['Ana']);
    const team = { org: 'acme', team_slug: 'web' };
    const member = await rest.teams.getMembershipForUserInOrg({ ...team, username: 'ana' });
    expect(member.data.state).toBe('active');
    const other = rest.teams.getMembershipForUserInOrg({ ...team, username: 'tom' });
    await expect(other).rejects.toMatchObject({ status: 404 });
    fake.forge.showsTeams = false;
    await expect(rest.teams.getByName(team)).rejects.toMatchObject({ status: 403 });
  });

  it.each([
    ['a wrong token', 'wrong', 401],
    ['a token that only reads', tokens.reader, 403],
  ])('refuses %s', async (_, token, status) => {
    const { rest } = clientOf(fake, token);
    const dispatch = rest.actions.createWorkflowDispatch({ ...shop, workflow_id: 'release.yml', ref: 'main' });
    await expect(dispatch).rejects.toMatchObject({ status });
  });

  it.each([
    ['ci.yaml', 'main', "Workflow does not have 'workflow_dispatch' trigger"],
    ['release.yml', 'nowhere', 'No ref found for: nowhere'],
  ])('does not start %s of %s', async (workflow_id, ref, message) => {
    const { rest } = clientOf(fake);
    await expect(rest.actions.createWorkflowDispatch({ ...shop, workflow_id, ref })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(message),
    });
  });
});

import type { FakeCommit, FakeJob, FakeRepository, FakeRun, FakeWorkflow } from './forge.ts';
import type { FakeCheck } from './pull.ts';

export const node = (id: number): string => Buffer.from(`node:${id}`).toString('base64');
export const time = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const userAddresses = [
  'events',
  'followers',
  'following',
  'gists',
  'organizations',
  'received_events',
  'repos',
  'starred',
  'subscriptions',
];
const repositoryAddresses =
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees';

type Checked = Pick<FakeCheck, 'id' | 'name'> & { status: string; conclusion: string | null };

/** What GitHub tells of things, as far as its own description of itself requires it. */
export class Views {
  private readonly root: string;
  private readonly site: string;

  constructor(root: string) {
    this.root = root;
    this.site = root.replace('127.0.0.1', 'localhost');
  }

  page(path: string): string {
    return `${this.site}/${path}`;
  }

  user(login: string) {
    const url = `${this.root}/users/${login}`;
    return {
      ...{ login, id: login.length, node_id: node(login.length), avatar_url: `${this.site}/a`, gravatar_id: '' },
      ...{ url, html_url: this.page(login), type: 'User', site_admin: false },
      ...Object.fromEntries(userAddresses.map((name) => [`${name}_url`, `${url}/${name}`])),
    };
  }

  team(organization: string, slug: string) {
    const url = `${this.root}/orgs/${organization}/teams/${slug}`;
    return {
      ...{
        id: slug.length,
        node_id: node(slug.length),
        url,
        html_url: this.page(`orgs/${organization}/teams/${slug}`),
      },
      ...{ name: slug, slug, description: null, privacy: 'closed', permission: 'pull', type: 'organization' },
      ...{ members_url: `${url}/members{/member}`, repositories_url: `${url}/repos`, parent: null },
      ...{ organization_id: organization.length },
    };
  }

  repository({ name, branch }: FakeRepository) {
    const [owner = '', short = ''] = name.split('/');
    const url = `${this.root}/repos/${name}`;
    return {
      ...{ id: name.length, node_id: node(name.length), name: short, full_name: name, owner: this.user(owner) },
      ...{ private: true, html_url: this.page(name), description: null, fork: false, url, default_branch: branch },
      ...Object.fromEntries(repositoryAddresses.split(' ').map((one) => [`${one}_url`, `${url}/${one}`])),
    };
  }

  workflow({ name }: FakeRepository, { id, path, state }: FakeWorkflow) {
    return {
      ...{ id, node_id: node(id), name: path.replace(/^.*\//, ''), path, state },
      ...{ created_at: time(0), updated_at: time(0), url: `${this.root}/repos/${name}/actions/workflows/${id}` },
      ...{ html_url: this.page(`${name}/blob/main/${path}`), badge_url: this.page(`${name}/badge.svg`) },
    };
  }

  run(repository: FakeRepository, run: FakeRun) {
    const { id, number, workflow, status, conclusion, event, branch, commit, by, at, updated } = run;
    const url = `${this.root}/repos/${repository.name}/actions/runs/${id}`;
    const { sha, message, author, email } = commit;
    const person = { name: author, email };
    const whole = this.repository(repository);
    return {
      ...{ id, node_id: node(id), name: workflow.path, path: workflow.path, run_number: number, run_attempt: 1, event },
      ...{ status, conclusion, workflow_id: workflow.id, check_suite_id: id + 1, head_branch: branch, head_sha: sha },
      ...{
        display_title: message.split('\n')[0] ?? '',
        url,
        html_url: this.page(`${repository.name}/actions/runs/${id}`),
      },
      ...{ created_at: time(at), run_started_at: time(at), updated_at: time(updated), pull_requests: [] },
      ...{ actor: this.user(by), triggering_actor: this.user(by), repository: whole, head_repository: whole },
      head_commit: { id: sha, tree_id: sha, message, timestamp: time(at), author: person, committer: person },
      ...{
        jobs_url: `${url}/jobs`,
        logs_url: `${url}/logs`,
        check_suite_url: `${url}/suite`,
        cancel_url: `${url}/cancel`,
      },
      ...{ rerun_url: `${url}/rerun`, artifacts_url: `${url}/artifacts`, workflow_url: `${url}/workflow` },
    };
  }

  job({ name: repository }: FakeRepository, { id: runId, commit, branch, at }: FakeRun, job: FakeJob) {
    const { id, name, status, conclusion, labels, runner, steps } = job;
    const run = `${this.root}/repos/${repository}/actions/runs/${runId}`;
    return {
      ...{
        id,
        node_id: node(id),
        run_id: runId,
        run_url: run,
        run_attempt: 1,
        head_sha: commit.sha,
        head_branch: branch,
      },
      ...{ workflow_name: 'release', name, status, conclusion, labels },
      ...{ url: `${this.root}/repos/${repository}/actions/jobs/${id}`, html_url: this.page(`${repository}/job/${id}`) },
      ...{ created_at: time(at), started_at: time(at), completed_at: status === 'completed' ? time(at) : null },
      check_run_url: `${this.root}/repos/${repository}/check-runs/${id}`,
      ...{ runner_id: runner === null ? null : 1, runner_name: runner, runner_group_id: null, runner_group_name: null },
      steps: steps.map((step, index) => ({ ...step, number: index + 1 })),
    };
  }

  commit({ name: repository }: FakeRepository, { sha, message, author, email, login }: FakeCommit) {
    const url = `${this.root}/repos/${repository}/commits/${sha}`;
    const person = { name: author, email, date: time(0) };
    const account = login === undefined ? null : this.user(login);
    return {
      ...{
        url,
        sha,
        node_id: node(1),
        html_url: this.page(`${repository}/commit/${sha}`),
        comments_url: `${url}/comments`,
      },
      commit: { author: person, committer: person, comment_count: 0, message, tree: { sha, url }, url },
      ...{ author: account, committer: account, parents: [] },
    };
  }

  comparison(repository: FakeRepository, [base, ...commits]: FakeCommit[]) {
    const page = this.page(`${repository.name}/compare`);
    const first = base && this.commit(repository, base);
    return {
      ...{ url: page, html_url: page, permalink_url: page, diff_url: page, patch_url: page, status: 'ahead' },
      ...{ base_commit: first, merge_base_commit: first, ahead_by: commits.length, behind_by: 0 },
      ...{ total_commits: commits.length, commits: commits.map((one) => this.commit(repository, one)) },
    };
  }

  checkRun(repository: FakeRepository, { id: runId, commit, at }: FakeRun, job: FakeJob) {
    const { id, name, status, conclusion, annotations } = job;
    const told = this.check(repository, commit.sha, { id, name, status, conclusion }, at);
    const output = { ...told.output, annotations_count: annotations.length };
    return { ...told, check_suite: { id: runId + 1 }, output };
  }

  check({ name: repository }: FakeRepository, sha: string, found: Checked, at = 0) {
    const { id, name, status, conclusion } = found;
    const url = `${this.root}/repos/${repository}/check-runs/${id}`;
    const page = this.page(`${repository}/job/${id}`);
    const output = { title: null, summary: null, text: null, annotations_count: 0 };
    return {
      ...{ id, node_id: node(id), head_sha: sha, name, url, html_url: page, details_url: page, status, conclusion },
      ...{ started_at: time(at), completed_at: status === 'completed' ? time(at) : null, external_id: null },
      ...{ check_suite: { id: 1 }, output: { ...output, annotations_url: `${url}/annotations` } },
      ...{ app: null, pull_requests: [] },
    };
  }

  deployment({ name }: FakeRepository, found: FakeRepository['deployments'][number]) {
    const { id, sha, environment, task, payload, description, by, at } = found;
    const repository_url = `${this.root}/repos/${name}`;
    const url = `${repository_url}/deployments/${id}`;
    return {
      ...{ id, node_id: node(id), sha, ref: sha, task, environment, original_environment: environment, payload },
      ...{ description, creator: this.user(by), created_at: time(at), updated_at: time(at) },
      ...{ statuses_url: `${url}/statuses`, repository_url, url },
    };
  }

  status(repository: FakeRepository, of: FakeRepository['deployments'][number], id: number) {
    const { url, repository_url, created_at, updated_at, creator } = this.deployment(repository, of);
    const found = of.statuses.find((one) => one.id === id);
    return {
      ...{ url: `${url}/statuses/${id}`, id, node_id: node(id), creator, deployment_url: url, repository_url },
      ...{ environment: of.environment, target_url: found?.log_url ?? '', created_at, updated_at, ...found },
    };
  }
}

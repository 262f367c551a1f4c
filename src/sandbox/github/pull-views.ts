import type { FakeRepository } from './forge.ts';
import type { FakePull, FakeReview, FakeStatus } from './pull.ts';
import { node, time, type Views } from './views.ts';

/** What GitHub tells of pull requests, as far as its own description of itself requires it. */
export class PullViews {
  private readonly views: Views;

  constructor(views: Views) {
    this.views = views;
  }

  simple(repository: FakeRepository, pull: FakePull) {
    const { id, number, title, by, state, isDraft, labels, at, updated, reviewers, teams } = pull;
    const { url: root } = this.views.repository(repository);
    const [url, page] = [`${root}/pulls/${number}`, this.views.page(`${repository.name}/pull/${number}`)];
    const [owner = ''] = repository.name.split('/');
    const addresses = addressesOf(root, url, pull);
    return {
      ...{ id, node_id: node(id), number, title, state, url, html_url: page, draft: isDraft, locked: false },
      ...{ diff_url: `${page}.diff`, patch_url: `${page}.patch`, ...addresses, body: null, auto_merge: null },
      ...{
        user: by === null ? null : this.views.user(by),
        author_association: 'MEMBER',
        assignee: null,
        assignees: [],
      },
      ...{ created_at: time(at), updated_at: time(updated), closed_at: null, merged_at: null, merge_commit_sha: null },
      ...{ milestone: null, labels: labels.map((name, index) => this.label(root, name, index)) },
      requested_reviewers: reviewers.map((login) => this.views.user(login)),
      requested_teams: teams.map((slug) => this.views.team(owner, slug)),
      ...this.ends(repository, pull),
      _links: Object.fromEntries(
        Object.entries({ ...addresses, self: url, html: page }).map(([name, href]) => [linkName(name), { href }]),
      ),
    };
  }

  whole(repository: FakeRepository, pull: FakePull, isKnown: boolean) {
    const mergeable = isKnown ? pull.canMerge : null;
    return {
      ...{ ...this.simple(repository, pull), user: this.views.user(pull.by ?? 'ghost') },
      ...{ mergeable, mergeable_state: isKnown ? (pull.canMerge ? 'clean' : 'dirty') : 'unknown', rebaseable: null },
      ...{ merged: false, merged_by: null, comments: 0, review_comments: 0, maintainer_can_modify: false },
      ...{ commits: 1, additions: 12, deletions: 3, changed_files: 2 },
    };
  }

  private ends(repository: FakeRepository, { from, branch, base, sha }: FakePull) {
    const [owner = ''] = repository.name.split('/');
    const whole = this.repository(repository);
    const user = this.views.user(owner);
    return {
      base: { label: `${owner}:${base}`, ref: base, sha: sha.replaceAll(/./g, '0'), repo: whole, user },
      head: { label: `${owner}:${branch}`, ref: branch, sha, repo: from === null ? null : whole, user },
    };
  }

  private repository(repository: FakeRepository) {
    const page = this.views.page(repository.name);
    return {
      ...this.views.repository(repository),
      ...{
        clone_url: page,
        git_url: page,
        ssh_url: page,
        svn_url: page,
        mirror_url: null,
        homepage: null,
        language: null,
      },
      ...{ forks: 0, forks_count: 0, stargazers_count: 0, watchers: 0, watchers_count: 0, size: 1, license: null },
      ...{
        open_issues: 0,
        open_issues_count: 0,
        archived: false,
        disabled: false,
        has_downloads: true,
        has_issues: true,
      },
      ...{ has_projects: true, has_wiki: true, has_pages: false, has_discussions: false },
      ...{ created_at: time(0), updated_at: time(0), pushed_at: time(0) },
    };
  }

  private label(root: string, name: string, index: number) {
    const id = index + 1;
    const url = `${root}/labels/${encodeURIComponent(name)}`;
    return { id, node_id: node(id), url, name, description: '', color: '1a7f37', default: false };
  }

  review(repository: FakeRepository, { number }: FakePull, { id, by, state, sha, at }: FakeReview) {
    const pull = `${this.views.repository(repository).url}/pulls/${number}`;
    const page = this.views.page(`${repository.name}/pull/${number}#pullrequestreview-${id}`);
    return {
      ...{ id, node_id: node(id), user: by === null ? null : this.views.user(by), body: '', state, commit_id: sha },
      ...{ html_url: page, pull_request_url: pull, author_association: 'MEMBER' },
      ...(state === 'PENDING' ? {} : { submitted_at: time(at) }),
      _links: { html: { href: page }, pull_request: { href: pull } },
    };
  }

  status(repository: FakeRepository, sha: string, { id, context, state }: FakeStatus) {
    const url = `${this.views.repository(repository).url}/statuses/${sha}`;
    const target = this.views.page(`${repository.name}/report/${id}`);
    return {
      ...{ id, node_id: node(id), url, context, state, description: null, target_url: target },
      ...{ avatar_url: null, created_at: time(0), updated_at: time(0), creator: this.views.user('ci') },
    };
  }

  /** Of nothing it says that it is pending. */
  combined(repository: FakeRepository, sha: string, all: readonly FakeStatus[], statuses: unknown[]) {
    const { url } = this.views.repository(repository);
    const isBad = all.some(({ state }) => state === 'failure' || state === 'error');
    const isGood = all.length > 0 && all.every(({ state }) => state === 'success');
    return {
      ...{ state: isBad ? 'failure' : isGood ? 'success' : 'pending', sha, total_count: all.length, statuses },
      ...{
        repository: this.repository(repository),
        commit_url: `${url}/commits/${sha}`,
        url: `${url}/commits/${sha}/status`,
      },
    };
  }
}

function addressesOf(root: string, url: string, { number, sha }: FakePull) {
  const issue = `${root}/issues/${number}`;
  return {
    ...{ issue_url: issue, comments_url: `${issue}/comments`, commits_url: `${url}/commits` },
    ...{ review_comments_url: `${url}/comments`, review_comment_url: `${root}/pulls/comments{/number}` },
    statuses_url: `${root}/statuses/${sha}`,
  };
}

const linkName = (name: string): string => name.replace(/_url$/, '');

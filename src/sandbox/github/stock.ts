import { commitId, type FakeRepository, type Forge } from './forge.ts';
import { check, type FakePull, openPull, report, review } from './pull.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

const release = `name: Release
on:
  workflow_dispatch:
    inputs:
      target: { type: choice, options: [dev, uat, prod], description: Where to }
jobs: {}
`;

/** Two repositories of a small shop: what is ready, what waits for somebody, what fails, and what was left lying about. */
export function stockForge(forge: Forge): void {
  const shop = forge.add('acme/shop');
  const till = forge.add('acme/till');
  forge.teams.set('acme/web', ['mary', 'raj']);
  stockShop(shop, forge);
  stockTill(till, forge);
  stockRuns(shop, forge);
}

interface Told extends Partial<Omit<FakePull, 'reviews'>> {
  /** Milliseconds. */
  ago: number;
  /** The check that fails, or null where all still run. */
  fails?: string | null;
}

function open(repository: FakeRepository, forge: Forge, title: string, { ago, fails, ...options }: Told): FakePull {
  const pull = openPull(repository, forge, title, { ...options, at: Date.now() - ago });
  for (const name of ['build', 'unit', 'lint']) {
    check(repository, forge, pull.sha, name, fails === null ? null : name === fails ? 'failure' : 'success');
  }
  report(repository, forge, pull.sha, 'coverage', fails === null ? 'pending' : 'success');
  return pull;
}

function stockShop(shop: FakeRepository, forge: Forge): void {
  const first = { number: 412, by: 'raj', labels: ['dependencies'], canMerge: false };
  open(shop, forge, 'Bring the picture library up to date', { ...first, ago: 94 * day + hour });
  const prices = open(shop, forge, 'Round prices to whole cents', {
    by: 'tom',
    reviewers: ['mary'],
    ago: 3 * day + hour,
  });
  review(prices, forge, 'ana', 'APPROVED');
  const chairs = open(shop, forge, 'Sell chairs in pairs', { by: 'mary', ago: 2 * day + hour });
  review(chairs, forge, 'tom', 'COMMENTED');
  review(chairs, forge, 'tom', 'APPROVED');
  review(chairs, forge, 'raj', 'APPROVED');
  const shipping = { by: 'ana', labels: ['bug'], fails: 'unit', canMerge: false, ago: 30 * hour };
  const free = open(shop, forge, 'Count free shipping once', shipping);
  review(free, forge, 'tom', 'CHANGES_REQUESTED');
  open(shop, forge, 'Let people sign in with a key', { by: 'mary', isDraft: true, fails: null, ago: 50 * minute });
}

function stockTill(till: FakeRepository, forge: Forge): void {
  const bell = { number: 57, by: 'ana', teams: ['web'], labels: ['bug'], ago: 6 * hour + 5 * minute };
  open(till, forge, 'Ring once for each sale', bell);
  const drawer = { by: 'mary', reviewers: ['tom'], fails: 'lint', ago: 5 * day + hour };
  open(till, forge, 'Open the drawer before the receipt', drawer);
  open(till, forge, 'Print receipts in Portuguese', { by: 'ana', reviewers: ['raj', 'tom'], ago: 20 * minute });
}

function stockRuns(shop: FakeRepository, forge: Forge): void {
  const ci = forge.workflow(shop, 'ci.yml', 'name: Checks\non: [push, pull_request]\njobs: {}\n');
  const deploy = forge.workflow(shop, 'release.yml', release);
  shop.runners.push({ id: 1, name: 'linux-1', status: 'online', busy: false });
  const pasts = [
    { workflow: ci, ago: 5 * hour, took: 4 * minute, conclusion: 'success' },
    { workflow: deploy, ago: 4 * hour, took: 2 * minute, conclusion: 'success' },
    { workflow: ci, ago: 3 * hour, took: 5 * minute, conclusion: 'failure', branch: 'count-free-shipping-once' },
    { workflow: ci, ago: hour, took: 4 * minute, conclusion: 'success' },
  ] as const;
  for (const { workflow, ago, took, conclusion, ...rest } of pasts) {
    const [author, sha] = ['Mary Jones', commitId(`${workflow.path} ${ago}`)];
    const commit = { sha, message: 'Sell chairs in pairs', author, email: 'mary@sandbox.example' };
    const at = Date.now() - ago;
    const run = forge.start(shop, workflow, { ...rest, commit, at });
    forge.begin(run);
    forge.finish(run, conclusion, conclusion === 'failure' ? '1 test failed: Till rings\n' : 'All tests passed\n');
    run.updated = at + took;
  }
}

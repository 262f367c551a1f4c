import { createHash } from 'node:crypto';
import type { FakePull, Reports } from './pull.ts';

type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out' | 'action_required';
type Status = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'pending';

export interface FakeStep {
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: Conclusion | null;
}

export interface FakeJob {
  id: number;
  name: string;
  status: Status;
  conclusion: Conclusion | null;
  labels: string[];
  runner: string | null;
  steps: FakeStep[];
  /** As the storage keeps it; undefined where it is not there (yet). */
  log: Buffer | undefined;
  annotations: {
    path: string;
    line: number;
    level: 'failure' | 'warning' | 'notice';
    title: string;
    message: string;
  }[];
}

export interface FakeCommit {
  sha: string;
  message: string;
  author: string;
  email: string;
  /** Undefined where no account has that address. */
  login?: string;
}

export interface FakeRun {
  id: number;
  number: number;
  workflow: FakeWorkflow;
  status: Status;
  conclusion: Conclusion | 'startup_failure' | null;
  event: string;
  branch: string;
  commit: FakeCommit;
  by: string;
  inputs: Readonly<Record<string, string>>;
  at: number;
  updated: number;
  jobs: FakeJob[];
  artifacts: { id: number; name: string; content: Buffer; expires: string; isExpired: boolean }[];
}

export interface FakeWorkflow {
  id: number;
  path: string;
  text: string;
  state: 'active' | 'disabled_manually' | 'disabled_inactivity' | 'deleted';
  next: number;
}

interface FakeDeployment {
  id: number;
  sha: string;
  environment: string;
  task: string;
  payload: object | string;
  description: string;
  contexts: readonly string[] | undefined;
  by: string;
  at: number;
  statuses: { id: number; state: string; description: string; log_url: string; environment_url: string }[];
}

export interface FakeRepository {
  /** `acme/shop` */
  name: string;
  branch: string;
  workflows: FakeWorkflow[];
  /** Newest first. */
  runs: FakeRun[];
  /** Oldest first. */
  commits: FakeCommit[];
  runners: { id: number; name: string; status: 'online' | 'offline'; busy: boolean }[];
  environments: string[];
  deployments: FakeDeployment[];
  /** Newest first. */
  pulls: FakePull[];
  /** What is reported on commits. */
  reports: Map<string, Reports>;
  /** Checks that are not green: a deployment that needs them is refused. */
  redChecks: string[];
}

/** Repositories with workflows, runs and deployments: the state of a GitHub. */
export class Forge {
  readonly repositories = new Map<string, FakeRepository>();
  /** Logins by team: `acme/web`. */
  readonly teams = new Map<string, string[]>();
  /** Whether the token may see who is in them. @default true */
  showsTeams = true;
  /** Whether what is dispatched begins at once. @default true */
  begins = true;
  /** Whether it says which run it started, as it has since 2025. @default true */
  tellsRuns = true;
  private last = 30_000_000;

  id(): number {
    return ++this.last;
  }

  add(name: string): FakeRepository {
    const repository: FakeRepository = {
      ...{ name, branch: 'main', workflows: [], runs: [], commits: [], runners: [] },
      ...{ environments: [], deployments: [], redChecks: [], pulls: [], reports: new Map() },
    };
    this.repositories.set(name, repository);
    return repository;
  }

  workflow({ workflows }: FakeRepository, file: string, text: string): FakeWorkflow {
    const path = `.github/workflows/${file}`;
    const workflow: FakeWorkflow = { id: this.id(), path, text, state: 'active', next: 1 };
    workflows.push(workflow);
    return workflow;
  }

  /** Queued, with one job. */
  start(repository: FakeRepository, workflow: FakeWorkflow, options: Partial<FakeRun> = {}): FakeRun {
    const now = Date.now();
    const number = workflow.next++;
    const sha = commitId(`${repository.name} ${workflow.path} ${number}`);
    const run: FakeRun = {
      ...{ id: this.id(), number, workflow, status: 'queued', conclusion: null, event: 'push' },
      ...{ branch: repository.branch, by: 'mary', inputs: {}, at: now, updated: now, artifacts: [] },
      commit: { sha, message: 'Mend the till\n\nIt rang twice.', author: 'Mary', email: 'mary@example.com' },
      jobs: [this.job('release')],
      ...options,
    };
    repository.runs.unshift(run);
    return run;
  }

  job(name: string, steps: readonly string[] = ['Check out', 'Release']): FakeJob {
    return {
      ...{ id: this.id(), name, status: 'queued', conclusion: null, labels: ['self-hosted', 'linux'], runner: null },
      steps: steps.map((step) => ({ name: step, status: 'queued', conclusion: null })),
      ...{ log: undefined, annotations: [] },
    };
  }

  /** Its first job begins, with its first step. */
  begin(run: FakeRun): void {
    run.status = 'in_progress';
    run.updated = Date.now();
    const [job] = run.jobs;
    if (job === undefined) return;
    job.status = 'in_progress';
    job.runner = 'linux-1';
    const [step] = job.steps;
    if (step !== undefined) step.status = 'in_progress';
  }

  /** The step that runs goes well, and the next one begins. */
  step(job: FakeJob): void {
    const current = job.steps.find(({ status }) => status === 'in_progress');
    if (current !== undefined) Object.assign(current, { status: 'completed', conclusion: 'success' });
    const next = job.steps.find(({ status }) => status === 'queued');
    if (next !== undefined) next.status = 'in_progress';
  }

  finish(run: FakeRun, conclusion: Conclusion, log = ''): void {
    for (const job of run.jobs.filter(({ status }) => status !== 'completed')) this.finishJob(job, conclusion, log);
    Object.assign(run, { status: 'completed', conclusion, updated: Date.now() });
  }

  finishJob(job: FakeJob, conclusion: Conclusion, log: string): void {
    for (const step of job.steps) {
      const isLast = step.status === 'in_progress';
      if (step.status === 'completed') continue;
      Object.assign(step, {
        status: 'completed',
        conclusion: isLast || conclusion === 'success' ? conclusion : 'skipped',
      });
    }
    Object.assign(job, { status: 'completed', conclusion, log: Buffer.from(stamped(log)) });
  }

  running(): FakeRun[] {
    return [...this.repositories.values()].flatMap(({ runs }) => runs.filter(({ status }) => status !== 'completed'));
  }
}

/** As GitHub keeps it: a time before each line. */
const stamped = (log: string): string => `\uFEFF${log.replaceAll(/^(?=.)/gm, '2026-11-21T12:00:00.1234567Z ')}`;

export const commitId = (words: string): string => createHash('sha1').update(words).digest('hex');

import type { Farm, FarmBuild, FarmJob, ParameterDefinition, QueueItem, Result } from './farm.ts';

const colors: Readonly<Record<Result, string>> = {
  SUCCESS: 'blue',
  UNSTABLE: 'yellow',
  FAILURE: 'red',
  NOT_BUILT: 'notbuilt',
  ABORTED: 'aborted',
};

const jobPath = (name: string): string =>
  name
    .split('/')
    .map((part) => `job/${encodeURIComponent(part)}/`)
    .join('');

/** What the API of Jenkins says of its state, in the shape in which it says it. */
export class Views {
  private readonly farm: Farm;
  private readonly root: string;

  constructor(farm: Farm, root: string) {
    this.farm = farm;
    this.root = root;
  }

  /** The jobs right below a folder, and the folders; the root is ''. */
  folder(path: string): object | undefined {
    const names = [...this.farm.jobs.keys()].filter((name) => path === '' || name.startsWith(`${path}/`));
    if (names.length === 0 && path !== '') return undefined;
    const children = new Set(names.map((name) => name.slice(path === '' ? 0 : path.length + 1).split('/')[0] ?? ''));
    const jobs = [...children].map((child) => {
      const full = path === '' ? child : `${path}/${child}`;
      const job = this.farm.jobs.get(full);
      return job === undefined ? this.folder(full) : this.job(job);
    });
    return {
      _class: path === '' ? 'hudson.model.Hudson' : 'com.cloudbees.hudson.plugins.folder.Folder',
      ...(path === '' ? {} : { name: path.split('/').at(-1), url: `${this.root}${jobPath(path)}` }),
      jobs,
    };
  }

  job(job: FarmJob): object {
    const [last] = job.builds;
    const ended = job.builds.find(({ result }) => result !== undefined);
    const paint = job.isDisabled === true ? 'disabled' : colors[ended?.result ?? 'NOT_BUILT'];
    const failed = job.builds.slice(0, 5).filter(({ result }) => result === 'FAILURE').length;
    const many = Math.min(5, job.builds.length);
    return {
      _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
      actions: [{}],
      name: job.name.split('/').at(-1),
      fullName: job.name,
      url: `${this.root}${jobPath(job.name)}`,
      buildable: job.isDisabled !== true,
      color: last?.result === undefined && last !== undefined ? `${paint}_anime` : paint,
      healthReport: [{ description: `Build stability: ${failed} out of the last ${many} builds failed.` }],
      inQueue: this.farm.waiting().some((item) => item.job === job),
      nextBuildNumber: job.next,
      property: [{}, { parameterDefinitions: (job.parameters ?? []).map(definition) }],
      builds: job.builds.slice(0, 100).map((build) => this.build(build)),
      allBuilds: job.builds.map((build) => this.build(build)),
      lastBuild: last === undefined ? null : this.build(last),
    };
  }

  build(build: FarmBuild): object {
    const { job, number, queueId, at, duration, result, by, parameters, commits, branch, artifacts } = build;
    const revision = {
      SHA1: commits[0]?.commitId ?? '0'.repeat(40),
      branch: [{ name: `refs/remotes/origin/${branch}` }],
    };
    return {
      _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
      actions: [
        { causes: [{ shortDescription: `Started by user ${by}`, userName: by }] },
        {},
        ...(Object.keys(parameters).length === 0 ? [] : [{ parameters: this.parameters(job, parameters) }]),
        ...(branch === undefined ? [] : [{ lastBuiltRevision: revision }]),
      ],
      artifacts: artifacts.map(({ path }) => ({ fileName: path.split('/').at(-1), relativePath: path })),
      building: result === undefined,
      changeSets: [
        {
          items: commits.map(({ commitId, msg, author, email }) => ({
            commitId,
            msg,
            author: { fullName: author },
            authorEmail: email,
          })),
        },
      ],
      duration,
      estimatedDuration: averageOf(job.builds),
      number,
      queueId,
      result: result ?? null,
      timestamp: at,
      url: `${this.root}${jobPath(job.name)}${number}/`,
    };
  }

  /** The value of a secret one is not told. */
  private parameters(job: FarmJob, values: Readonly<Record<string, string>>): object[] {
    const secret = new Set((job.parameters ?? []).flatMap(({ name, type }) => (type === 'Password' ? [name] : [])));
    return Object.entries(values).map(([name, value]) => (secret.has(name) ? { name } : { name, value }));
  }

  queueItem({ id, job, since, by, parameters, why, isCancelled, build, leftAt }: QueueItem): object {
    return {
      _class: leftAt === undefined ? 'hudson.model.Queue$BuildableItem' : 'hudson.model.Queue$LeftItem',
      actions: [
        { causes: [{ shortDescription: `Started by user ${by}`, userName: by }] },
        { parameters: this.parameters(job, parameters) },
      ],
      id,
      inQueueSince: since,
      task: { name: job.name.split('/').at(-1), url: `${this.root}${jobPath(job.name)}` },
      why: leftAt === undefined ? why : null,
      ...(leftAt === undefined ? {} : { cancelled: isCancelled }),
      ...(build === undefined
        ? {}
        : { executable: { number: build.number, url: `${this.root}${jobPath(job.name)}${build.number}/` } }),
    };
  }

  queue(): object {
    return { items: this.farm.waiting().map((item) => this.queueItem(item)) };
  }

  computers(): object {
    const running = this.farm.running();
    const computer = this.farm.agents.map(({ name, executors, isOffline = false, why = '' }) => ({
      displayName: name,
      offline: isOffline,
      offlineCauseReason: why,
      numExecutors: executors,
      executors: Array.from({ length: isOffline ? 0 : executors }, () => {
        const build = running.shift();
        const url = build === undefined ? undefined : `${this.root}${jobPath(build.job.name)}${build.number}/`;
        return { idle: build === undefined, currentExecutable: url === undefined ? null : { url } };
      }),
      oneOffExecutors: [],
    }));
    return { computer };
  }

  tests({ tests }: FarmBuild): object | undefined {
    if (tests === undefined) return undefined;
    const many = (...states: string[]): number => tests.filter(({ status }) => states.includes(status)).length;
    return {
      failCount: many('FAILED', 'REGRESSION'),
      passCount: many('PASSED'),
      skipCount: many('SKIPPED'),
      suites: [
        {
          cases: tests.map(({ name, className, status, message = null, age = 0 }) => ({
            className,
            name,
            status,
            age,
            errorDetails: message,
          })),
        },
      ],
    };
  }
}

function definition({ name, type = 'String', description = '', choices, default: usual }: ParameterDefinition): object {
  return {
    name,
    type: `${type}ParameterDefinition`,
    description,
    ...(choices === undefined ? {} : { choices }),
    ...(usual === undefined || type === 'Password' ? {} : { defaultParameterValue: { name, value: usual } }),
  };
}

function averageOf(builds: readonly FarmBuild[]): number {
  const ended = builds
    .slice(0, 50)
    .filter(({ result }) => result === 'SUCCESS')
    .slice(0, 3);
  return ended.length === 0 ? -1 : Math.round(ended.reduce((sum, { duration }) => sum + duration, 0) / ended.length);
}

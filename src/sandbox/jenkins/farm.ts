import { createHash } from 'node:crypto';

export type Result = 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'NOT_BUILT' | 'ABORTED';

export interface ParameterDefinition {
  name: string;
  type?: 'String' | 'Choice' | 'Boolean' | 'Password';
  description?: string;
  choices?: readonly string[];
  default?: string | boolean;
}

export interface JobOptions {
  parameters?: readonly ParameterDefinition[];
  isDisabled?: boolean;
  /** Users who may look at it but start nothing. */
  readers?: readonly string[];
  /** What its builds do by themselves; without it they wait for `write` and `finish`. */
  script?(build: FarmBuild, act: Acting): Promise<Result>;
}

export interface FarmJob extends JobOptions {
  /** `web/deploy` */
  name: string;
  builds: FarmBuild[];
  next: number;
}

export interface Commit {
  commitId: string;
  msg: string;
  author: string;
  email?: string;
}

export interface FarmBuild {
  job: FarmJob;
  number: number;
  queueId: number;
  at: number;
  duration: number;
  result: Result | undefined;
  log: Buffer;
  by: string;
  parameters: Readonly<Record<string, string>>;
  commits: Commit[];
  branch?: string;
  tests?: {
    name: string;
    className: string;
    status: 'PASSED' | 'FAILED' | 'REGRESSION' | 'SKIPPED';
    message?: string;
    age?: number;
  }[];
  artifacts: { path: string; content: Buffer }[];
  stop: AbortController;
}

export interface QueueItem {
  id: number;
  job: FarmJob;
  since: number;
  by: string;
  parameters: Readonly<Record<string, string>>;
  why: string;
  isCancelled: boolean;
  /** Kept for five minutes after it left the queue. */
  build: FarmBuild | undefined;
  leftAt: number | undefined;
}

export interface Agent {
  name: string;
  executors: number;
  isOffline?: boolean;
  why?: string;
}

/** What a script does with its build. */
export interface Acting {
  write(text: string): void;
  /** Rejects where the build is stopped. */
  pause(ms: number): Promise<void>;
}

export interface FarmOptions {
  agents?: readonly Agent[];
  now?: () => number;
  /** Whether what is queued begins by itself as soon as an executor is free. @default true */
  begins?: boolean;
}

const remembered = 5 * 60_000;

/** Jobs, a queue and executors: the state of a Jenkins. */
export class Farm {
  readonly jobs = new Map<string, FarmJob>();
  readonly agents: Agent[];
  queue: QueueItem[] = [];
  /** Parameters that somebody typed and no definition had are dropped, as Jenkins drops them. */
  readonly now: () => number;
  private readonly begins: boolean;
  private lastQueueId = 0;

  constructor({ agents = [{ name: 'Built-In Node', executors: 2 }], now = Date.now, begins = true }: FarmOptions = {}) {
    this.agents = [...agents];
    this.now = now;
    this.begins = begins;
  }

  add(name: string, options: JobOptions = {}): FarmJob {
    const job: FarmJob = { ...options, name, builds: [], next: 1 };
    this.jobs.set(name, job);
    return job;
  }

  /** The item that it is in now: an equal one that waits already is it. */
  schedule(job: FarmJob, given: Readonly<Record<string, string>>, by: string): { item: QueueItem; isNew: boolean } {
    const defined = job.parameters ?? [];
    const parameters = Object.fromEntries(
      defined.map(({ name, default: usual, choices }) => [name, given[name] ?? `${usual ?? choices?.[0] ?? ''}`]),
    );
    const same = this.waiting().find(
      (item) => item.job === job && JSON.stringify(item.parameters) === JSON.stringify(parameters),
    );
    if (same !== undefined) return { item: same, isNew: false };
    const id = ++this.lastQueueId;
    const why = 'Waiting for next available executor';
    const item: QueueItem = {
      ...{ id, job, since: this.now(), by, parameters, why },
      ...{ isCancelled: false, build: undefined, leftAt: undefined },
    };
    this.queue.push(item);
    if (this.begins) this.beginWhatCan();
    return { item, isNew: true };
  }

  waiting(): QueueItem[] {
    return this.queue.filter(({ leftAt }) => leftAt === undefined);
  }

  item(id: number): QueueItem | undefined {
    const found = this.queue.find((item) => item.id === id);
    return found?.leftAt !== undefined && this.now() - found.leftAt > remembered ? undefined : found;
  }

  cancel(item: QueueItem): void {
    item.isCancelled = true;
    item.leftAt = this.now();
  }

  executors(): number {
    return this.agents.filter(({ isOffline }) => isOffline !== true).reduce((sum, { executors }) => sum + executors, 0);
  }

  running(): FarmBuild[] {
    return [...this.jobs.values()].flatMap(({ builds }) => builds.filter(({ result }) => result === undefined));
  }

  beginWhatCan(): void {
    for (const item of this.waiting()) {
      if (this.running().length >= this.executors()) return;
      this.begin(item);
    }
  }

  begin(item: QueueItem): FarmBuild {
    const { job, id, by, parameters } = item;
    const build: FarmBuild = {
      ...{ job, number: job.next++, queueId: id, at: this.now(), duration: 0, result: undefined },
      ...{ log: Buffer.from(`Started by user ${by}\n`), by, parameters, commits: [], artifacts: [] },
      stop: new AbortController(),
    };
    job.builds.unshift(build);
    item.build = build;
    item.leftAt = this.now();
    if (job.script !== undefined) void this.act(build, job.script);
    return build;
  }

  private async act(build: FarmBuild, script: NonNullable<JobOptions['script']>): Promise<void> {
    const { signal } = build.stop;
    const pause = (ms: number): Promise<void> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new Error('stopped'));
        });
      });
    const result = await script(build, { write: (text) => this.write(build, text), pause }).catch(
      (): Result => (signal.aborted ? 'ABORTED' : 'FAILURE'),
    );
    if (build.result === undefined) this.finish(build, result);
  }

  write(build: FarmBuild, text: string): void {
    build.log = Buffer.concat([build.log, Buffer.from(text)]);
  }

  finish(build: FarmBuild, result: Result): void {
    this.write(build, `Finished: ${result}\n`);
    build.result = result;
    build.duration = this.now() - build.at;
    if (this.begins) this.beginWhatCan();
  }

  stop(build: FarmBuild): void {
    build.stop.abort();
    if (build.result === undefined && build.job.script === undefined) this.finish(build, 'ABORTED');
  }

  /** Stops all that its scripts do. */
  close(): void {
    for (const build of this.running()) build.stop.abort();
  }
}

/** 40 hexadecimal digits that are always the same for the same words. */
export const commitId = (words: string): string => createHash('sha1').update(words).digest('hex');

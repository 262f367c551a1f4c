export type Status = 'SUCCESS' | 'FAILURE' | 'UNKNOWN';

export interface TypeOptions {
  /** `Shop / Web` */
  project?: string;
  /** As people read it. @default the identifier */
  name?: string;
  parameters?: readonly { name: string; value?: string; rawValue?: string }[];
  isPaused?: boolean;
}

export interface FarmType extends TypeOptions {
  id: string;
}

/** The messages of a log; they may be made up as they are asked for. */
export interface Log {
  length: number;
  at(index: number): string | undefined;
}

export interface FarmTest {
  name: string;
  status: 'SUCCESS' | 'FAILURE' | 'UNKNOWN';
  details?: string;
  /** The build that it began to fail in. */
  firstFailed?: number;
}

export interface FarmBuild {
  id: number;
  type: FarmType;
  state: 'queued' | 'running' | 'finished';
  status: Status;
  branch: string;
  queuedAt: number;
  startedAt?: number;
  finishedAt?: number;
  /** What it was given. */
  properties: Readonly<Record<string, string>>;
  comment: string;
  cancelled?: { text: string };
  log: Log;
  changes: { version: string; comment: string; user: string; email?: string }[];
  tests: FarmTest[];
  files: Record<string, Buffer>;
}

export interface Agent {
  name: string;
  connected: boolean;
  enabled: boolean;
  authorized: boolean;
  comment?: string;
}

export const usualBranch = 'main';

/** Build configurations, a queue and agents: the state of a TeamCity. */
export class TeamcityFarm {
  readonly types = new Map<string, FarmType>();
  readonly agents: Agent[] = [{ name: 'linux-1', connected: true, enabled: true, authorized: true }];
  /** The newest first. */
  builds: FarmBuild[] = [];
  /** What waits says this. */
  waitReason = 'There are no idle compatible agents which can run this build';
  private lastId = 100;

  add(id: string, options: TypeOptions = {}): FarmType {
    const type: FarmType = { project: 'Shop', name: id, ...options, id };
    this.types.set(id, type);
    return type;
  }

  queue(type: FarmType, { branch = usualBranch, properties = {}, comment = '' } = {}): FarmBuild {
    const build: FarmBuild = {
      ...{ id: ++this.lastId, type, state: 'queued', status: 'UNKNOWN', branch, queuedAt: Date.now(), properties },
      ...{ comment, log: [], changes: [], tests: [], files: {} },
    };
    this.builds.unshift(build);
    this.beginWhatCan();
    return build;
  }

  find = (id: number): FarmBuild | undefined => this.builds.find((build) => build.id === id);
  waiting = (): FarmBuild[] => this.builds.filter(({ state }) => state === 'queued').reverse();
  running = (): FarmBuild[] => this.builds.filter(({ state }) => state === 'running');

  beginWhatCan(): void {
    const ready = this.agents.filter(({ connected, enabled, authorized }) => connected && enabled && authorized);
    for (const build of this.waiting().slice(0, Math.max(0, ready.length - this.running().length))) {
      build.state = 'running';
      build.status = 'SUCCESS';
      build.startedAt = Date.now();
      build.log = ['Build started'];
    }
  }

  write({ log }: FarmBuild, ...messages: string[]): void {
    if (Array.isArray(log)) log.push(...messages);
  }

  finish(build: FarmBuild, status: Status): void {
    this.write(build, 'Build finished');
    Object.assign(build, { state: 'finished', status, finishedAt: Date.now() });
    this.beginWhatCan();
  }

  cancel(build: FarmBuild, text: string): void {
    build.cancelled = { text };
    Object.assign(build, { state: 'finished', status: 'UNKNOWN', finishedAt: Date.now() });
    this.beginWhatCan();
  }
}

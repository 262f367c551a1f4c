/** A system that builds, whichever it is. All throw OpsError, and name the system in it. */
export interface Builds {
  /** As people call it: `Jenkins`. */
  system: string;
  /** The jobs that are there, by name: at most so many, the rest is left out. */
  jobs(filter: JobFilter): Promise<Bounded<Job>>;
  /** Undefined where there is no such job. */
  job(name: string): Promise<JobDetails | undefined>;
  /** Newest first, of one job or of all; queued ones before all others. */
  builds(filter: BuildFilter): Promise<Bounded<Build>>;
  /** One build as it is now; what was queued has its number once it began. Undefined where it is gone. */
  build(build: BuildName): Promise<Build | undefined>;
  /** A job can be started on a branch or a tag; else it has its own. */
  hasBranches?: boolean;
  /** Puts a build in the queue. Parameters were checked before: see `checkParameters`. */
  start(job: string, parameters: Readonly<Record<string, string>>, branch?: string): Promise<Build>;
  /** Takes it out of the queue, or ends it; true where there was something to end. */
  stop(build: BuildName): Promise<boolean>;
  /** The log from a place on; nothing of a build that has not begun. */
  log(build: BuildName, from: LogPlace): Promise<LogPart>;
  agents(): Promise<Bounded<Agent>>;
  /** Of a build that has ended. */
  failedTests(build: BuildName): Promise<Tests>;
  /** `isMeant` is told a name: what it does not mean need not be told. */
  artifacts(build: BuildName, isMeant?: (name: string) => boolean): Promise<Bounded<Artifact>>;
  /**
   * Writes one of `artifacts` into a file, as it comes: no more of it is held than a part. False where it is larger than
   * that may be; throws where it did not come whole. Credentials go to the system's own host alone: where that sends on
   * to another one (an archive of GitHub, a store that Jenkins keeps its files in), the file is asked for there without
   * them, as `save` of a client does. What comes is what the system has: of GitHub a zip file, whose name says so.
   */
  download(build: BuildName, artifact: Artifact, to: ArtifactPlace): Promise<boolean>;
  /** Machines that it builds on as well, and does not tell of. */
  besides?: string;
  /** Where it keeps who deploys what, and others carry it out. */
  deployments?: Deployments;
}

/** Deployments that are asked for here, and that somebody else carries out and reports on. */
export interface Deployments {
  /** The one of that name, or the only one; throws where it is not there. */
  repository(named: string | undefined): Promise<string>;
  start(wanted: DeploymentRequest): Promise<DeploymentName>;
  /** Oldest first; undefined where the deployment is gone. */
  statuses(deployment: DeploymentName): Promise<readonly DeploymentStatus[] | undefined>;
  /** Says for good that it did not come about. */
  end(deployment: DeploymentName, description: string): Promise<void>;
}

export interface DeploymentRequest {
  repository: string;
  /** 40 hexadecimal digits. */
  commit: string;
  environment: string;
  task: string;
  description: string;
  payload: Readonly<Record<string, string>>;
  /** Checks that must be green. @default all of the commit */
  contexts: readonly string[] | undefined;
}

export interface DeploymentName {
  repository: string;
  id: string;
}

export interface DeploymentStatus {
  id: string;
  /** In the system's word. */
  state: string;
  /** Undefined as long as it goes on. */
  outcome: 'ok' | 'failed' | undefined;
  description: string;
  link: string | undefined;
}

/** At most as many as were asked for, and whether there are more. */
export interface Bounded<Item> {
  items: readonly Item[];
  hasMore: boolean;
}

export interface JobFilter {
  /** Words that the name holds, in any case. */
  search?: string;
  most: number;
}

export interface Job {
  /** As it is typed: `web/deploy` in a folder, `web/main` a branch of a multibranch job. */
  name: string;
  url: string;
  /** Of its last build that has ended. */
  last: BuildOutcome | undefined;
  isRunning: boolean;
  /** Nothing can be started in it. */
  isOff: boolean;
}

export interface JobDetails extends Job {
  /** Why nothing can be started in it, where that is known. */
  whyOff?: string;
  /** Those within it, where it is a folder and no job. */
  jobs: readonly string[] | undefined;
  parameters: readonly Parameter[];
  /** What the system says of how it has been going lately, in its words. */
  health: readonly string[];
}

/** What a job is told when it starts. */
export interface Parameter {
  name: string;
  /** `text` is any; a `secret` is never shown. */
  type: 'text' | 'choice' | 'boolean' | 'number' | 'secret' | 'other';
  summary: string | undefined;
  choices: readonly string[] | undefined;
  default: string | undefined;
  isRequired: boolean;
  /** A regular expression that the whole of a value matches. */
  pattern?: string;
}

/** `web/deploy` and `17`; what is queued and has no number yet has `q` and its number in the queue. */
export interface BuildName {
  job: string;
  number: string;
}

export interface BuildFilter {
  job?: string | undefined;
  branch?: string | undefined;
  states?: readonly BuildState[] | undefined;
  outcomes?: readonly BuildOutcome[] | undefined;
  most: number;
}

export type BuildState = 'queued' | 'running' | 'ended';
/** `unstable`: it went through, and its tests did not. */
export type BuildOutcome = 'ok' | 'unstable' | 'failed' | 'cancelled' | 'skipped';

export interface Build extends BuildName {
  state: BuildState;
  /** Undefined until it has ended. */
  outcome: BuildOutcome | undefined;
  /** Of the page that people look at. */
  url: string;
  branch: string | undefined;
  /** 40 hexadecimal digits, as far as the system knows. */
  commit: string | undefined;
  /** When it came into the queue, or began. */
  at: Date;
  /** Milliseconds that it took, or takes so far; undefined where it has not begun. */
  ms: number | undefined;
  /** Milliseconds that it should take, as far as earlier ones tell. */
  expected: number | undefined;
  /** Why it does not begin, in the system's words. */
  why: string | undefined;
  /** Who started it, or what. */
  by: string | undefined;
  changes: readonly Change[];
  parameters: Readonly<Record<string, string>>;
}

/** A commit that a build brings. */
export interface Change {
  commit: string;
  title: string;
  author: string;
  email: string | undefined;
}

/** Opaque: what the part before said; `start` is the beginning. */
export type LogPlace = string;

export interface LogPart {
  text: string;
  next: LogPlace;
  /** More is to come, now or later. */
  hasMore: boolean;
  /** More is there already. */
  isBehind?: boolean;
}

export interface Agent {
  name: string;
  isOnline: boolean;
  /** Why it is not, in the system's words. */
  why: string | undefined;
  executors: number;
  busy: number;
}

export interface Tests {
  failed: readonly FailedTest[];
  passed: number;
  skipped: number;
  /** Of `failed`, more than are told. */
  hasMore: boolean;
}

export interface FailedTest {
  name: string;
  message: string;
  /** Builds that it has failed in, this one included; undefined where the system does not say. */
  age: number | undefined;
}

export interface Artifact {
  name: string;
  url: string;
  /** Bytes, where the system says so. */
  size: number | undefined;
  /** When it is thrown away. */
  expires?: Date;
  /** It was. */
  isExpired?: boolean;
}

export interface ArtifactPlace {
  path: string;
  /** Bytes. @default any */
  largest?: number | undefined;
  /** Is told each time how many bytes there are by now; fewer again where it begins anew. */
  onBytes?: ((bytes: number) => void) | undefined;
}

import type { Approvals } from './approvals.ts';
import type { Block, Inline } from './blocks.ts';
import type { Builds } from './builds.ts';
import type { Charts } from './chart.ts';
import type { CodeDesk, Codes } from './codes.ts';
import type { Config, LoadedConfig, SlackConfig } from './config.ts';
import type { OpsError } from './errors.ts';
import type { Picture } from './events.ts';
import type { Entry, EntryFilter, Head, NewEntry, Verification } from './evidence.ts';
import type { FilledForm, Form, FormValues, FoundField } from './form.ts';
import type { Actor, Clock, InputLines, Origin, System, Typed } from './host.ts';
import type { Fact, FactFilter, Journal, Lock, RunFilter, RunRecord, VerifyOptions } from './journal.ts';
import type { Locks } from './locks.ts';
import type { Metrics } from './metrics.ts';
import type { ProjectPolicy } from './project-policy.ts';
import type { Pulls } from './pulls.ts';
import type { Exec, Files, Http } from './system.ts';
import type { Tickets } from './tickets.ts';

/** What a run is given: all that a command sees of the world. */
export interface Context {
  output: Output;
  exec: Exec;
  files: Files;
  http: Http;
  services: Services;
  charts: Charts;
  config: Config;
  journal: RunJournal;
  runs: Runs;
  approvals: Approvals;
  locks: Locks;
  codes: Codes;
  clock: Clock;
  actor: Actor;
  origin: Origin;
  /** Aborted when the run is stopped or its time is up. Hand it to all that waits. */
  signal: AbortSignal;
  /** The folder that the line was typed in, absolute. */
  cwd: string;
  /**
   * Where files are put that people are to have, which a `file` or `image` block then brings to them; undefined where they
   * look for them on this disk themselves. It may not be there yet, and goes with the run.
   */
  passing: string | undefined;
  /** What comes on standard input, to be read once; undefined where nothing is connected to it, as in a room. */
  input: AsyncIterable<InputLines> | undefined;
  /** The run's id; undefined while nothing is recorded (help without a project). */
  run: string | undefined;
  /**
   * Asks the actor; throws `usage` where nobody can be asked and `--yes` was not given. With `typed` a yes is not enough,
   * and `--yes` neither.
   */
  confirm(question: string, typed?: Typed): Promise<boolean>;
  project: Project;
}

/** Facts about this `ops` and its project that only a few commands need. */
export interface Project {
  version: string;
  /** The folder that holds `commands/`. */
  root: string;
  loaded: LoadedConfig;
  /** The configuration's folder, absolute; where there is none, the folder that the line was typed in. */
  folder: string;
  names(): Promise<readonly string[]>;
  /** The longest name that these words begin with, dashes or spaces. */
  resolve(words: readonly string[]): Promise<string | undefined>;
  /** Whether a command only acts on runs, and does not wait for them. */
  isUrgent(command: string): Promise<boolean>;
  /** A line that was not parsed yet, as it may be kept and shown. */
  mask(argv: readonly string[]): Promise<readonly string[]>;
  /** Those of which the actor might run a line. */
  commands(): Promise<readonly CommandSummary[]>;
  policy: ProjectPolicy;
  /** Takes one-time codes for runs, for ways in. `local` are people of a Slack on this machine: see `withLocalPeople`. */
  codes(local: Readonly<Record<string, string>>): CodeDesk;
  /** Groups of other systems, for ways in. */
  groups: System['groups'];
  /** What a line that only reads would show somebody, with the data behind it; undefined where it may not, or cannot. */
  look(argv: readonly string[], as: Looking): Promise<Seen | undefined>;
  /** These commands and the options that all of them take, as help. */
  overview(commands: readonly CommandSummary[]): Block[];
  /** The usage error for words that name no command. */
  unknownCommand(words: readonly string[], names: readonly string[]): Error;
  /** What a file of YAML or JSON holds, a path from where the line was typed. */
  readData(path: string): Promise<unknown>;
  /** The help of one command, or undefined where there is none. */
  help(name: string): Promise<Block[] | undefined>;
  /** Why somebody may run no line of a command, as the rules are now; undefined where they may. */
  refuses(command: string, who: Looking): Promise<OpsError | undefined>;
  /** What is to be filled in of a line whose command is known, with what was typed, and what it was found to lack. */
  form(argv: readonly string[], found?: readonly FoundField[]): Promise<Form | undefined>;
  /** The line that a filled form is; undefined where there is no such command. */
  fill(
    command: string,
    values: FormValues,
    globals: readonly string[],
    found?: readonly FoundField[],
  ): Promise<FilledForm | undefined>;
  /** The program and first arguments that start another `ops`. */
  program: readonly [string, ...string[]];
  /** The module that a room's child process runs. */
  worker: string;
  /** The journal whole, for ways in. */
  journal: Journal | undefined;
  /** Processes of this machine, for ways in. */
  processes: Pick<System, 'identify' | 'alive' | 'killGroup' | 'killRun' | 'onFault'>;
  proxy: System['proxy'];
  quickFetch: System['quickFetch'];
}

/** Who looks, and from where. `people` are those of a Slack on this machine: see `withLocalPeople`; `slack` is how to ask it. */
export interface Looking {
  actor: Actor;
  origin: Origin;
  people: Readonly<Record<string, string>>;
  slack?: SlackConfig | undefined;
}

export interface Seen {
  data: unknown;
  blocks: readonly Block[];
}

export interface CommandSummary {
  name: string;
  summary: string;
  effect: 'read' | 'change';
  /** @default every surface */
  surfaces?: readonly ('terminal' | 'room')[];
  /** In a room it begins at once, however much runs there. @default false */
  urgent?: boolean;
  /** Why it cannot run, where it is a script with a fault. */
  fault?: string;
}

export interface Output {
  /** Runs `work` as a step: shown live, then as done or failed. */
  step<Result>(title: string, work: () => Result | Promise<Result>): Promise<Result>;
  /** Whole lines of a program's output; pass it to `exec` as `onLines`. */
  lines(stream: 'stdout' | 'stderr', text: string, pictures?: readonly Picture[]): undefined | Promise<void>;
  /** A line of a program that is not whole yet: shown live, kept nowhere. Pass it to `exec` as `onProgress`. */
  progress(stream: 'stdout' | 'stderr', text: string): void;
  /** The result of a run that goes on: with `--json` the one object, on one line, at once. */
  ready(data: object, blocks: readonly Block[]): undefined | Promise<void>;
  /** Calls whoever looks elsewhere: a terminal's bell. In a room people are mentioned instead. */
  ring(): void;
  note(...text: Inline[]): void;
  warn(...text: Inline[]): void;
}

/** The journal, narrowed to what a run may read and may say of itself. */
export interface RunJournal {
  runs(filter?: RunFilter): Promise<RunRecord[]>;
  locks(): Promise<Lock[]>;
  facts(filter: FactFilter): Promise<Fact[]>;
  record(fact: { kind: string; subject: string; data: Record<string, unknown> }): Promise<void>;
  /** Adds to the chain what is no fact: see `Journal.append`. */
  append(entry: Omit<NewEntry, 'actor'>): Promise<void>;
  head(): Promise<Head | undefined>;
  entries(filter?: EntryFilter): AsyncIterable<Entry>;
  verify(options?: VerifyOptions): Promise<Verification>;
}

/** The runs of the project: others, and how they are looked at and ended. */
export interface Runs {
  /** The run of that id, or of the only id that begins so. Throws `usage` where there is none, or more than one. */
  find(id: string): Promise<RunRecord>;
  /**
   * Asks a run to end and waits until it has. One of this machine that has not within `grace` milliseconds is ended with
   * all that it started. Throws `retry` where it has not ended even so.
   */
  stop(id: string, grace: number): Promise<RunRecord>;
  /**
   * What a run has printed, as far as that is kept: some whole lines at a time. Where it is followed, an empty text
   * comes once all is read that was there already.
   *
   * @example
   * for await (const lines of runs.output(id, { follow: true })) await output.lines('stdout', lines.replace(/\n$/, ''));
   */
  output(
    id: string,
    options?: { /** Go on until the run has ended. @default false */ follow?: boolean },
  ): AsyncIterable<string>;
}

/** The systems operated, each opened when first asked for. */
export interface Services {
  git(repository: string): Promise<GitService>;
  /** The system that builds: the one named, else the configured one. Throws where that is none, or several. */
  builds(system?: string): Promise<Builds>;
  /** Where pull requests are. Throws where no repositories are configured. */
  pulls(): Promise<Pulls>;
  /** The system that keeps values over time: the one named, else the configured one. Throws where that is none, or several. */
  metrics(system?: string): Promise<Metrics>;
  /** The system that has tickets. Throws where none is configured. */
  tickets(): Promise<Tickets>;
}

export interface GitService {
  /** Throws `usage` where the repository has no such ref, with the nearest names as the hint. */
  resolve(ref: string, signal?: AbortSignal): Promise<Version>;
  /**
   * The commits that one has and another has not, with who made them, newest first, 20 at the most:
   * `1a2b3c4 Mend the till (Mary)`. None where that cannot be known, as where the repository has one of them no longer.
   */
  changes(since: string, until: string, signal?: AbortSignal): Promise<string[]>;
}

/** A commit, and what to call it. */
export interface Version {
  /** 40 or 64 hexadecimal digits. */
  commit: string;
  /** The tag that points at it, else its first 10 digits. */
  name: string;
}

import type { Block, Inline } from './blocks.ts';
import type { Config, LoadedConfig } from './config.ts';
import type { Picture } from './events.ts';
import type { Actor, Clock, InputLines, Origin, System } from './host.ts';
import type { Fact, FactFilter, Journal, Lock, RunFilter, RunRecord } from './journal.ts';
import type { Exec, Files, Http } from './system.ts';

/** What a run is given: all that a command sees of the world. */
export interface Context {
  output: Output;
  exec: Exec;
  files: Files;
  http: Http;
  services: Services;
  config: Config;
  journal: RunJournal;
  clock: Clock;
  actor: Actor;
  origin: Origin;
  /** Aborted when the run is stopped or its time is up. Hand it to all that waits. */
  signal: AbortSignal;
  /** The folder that the line was typed in, absolute. */
  cwd: string;
  /** What comes on standard input, to be read once; undefined where nothing is connected to it, as in a room. */
  input: AsyncIterable<InputLines> | undefined;
  /** The run's id; undefined while nothing is recorded (help without a project). */
  run: string | undefined;
  /** Asks the actor; throws `usage` where nobody can be asked and `--yes` was not given. */
  confirm(question: string): Promise<boolean>;
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
  /** A line that was not parsed yet, as it may be kept and shown. */
  mask(argv: readonly string[]): Promise<readonly string[]>;
  commands(): Promise<readonly CommandSummary[]>;
  /** These commands and the options that all of them take, as help. */
  overview(commands: readonly CommandSummary[]): Block[];
  /** The usage error for words that name no command. */
  unknownCommand(words: readonly string[], names: readonly string[]): Error;
  /** The help of one command, or undefined where there is none. */
  help(name: string): Promise<Block[] | undefined>;
  /** The program and first arguments that start another `ops`. */
  program: readonly [string, ...string[]];
  /** The module that a room's child process runs. */
  worker: string;
  /** The journal whole, for ways in. */
  journal: Journal | undefined;
  /** Processes of this machine, for ways in. */
  processes: Pick<System, 'identify' | 'alive' | 'killGroup' | 'killRun' | 'onFault'>;
}

export interface CommandSummary {
  name: string;
  summary: string;
  effect: 'read' | 'change';
  /** Why it cannot run, where it is a script with a fault. */
  fault?: string;
}

export interface Output {
  /** Runs `work` as a step: shown live, then as done or failed. */
  step<Result>(title: string, work: () => Result | Promise<Result>): Promise<Result>;
  /** Whole lines of a program's output; pass it to `exec` as `onLines`. */
  lines(stream: 'stdout' | 'stderr', text: string, pictures?: readonly Picture[]): undefined | Promise<void>;
  /** The result of a run that goes on: with `--json` the one object, on one line, at once. */
  ready(data: object, blocks: readonly Block[]): undefined | Promise<void>;
  note(...text: Inline[]): void;
  warn(...text: Inline[]): void;
}

/** The journal, narrowed to what a run may read and may say of itself. */
export interface RunJournal {
  runs(filter?: RunFilter): Promise<RunRecord[]>;
  locks(): Promise<Lock[]>;
  facts(filter: FactFilter): Promise<Fact[]>;
  record(fact: { kind: string; subject: string; data: Record<string, unknown> }): Promise<void>;
}

/** The systems operated, each opened when first asked for. */
export interface Services {
  git(repository: string): Promise<GitService>;
}

export interface GitService {
  /** Throws `usage` where the repository has no such ref, with the nearest names as the hint. */
  resolve(ref: string, signal?: AbortSignal): Promise<Version>;
}

/** A commit, and what to call it. */
export interface Version {
  /** 40 or 64 hexadecimal digits. */
  commit: string;
  /** The tag that points at it, else its first 10 digits. */
  name: string;
}

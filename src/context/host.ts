import type { Builds } from './builds.ts';
import type { Chart, ChartTheme, DrawnChart, DrawOptions } from './chart.ts';
import type { CodeKeys, CodeQuestion } from './codes.ts';
import type { Config, LoadedConfig } from './config.ts';
import type { MetricSystem } from './config-metrics.ts';
import type { BuildSystem } from './config-systems.ts';
import type { GitService } from './context.ts';
import type { Picture, Sink } from './events.ts';
import type { AttachedFile, Attachments } from './file-input.ts';
import type { Form, FormValues } from './form.ts';
import type { Groups } from './groups.ts';
import type { Journal } from './journal.ts';
import type { Metrics } from './metrics.ts';
import type { Pulls } from './pulls.ts';
import type { Redactor } from './redact.ts';
import type { Exec, Files, Http, HttpProxy } from './system.ts';
import type { Tickets } from './tickets.ts';

/** Who: identity is by `id`, never by a name that its owner can change. */
export interface Actor {
  /** `os:<host>:<uid>`, `slack:<team_id>:<user_id>`. */
  id: string;
  /** What people call them; for showing only. */
  name: string;
}

/** Where a line came from. */
export type Origin = { type: 'terminal'; host: string; directory: string } | RoomOrigin;

export interface RoomOrigin {
  type: 'room';
  team: string;
  channel: string;
  /** The message that asked; of a button, the one that it stands in; of a form, the line that lacked words. A slash command has none. */
  message?: string;
  /** The thread that the answer stands in; none at the room's root. */
  thread?: string;
  /** How it was asked, where it was not by a message. */
  way?: 'command' | 'shortcut' | 'button' | 'form';
  /** When the button was pressed, as Slack says it. */
  pressed?: string;
  /** Those attached to the message. */
  files?: readonly AttachedFile[];
}

export interface OutputMode {
  json: boolean;
  color: boolean;
}

/** What is to be given where a yes is not enough. */
export interface Typed {
  word: string;
  /** What stands on the button that carries the word, where it is not typed. */
  button: string;
}

/** What a run asks, and may be answered by another process than its own. */
export interface Question {
  /** Its number within the run. */
  id: number;
  /** As it may be kept and shown. */
  question: string;
  /** What a yes must be, where it is not enough. */
  typed?: Typed;
  /** A one-time code is the only yes. */
  code?: CodeQuestion;
}

export type CheckForm = (values: FormValues) => Readonly<Record<string, string>>;

/** Whole lines of standard input that came at once, and the pictures that stood in them. */
export interface InputLines {
  text: string;
  pictures: readonly Picture[];
}

/** What is shown to a person alone and typed unseen, and is kept nowhere. */
export interface Privately {
  show(lines: readonly string[]): void;
  ask(question: string, signal: AbortSignal): Promise<string>;
}

/** What a surface lends a run. */
export interface Host {
  actor: Actor;
  origin: Origin;
  /** Aborted to stop the run; its reason is an OpsError that says why. */
  signal: AbortSignal;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Opens the way out once it is known how the person wants it. */
  output(mode: OutputMode): Sink;
  /** Writes a question down that is answered elsewhere: before anybody sees it, or a quick answer would come too early. */
  putQuestion?(asked: Question, signal: AbortSignal): Promise<void>;
  /**
   * Puts a question to the actor; undefined where nobody can be asked. `id` is its number within the run. With `typed` a
   * yes is that word.
   */
  ask?: ((question: string, signal: AbortSignal, id: number, typed?: Typed) => Promise<boolean>) | undefined;
  /** Undefined where nobody is at a terminal. */
  privately?: Privately | undefined;
  /** Has the actor give a one-time code elsewhere, where others do not see it; false where they say no. */
  askCode?: (question: string, code: CodeQuestion, id: number, signal: AbortSignal) => Promise<boolean>;
  /** Has the actor fill in a form; undefined where nobody can. `check` tells what is wrong with the fields so far. */
  fill?: ((form: Form, check: CheckForm, signal: AbortSignal) => Promise<FormValues>) | undefined;
  /** Waits for others in a way that leaves room to those that need not. */
  aside?(wait: () => Promise<void>, signal: AbortSignal): Promise<void>;
  /** What comes on standard input; undefined where nothing is connected to it. */
  input?: ((signal: AbortSignal) => AsyncIterable<InputLines>) | undefined;
  /** The files attached to the message that the line stands in; undefined where there is no message. */
  attached?: Attachments;
  /** @default a light picture, in a file that stays */
  drawing?: Drawing | undefined;
  /** A folder for what a run brings to people, until the surface has it; undefined where people have the same disk. */
  passing?: string;
  /** The run, where it was accepted before this process began. */
  run?: string;
  /** Nobody typed the line: it is read for a page, and leaves no record. Changes are refused. */
  isLook?: true;
  /** Where the surface looks for output that is too much for it to show. */
  outputs?: string;
  /** Is told what masks secrets, for what leaves otherwise than as an event: files, and the last words of a crash. */
  guard?(redactor: Redactor): void;
  system: System;
}

/** How a surface wants the pictures that a run draws. */
export interface Drawing {
  theme?: ChartTheme;
  /** It draws with characters. */
  hasSketch?: boolean;
  /** Where they are until the surface has them; undefined where people look for them themselves. */
  folder?: string;
}

/** The outside world, each part opened when first used. */
export interface System {
  /** `file` overrides the search; a missing file that was asked for is an error. */
  config(cwd: string, file: string | undefined): Promise<LoadedConfig>;
  journal(path: string): Promise<Journal>;
  exec: Exec;
  files: Files;
  /** A picture of a chart, as a file. */
  draw(chart: Chart, options: DrawOptions, place: Drawing & { cwd: string }): Promise<DrawnChart>;
  http: Http;
  /** Undefined where requests go straight to where they belong. */
  proxy(): Promise<HttpProxy | undefined>;
  /** For many small requests, straight to where they belong, of texts alone: it takes half of what `fetch` does. */
  quickFetch(): Promise<typeof globalThis.fetch>;
  clock: Clock;
  /** The folder that holds `commands/`, for the registry. */
  root: string;
  version: string;
  /** A process of this machine, as the journal remembers it. @default this process */
  identify(pid?: number): ProcessId;
  /** What passes whatever the clocks are set to. */
  moment(): Moment;
  /** Whether that process still runs; undefined where nobody can look, as into another machine or container. */
  alive(process: ProcessId): boolean | undefined;
  /** Ends what is left of a process group of this machine; false where it lives on. `grace` is as that of a program. */
  killGroup(group: ProcessId, grace?: number): Promise<boolean>;
  /** Ends whatever a run has started, and `by`, who carries it out; false where something of it lives on. */
  killRun(run: string, by: ProcessId, grace?: number): Promise<boolean>;
  /** Hears of faults in the background that nobody caught, and that would end the process. */
  onFault(report: (error: unknown) => void): Disposable;
  /** The program and first arguments that start another `ops`. */
  program: readonly [string, ...string[]];
  /** The module that a room's child process runs. */
  worker: string;
  /** The secrets of one-time codes beside that journal. */
  codes(journal: string): Promise<CodeKeys>;
  git(repository: string, exec: Exec): Promise<GitService>;
  builds(name: BuildSystem, config: Config, parts: ServiceParts): Promise<Builds>;
  pulls(config: Config, parts: ServiceParts): Promise<Pulls>;
  metrics(name: MetricSystem, config: Config, parts: ServiceParts): Promise<Metrics>;
  tickets(config: Config, parts: ServiceParts): Promise<Tickets>;
  /** Groups that other systems keep. Nothing of these is loaded until one is asked for. */
  groups(config: Pick<Config, 'slack' | 'ldap' | 'journal'>): Groups;
}

/** What a system is asked with. */
export interface ServiceParts {
  http: Http;
  clock: Clock;
  signal: AbortSignal;
}

/** A process that cannot be taken for a later one with the same number. */
export interface ProcessId {
  host: string;
  pid: number;
  /** What the system says of its start, opaque. */
  started: string;
}

/** How long a machine has run since it was started: nobody can set that. */
export interface Moment {
  host: string;
  /** Which start it was, opaque; empty where the system does not say. */
  boot: string;
  /** Milliseconds since then. */
  uptime: number;
}

export interface Clock {
  now(): Date;
  /** Resolves after that many milliseconds; rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

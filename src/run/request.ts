import type { Command, InputValues } from '../command/define.ts';
import type { Config, LoadedConfig } from '../context/config.ts';
import type { Project } from '../context/context.ts';
import type { Sink } from '../context/events.ts';
import type { Host } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import type { People } from '../policy/people.ts';
import type { Decision } from '../policy/policy.ts';
import type { Request } from '../policy/request.ts';
import type { FactSource } from './standing.ts';

export interface RunRequest {
  command: Command;
  input: InputValues;
  /** As typed, secrets masked. */
  argv: readonly string[];
  json: boolean;
  dryRun: boolean;
  yes: boolean;
  /** The environment that `--confirm` names. */
  confirm?: string | undefined;
  /** Waits in line for the lock. */
  queue?: boolean;
  /** Why it is to run in spite of a freeze. */
  override?: string | undefined;
  /** Milliseconds; 0 is no limit. */
  timeout: number | undefined;
  debug: boolean;
  /** Stay until it is approved, where that is needed and nobody is there to be asked. */
  wait: boolean;
  /** The run whose line this is, where it repeats one. */
  repeats?: RunRecord;
}

export interface RunWorld {
  host: Host;
  sink: Sink;
  /** All that the sink takes from now on goes there too, as it is shown. */
  join(other: Sink): void;
  /** Masks secrets in what is kept. */
  redact(text: string): string;
  loaded: LoadedConfig;
  policy(request: Request, journal: FactSource): Decision | Promise<Decision>;
  /** All that it consists of, without secrets. */
  policyText(): string;
  /** The same of the configuration as it is now: time may have passed since it was read. */
  policyTextNow(): Promise<string>;
  /** Whose line it is; undefined for a stranger. */
  person: string | undefined;
  people: People;
  /** The same, with these roles known as they are now, of those people by name: of all, where none is named. */
  asked(journal: Journal, roles: readonly string[], names?: readonly string[]): Promise<People>;
  /** The same line once more, through the door, as that run: with the configuration as it is then. Its exit code. */
  again(run: string): Promise<number>;
  project: (journal: Journal | undefined) => Project;
}

/** The environment that the line names. */
export function environmentOf({ command, input }: Pick<RunRequest, 'command' | 'input'>): string | undefined {
  const value = command.environment === undefined ? undefined : input[command.environment];
  return typeof value === 'string' ? value : undefined;
}

/** Whether it changes what is in its environment. */
export function isGuarded({ command }: Pick<RunRequest, 'command'>): boolean {
  return (command.guard ?? 'full') === 'full';
}

/** Whether what people hold keeps it out, and who is before it in line. */
export function mindsPeople({ command: { guard = 'full' } }: Pick<RunRequest, 'command'>): boolean {
  return guard === 'full' || guard === 'locks';
}

/** What is to be kept from others while it runs. */
export function lockKeyOf(
  { command, input }: Pick<RunRequest, 'command' | 'input'>,
  config: Config,
): string | undefined {
  const environment = environmentOf({ command, input });
  if (command.guard === 'none') return undefined;
  if (environment === undefined) return command.lock;
  return command.locks?.(input, config) ?? environment;
}

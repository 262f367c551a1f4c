import type { Command, InputValues } from '../command/define.ts';
import type { Actor, Origin } from '../context/host.ts';

/** What is to be decided: parsed values, never the text that was typed. */
export interface Request {
  actor: Actor;
  origin: Origin;
  at: Date;
  command: string;
  permission: string;
  effect: 'read' | 'change';
  /** Those that the line names. */
  environments: readonly string[];
  input: InputValues;
  /** It leaves what is in the environment as it is. */
  spares?: boolean;
  /** Why it is to run in spite of a freeze. */
  override?: string | undefined;
}

/** A line that was parsed. */
export interface Subject {
  command: Command;
  input: InputValues;
  override?: string | undefined;
}

export function requestOf(
  { command, input, override }: Subject,
  where: Pick<Request, 'actor' | 'origin' | 'at'>,
): Request {
  const named = command.environment === undefined ? undefined : input[command.environment];
  return {
    ...where,
    command: command.name,
    permission: command.permission ?? command.name,
    effect: command.effect,
    environments: [named ?? []].flat().map(String),
    input,
    spares: (command.guard ?? 'full') !== 'full',
    override,
  };
}

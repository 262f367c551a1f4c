import type { Caller, Json, Speaker } from '../../state/model.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { Args } from '../args.ts';

export interface Context {
  workspace: Workspace;
  args: Args;
  /** The address that the client used: links for it start with this. */
  origin: string;
}

export interface Method {
  /** Whose tokens it takes. */
  callers: readonly Caller['kind'][];
  run(context: Context & { caller: Caller }): Json;
}

export type Methods = Readonly<Record<string, Method>>;

/** A method for the app's bot and for people. */
export function method(run: (context: Context & { speaker: Speaker }) => Json): Method {
  return {
    callers: ['bot', 'person'],
    run: ({ caller, ...context }) => run({ ...context, speaker: caller as Speaker }),
  };
}

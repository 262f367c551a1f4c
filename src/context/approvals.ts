import type { Block } from './blocks.ts';
import type { RunRecord } from './journal.ts';

/** A run that waits for approvals. */
export interface Waiting {
  run: RunRecord;
  /** It was typed in a direct message, and others read along here: its words are left out. */
  isHidden: boolean;
  /** Who asks, whatever they call themselves. */
  person: string;
  /** A short name for the line, the plan and the policy that an approval is for. */
  mark: string;
  /** What it waits for, in words: `1 approval of lead: tom`. */
  needs: readonly string[];
  /** How many approvals are missing. */
  missing: number;
  /** Who approved it, by name. */
  given: readonly { person: string; at: Date }[];
  /** What would run. */
  preview: readonly Block[];
  expires: Date;
  /** Why the actor has no say in it; undefined where they have. */
  refusal: string | undefined;
  /** The actor could approve it now: they have a say, and have not approved it yet. */
  isMine: boolean;
}

export interface Approvals {
  /** All that wait; first those that the actor can approve, then the oldest. */
  waiting(): Promise<Waiting[]>;
  /** Throws where the run waits for none. `mark` says what is meant, where that is known. */
  of(run: string, mark: string | undefined): Promise<Waiting>;
  /** What is still missing afterwards is in what comes back. Throws `denied` where the actor may not. */
  approve(run: string, mark: string): Promise<Waiting>;
  /** Ends the run. Throws `denied` where the actor may not. */
  deny(run: string, mark: string, reason: string): Promise<void>;
}

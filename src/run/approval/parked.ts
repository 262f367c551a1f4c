import type { OpsError } from '../../context/errors.ts';
import type { System } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { failureOf } from '../failure.ts';
import { requestOf, type Status } from './facts.ts';
import { deniedBy, expired } from './words.ts';

export interface EndParts {
  journal: Pick<Journal, 'take' | 'finish' | 'facts'>;
  system: Pick<System, 'identify' | 'clock'>;
}

/** Ends a run that waits without a process; false where somebody was faster to carry it out, or to end it. */
export async function endParked(run: string, why: OpsError, { journal, system }: EndParts): Promise<boolean> {
  const request = await requestOf(journal, run);
  if (!(await journal.take(run, system.identify()))) return false;
  const subject = request === undefined ? {} : { subject: request.subject };
  await journal.finish(run, { ...failureOf(why, run).end, ...subject, at: system.clock.now() });
  return true;
}

/** Why a request is open no longer: undefined where it is. */
export function whyOver(status: Status, now: Date): OpsError | undefined {
  if (status.denial !== undefined) return deniedBy(status.denial);
  return now.getTime() >= status.request.expires.getTime() ? expired(status) : undefined;
}

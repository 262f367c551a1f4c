import { complaint, SlackError } from './errors.ts';
import type { Workspace } from './workspace.ts';

/** What something that a person did lets the app do, once and soon: open a modal for them. */
export interface Trigger {
  user: string;
  until: number;
  exchanged: boolean;
  /** The modal that the person did it in. */
  view?: string;
}

const mostRemembered = 1000;
const wellFormed = /^\d+\.\d+\.[0-9a-f]+$/u;

export function issueTrigger(
  { triggers, triggerLifetime, clock, ids }: Workspace,
  user: string,
  view?: string,
): string {
  const now = clock.now();
  const id = `${Math.floor(now)}.${Math.floor(now / 7)}.${ids.uuid().replaceAll('-', '')}`;
  triggers.set(id, { user, until: now + triggerLifetime, exchanged: false, ...(view === undefined ? {} : { view }) });
  const [oldest] = triggers.keys();
  if (triggers.size > mostRemembered && oldest !== undefined) triggers.delete(oldest);
  return id;
}

/** The trigger, if it can still be exchanged. */
export function findTrigger({ triggers, clock }: Workspace, id: string): Trigger {
  if (!wellFormed.test(id)) throw complaint('invalid_arguments', ['invalid `trigger_id` [json-pointer:/trigger_id]']);
  const found = triggers.get(id);
  if (!found) throw new SlackError('invalid_trigger_id');
  if (found.exchanged) throw new SlackError('exchanged_trigger_id');
  if (found.until < clock.now()) throw new SlackError('expired_trigger_id');
  return found;
}

import { isDirectMessage } from '../context/direct-message.ts';
import { OpsError } from '../context/errors.ts';
import type { Actor, Origin } from '../context/host.ts';
import type { RunRecord } from '../context/journal.ts';
import { mask } from '../context/redact.ts';
import { isSamePerson, type People } from '../policy/people.ts';

type Typed = Pick<RunRecord, 'actor' | 'origin'>;

/** What somebody may read of runs that were typed in a direct message. */
export interface Privacy {
  /** Whether it may stand in a list: whoever is in the room reads that. */
  isListed(run: Typed): boolean;
  /** Whether they may read it who name it: their own, wherever they do. */
  isReadable(run: Typed): boolean;
  /** Nobody but they themselves reads what they are shown. */
  isAlone: boolean;
}

/** What was typed in a direct message is for whoever typed it. A terminal can read the journal itself. */
export function createPrivacy(
  { actor, origin }: { actor: Pick<Actor, 'id'>; origin: Origin },
  people: People,
): Privacy {
  if (origin.type !== 'room') return { isListed: () => true, isReadable: () => true, isAlone: true };
  const isReadable = (run: Typed): boolean => !isDirectMessage(run.origin) || isSamePerson(run.actor, actor, people);
  const isAlone = isDirectMessage(origin);
  return { isReadable, isListed: (run) => isReadable(run) && (isAlone || !isDirectMessage(run.origin)), isAlone };
}

/** A run of which others know no more than that there is one. */
export function withoutWords(run: RunRecord): RunRecord {
  return { ...run, argv: [mask], message: undefined };
}

export function notReadable({ id, actor }: Pick<RunRecord, 'id' | 'actor'>): OpsError {
  return new OpsError('denied', `run ${id} is of a direct message, and for ${actor.name} alone`);
}

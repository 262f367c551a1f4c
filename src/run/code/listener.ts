import type { CodeKey, CodeKeys, ListenerMark } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import { codeListenerKind } from '../../context/facts.ts';
import type { Actor, Clock } from '../../context/host.ts';
import type { Fact, Journal } from '../../context/journal.ts';
import type { Enrolled } from './keys.ts';

const subject = 'listener';
const about = { kind: codeListenerKind, subject, latest: true, limit: 1 };

/** The key that listeners have, as the journal knows it; undefined where none has run yet. */
export async function listenerMark(journal: Pick<Journal, 'facts'>): Promise<ListenerMark | undefined> {
  return markIn(await journal.facts(about));
}

function markIn([last]: readonly Fact[]): ListenerMark | undefined {
  const { id, uid } = last?.data ?? {};
  return typeof id === 'string' && typeof uid === 'number' ? { id, uid } : undefined;
}

/** Somebody's secret, for whoever may know it here. What was sealed to an earlier key counts no more. */
export async function findKey(
  enrolled: Enrolled,
  { journal, keys }: { journal: Pick<Journal, 'facts'>; keys: CodeKeys },
): Promise<CodeKey> {
  const mark = await listenerMark(journal);
  return keys.find({ ...enrolled, sealed: enrolled.sealed === mark?.id ? mark?.id : undefined });
}

interface Parts {
  journal: Pick<Journal, 'facts' | 'recordNext'>;
  keys: CodeKeys;
  clock: Pick<Clock, 'now'>;
  run: string;
  actor: Actor;
}

/** Of several listeners that start at the same time, the key of the first is the one of all. */
export async function readyListener(parts: Parts): Promise<void> {
  const { journal, keys, clock, run, actor } = parts;
  const known = await listenerMark(journal);
  if (known !== undefined) return mustBeOwn(known, keys);
  const { id, uid } = await keys.listener.create();
  const fact = { run, kind: codeListenerKind, subject, data: { id, uid }, at: clock.now(), actor };
  const made = await journal
    .recordNext(about, (last) => (markIn(last) === undefined ? { fact, as: 'code-listener-made' } : undefined))
    .catch(async (error: unknown) => {
      await keys.listener.drop(id);
      throw error;
    });
  if (made !== undefined) return;
  await keys.listener.drop(id);
  const first = await listenerMark(journal);
  if (first !== undefined) mustBeOwn(first, keys);
}

/** Else rooms would take no codes, and people would learn that one by one. */
function mustBeOwn({ id, uid }: ListenerMark, keys: CodeKeys): void {
  if (keys.listener.isOwn(id)) return;
  throw new OpsError(
    'config',
    `the key that one-time codes are sealed to (made by user ${uid} of this machine) is none of this listener: rooms take no codes`,
    {
      hint: 'run ops listen as that user; or an administrator types ops otp remove --listener, this listener is started anew, and people type ops otp enroll again',
    },
  );
}

/** Records that nothing is sealed to it any more. */
export async function forgetListener({ journal, keys, clock, run, actor }: Parts): Promise<void> {
  const known = await mustHaveListener(journal);
  const fact = { run, kind: codeListenerKind, subject, data: { removed: known.id }, at: clock.now(), actor };
  await journal.recordNext(about, (last) =>
    markIn(last)?.id === known.id ? { fact, as: 'code-listener-removed' } : undefined,
  );
  await keys.listener.drop(known.id);
}

export async function mustHaveListener(journal: Pick<Journal, 'facts'>): Promise<ListenerMark> {
  const known = await listenerMark(journal);
  if (known !== undefined) return known;
  throw new OpsError('failed', 'no listener has a key: nothing is sealed to one', {
    hint: 'ops listen makes one when it starts',
  });
}

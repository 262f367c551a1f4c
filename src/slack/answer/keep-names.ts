import { roomNameKind } from '../../context/facts.ts';
import type { Clock } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import type { RoomNames } from '../connection/room-names.ts';

export interface KeepNamesParts {
  roomNames: Pick<RoomNames, 'publicOf'>;
  journal: Pick<Journal, 'facts' | 'record'>;
  clock: Clock;
}

/**
 * Writes down what the rooms are called that lines come from, for those who read of the runs and cannot ask Slack. Each
 * room is asked for once; a name that only members may know is not written down.
 */
export function createKeepNames({ roomNames, journal, clock }: KeepNamesParts): (run: RunRecord) => Promise<void> {
  const asked = new Set<string>();
  const keep = async ({ id, actor }: RunRecord, channel: string): Promise<void> => {
    const name = await roomNames.publicOf(channel);
    const [before] = await journal.facts({ kind: roomNameKind, subject: channel, latest: true, limit: 1 });
    if (name === undefined || before?.data['name'] === name) return;
    const fact = { run: id, kind: roomNameKind, subject: channel, data: { name }, at: clock.now(), actor };
    await journal.record(fact, { soon: true });
  };
  return async (run) => {
    const { origin } = run;
    if (origin.type !== 'room' || !/^[CG]/.test(origin.channel) || asked.has(origin.channel)) return;
    asked.add(origin.channel);
    // Without it the room's id stands there.
    await keep(run, origin.channel).catch(() => {});
  };
}

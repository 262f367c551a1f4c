import type { Event } from '../context/events.ts';
import type { Clock } from '../context/host.ts';
import type { NewRun, RunRecord } from '../context/journal.ts';
import { blankJournal } from '../journal/blank.ts';
import type { Runner } from '../run/runner.ts';
import type { Call, Identity } from './connection/client.ts';
import { createListener } from './listener.ts';
import { openRoom, type RoomParts } from './room.ts';
import { unwatched } from './watch.ts';

/** The first takes thirty times as long as the last. */
const times = 8;

/**
 * Takes harmless lines through the listener as if they had come from Slack, with nothing recorded, carried out or sent:
 * what every line needs is loaded then, and warm. It is done while the processes that run lines are made ready.
 */
export async function rehearse(parts: Omit<RoomParts, 'journal' | 'runner' | 'watch'>): Promise<void> {
  const { connection, slack } = parts;
  // Not all of the context: to look at its standard input would open it.
  const { project, clock, http, signal } = parts.context;
  const room = await openRoom({
    ...parts,
    context: { project, clock, http, signal, config: { rooms: {} } },
    connection: { identity: connection.identity, call: answered },
    journal: { ...blankJournal, accept: async (run) => accepted(run) },
    runner: silent,
    watch: unwatched,
    warn: () => {},
  });
  const listener = createListener({ ...room, signal });
  for (let time = 0; time < times; time++) {
    const body = typed(`${slack.word} whoami`, connection.identity, clock);
    await listener.onEnvelope({ type: 'events_api', body, ack: async () => {} });
    await listener.idle();
  }
}

/** What Slack would say to any call. */
const answered: Call = async () => ({ ok: true, ts: '1.000001', user: { name: 'nobody' } });

const accepted = ({ argv, actor, origin, process, at }: NewRun): RunRecord => ({
  ...{ id: 'rehearsal', command: undefined, argv: [...argv], actor, origin, environment: undefined },
  ...{ effect: undefined, state: 'accepted', outcome: undefined, exitCode: undefined, message: undefined },
  ...{ acceptedAt: at, startedAt: undefined, finishedAt: undefined, process, owner: process },
});

const said: readonly Event[] = [
  { type: 'started', run: 'rehearsal', line: 'whoami', actor: 'nobody', at: '' },
  { type: 'result', data: {}, blocks: [{ type: 'fields', fields: [{ name: 'person', value: 'nobody' }] }] },
  { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 },
];

const silent: Runner = {
  run: async (_task, onEvents) => {
    await onEvents(said);
    return { type: 'done', exitCode: 0, again: true };
  },
  warm: async () => true,
  close: () => {},
};

/** https://docs.slack.dev/reference/events/message */
function typed(line: string, { team }: Identity, clock: Clock): Record<string, unknown> {
  const ts = (clock.now().getTime() / 1000).toFixed(6);
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: line }] }];
  const words = { text: line, blocks: [{ type: 'rich_text', elements }] };
  const event = { type: 'message', channel: 'C0REHEARSAL', channel_type: 'channel', user: 'U0NOBODY', ts, ...words };
  return { type: 'event_callback', team_id: team, event };
}

import type { Clock } from '../../context/host.ts';
import { literal } from '../answer/whisper.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { SlackClients } from '../connection/sdk.ts';
import { doubtful, type Finding, fine, wrong } from './finding.ts';

type Ask = SlackClients['ask'];

const mostNamed = 10;

/** The public channels that the bot is in, and those that it is not in. */
export async function roomsFindings(ask: Ask, bot: string): Promise<Finding[]> {
  const args = { types: 'public_channel', exclude_archived: true, limit: 1000 };
  let rooms: { name?: string; is_member?: boolean }[];
  try {
    const { channels } = await ask('conversations.list', args);
    rooms = Array.isArray(channels) ? channels : [];
  } catch (error) {
    const { message } = SlackCallError.of('conversations.list', error);
    const mend = 'add the scope channels:read, for this look alone';
    return [doubtful('room', `which rooms the bot is in cannot be seen: ${message}`, mend)];
  }
  const [inside, outside] = [rooms.filter((room) => room.is_member), rooms.filter((room) => !room.is_member)];
  if (inside.length === 0) return [wrong('room', `@${bot} is in no public channel`, `type in one: /invite @${bot}`)];
  const said = fine('room', `@${bot} is in ${named(inside)}`);
  return outside.length === 0
    ? [said]
    : [said, fine('room', `@${bot} is not in ${named(outside)}: nobody is heard there`)];
}

function named(rooms: readonly { name?: string }[]): string {
  const names = rooms.slice(0, mostNamed).map(({ name }) => `#${name}`);
  const left = rooms.length - names.length;
  return `${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

export interface RoundTrip {
  ask: Ask;
  room: string;
  bot: string;
  /** The messages that came through the connection: `channel:ts`. */
  heard: ReadonlySet<string>;
  /** Other connections, which Slack may give the message to. */
  others: number;
}

const attempts = 4;
const patience = 5000;

/** Posts a message, waits until it comes back as an event, and deletes it. */
export async function roomFinding(trip: RoundTrip, clock: Clock): Promise<Finding> {
  const { ask, room, bot, heard, others } = trip;
  try {
    for (let attempt = 0; attempt < (others > 0 ? attempts : 1); attempt++) {
      const { text, blocks } = literal('ops doctor looks whether messages come back; this one is deleted at once');
      const { ts, channel } = await ask('chat.postMessage', { channel: room, text, blocks });
      const key = `${channel}:${ts}`;
      const came = await waitFor(() => heard.has(key), clock);
      await ask('chat.delete', { channel, ts }).catch(() => {});
      if (came !== undefined) return fine('room', `a message in ${room} came back after ${came} ms`);
    }
  } catch (error) {
    const { message, refusal } = SlackCallError.of('chat.postMessage', error);
    return wrong('room', `nothing can be said in ${room}: ${message}`, mendOf(refusal, bot));
  }
  if (others > 0) {
    const words = `no message in ${room} came back here, where ${others} other connections take part in them`;
    return doubtful('room', words, 'stop the listeners, then ask again');
  }
  const mend =
    'subscribe to message.channels, message.groups and app_mention under "Event Subscriptions" at https://api.slack.com/apps';
  return wrong('room', `a message in ${room} did not come back: lines there are not heard`, mend);
}

function mendOf(refusal: string | undefined, bot: string): string {
  return refusal === 'missing_scope' ? 'add the scope chat:write' : `type there: /invite @${bot}`;
}

async function waitFor(holds: () => boolean, clock: Clock): Promise<number | undefined> {
  const began = clock.now().getTime();
  for (let waited = 0; waited < patience; waited += 20) {
    if (holds()) return clock.now().getTime() - began;
    await clock.sleep(20);
  }
  return undefined;
}

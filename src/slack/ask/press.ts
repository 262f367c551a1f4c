import type { Journal } from '../../context/journal.ts';
import type { Identity } from '../connection/client.ts';
import { type Ask, type Fields, fieldsOf, textOf } from './ask.ts';

/** A button that was pressed in a message of ours. */
export interface Press extends Ask {
  way: 'button';
  ts: string;
  at: string;
  /** The parts of the button's name: `run:stop`. */
  kind: string;
  verb: string;
  value: unknown;
}

/** The press that an envelope tells of; undefined where it is none, or none in a message that we wrote. */
export function readPress(body: Fields, identity: Identity): Press | undefined {
  const [person, container, message] = [body['user'], body['container'], body['message']].map(fieldsOf) as [
    ...[Fields, Fields, Fields],
  ];
  const action = fieldsOf(Array.isArray(body['actions']) ? body['actions'][0] : undefined);
  const [team, channel, user] = [fieldsOf(body['team'])['id'], container['channel_id'], person['id']].map(textOf);
  // What one person alone sees comes without its message: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
  const isWhisper = container['is_ephemeral'] === true;
  const [ts, at, name] = [container['message_ts'], action['action_ts'], action['action_id']].map(textOf);
  if (team === undefined || channel === undefined || user === undefined) return undefined;
  if (ts === undefined || at === undefined || name === undefined) return undefined;
  if (!isWhisper && message['bot_id'] !== identity.botId && message['user'] !== identity.userId) return undefined;
  const [kind = '', verb = ''] = name.split(':');
  const thread = textOf(message['thread_ts']) ?? textOf(container['thread_ts']);
  return {
    team,
    channel,
    // What goes wrong with a press concerns whoever pressed.
    channelType: 'channel',
    ts,
    thread: thread === ts ? undefined : thread,
    user,
    userTeam: textOf(person['team_id']) ?? team,
    way: 'button',
    at,
    claim: `slack:${team}:${channel}:${ts}:${name}:${user}:${at}`,
    responseUrl: textOf(body['response_url']),
    kind,
    verb,
    value: action['value'],
  };
}

/** Seconds within which a second press is taken for the first. */
const doublePress = 3;

/**
 * The claim of a press: the same for the second click of a double click and for what Slack sends again, another one for
 * a press that was meant, later. Of several listeners that look at the same time, one gets it.
 */
export async function claimPress({ team, channel, ts, kind, verb, user, at }: Press, journal: Pick<Journal, 'runs'>) {
  for (let number = 1; ; number++) {
    const claim = `slack:${team}:${channel}:${ts}:${kind}:${verb}:${user}:${number}`;
    const [before] = await journal.runs({ claim, limit: 1 });
    if (before?.origin.type !== 'room') return claim;
    if (Math.abs(Number(before.origin.pressed) - Number(at)) < doublePress) return claim;
  }
}

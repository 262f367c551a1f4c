import type { Identity } from '../connection/client.ts';
import { addressed } from '../words/address.ts';
import { type Ask, type Fields, type Request, textOf } from './ask.ts';

/** `/ops deploy uat`: all that stands behind the slash command is a line. */
export function readSlash(body: Fields, identity: Identity, word: string): Request | undefined {
  const [team, channel, user] = [textOf(body['team_id']), textOf(body['channel_id']), textOf(body['user_id'])];
  const trigger = textOf(body['trigger_id']);
  if (team === undefined || channel === undefined || user === undefined || trigger === undefined) return undefined;
  const text = textOf(body['text']) ?? '';
  const address = addressed({ text, channelType: 'im', botUserId: identity.userId, word, commands: [] });
  if (address.kind === 'talk') return undefined;
  const ask: Ask = {
    team,
    channel,
    channelType: 'channel',
    // It is not posted, and cannot be sent in a thread.
    ts: undefined,
    thread: undefined,
    user,
    userTeam: team,
    way: 'command',
    at: undefined,
    claim: `slack:${team}:command:${trigger}`,
    responseUrl: textOf(body['response_url']),
  };
  return { ask, address };
}

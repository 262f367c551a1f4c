import { OpsError } from '../../context/errors.ts';
import type { Identity } from '../connection/client.ts';
import { type Addressed, addressed } from '../words/address.ts';
import { type Ask, type Fields, fieldsOf, type Request, textOf } from './ask.ts';
import { readFiles } from './message.ts';

/** The shortcut "Run as ops" in the menu of each message, as the manifest calls it. */
export const shortcutId = 'ops_run';

/** The message is the line, as if whoever picked the shortcut had typed it; the answer stands in its thread. */
export function readShortcut(body: Fields, identity: Identity, word: string): Request | undefined {
  if (body['callback_id'] !== shortcutId) return undefined;
  const [person, message] = [fieldsOf(body['user']), fieldsOf(body['message'])];
  const [team, channel] = [textOf(fieldsOf(body['team'])['id']), textOf(fieldsOf(body['channel'])['id'])];
  const [user, ts, at] = [textOf(person['id']), textOf(message['ts']), textOf(body['action_ts'])];
  if (team === undefined || channel === undefined || user === undefined) return undefined;
  if (ts === undefined || at === undefined) return undefined;
  const ask: Ask = {
    team,
    channel,
    // A line that does not parse concerns whoever picked it.
    channelType: 'channel',
    ts,
    thread: textOf(message['thread_ts']) ?? ts,
    user,
    userTeam: textOf(person['team_id']) ?? team,
    way: 'shortcut',
    at,
    claim: `slack:${team}:${channel}:${ts}:shortcut:${user}:${at}`,
    files: readFiles(message['files']),
    responseUrl: textOf(body['response_url']),
  };
  return { ask, address: lineIn(message, identity, word) };
}

function lineIn(message: Fields, identity: Identity, word: string): Exclude<Addressed, { kind: 'talk' }> {
  if (message['bot_id'] === identity.botId || message['user'] === identity.userId) {
    return refused('this message is an answer, not a line', 'its buttons run it again');
  }
  const text = textOf(message['text']) ?? '';
  const direct = { text, blocks: message['blocks'], channelType: 'im', commands: [] } as const;
  const address = addressed({ ...direct, botUserId: identity.userId, word });
  const isEmpty = address.kind === 'talk' || (address.kind === 'line' && address.argv.length === 0);
  if (isEmpty && text.trim() === '') return refused('there is no line in this message', `type one: ${word} help`);
  return address.kind === 'talk' ? refused('this message is no line', `type one: ${word} help`) : address;
}

function refused(message: string, hint: string): { kind: 'refused'; error: OpsError } {
  return { kind: 'refused', error: new OpsError('usage', message, { hint }) };
}

import { codeIn } from '../../context/codes.ts';
import type { Identity } from '../connection/client.ts';
import { beginningOf } from '../words/address.ts';
import { fieldsOf } from './ask.ts';
import { kindOf } from './message.ts';

/**
 * Whether an event is a message in a channel that is for nobody here by how it begins: most that comes is. It takes a
 * look at a few fields; of all else nothing is said here.
 */
export function isTalk(
  body: Record<string, unknown>,
  { identity, word }: { identity: Pick<Identity, 'userId'>; word: string },
): boolean {
  const { type, subtype, channel, channel_type, text } = fieldsOf(body['event']);
  if (type !== 'message' || subtype === 'message_changed' || typeof channel !== 'string') return false;
  if (typeof text !== 'string' || kindOf(channel, channel_type) === 'im') return false;
  // It may be a one-time code, which does not belong there.
  if (codeIn(text) !== undefined) return false;
  return beginningOf({ text, botUserId: identity.userId, word }) === undefined;
}

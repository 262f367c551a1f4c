import { OpsError } from '../../context/errors.ts';
import type { SlackCallError } from '../connection/call-error.ts';
import { signInError } from '../connection/sign-in-error.ts';
import { uploadFault } from '../delivery/upload-fault.ts';

export interface SayPlace {
  /** As the person named it. */
  room: string;
  bot: string;
  apiUrl: string;
  /** The key of the configuration that has the token. */
  token: string;
}

const tokenFaults: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
]);

/** The words are said by then: whoever types the line again says them twice. */
export function filesError(cause: unknown, room: string, ts: string): OpsError {
  const words = `the words are in ${room}, but not all files: ${uploadFault(cause)}`;
  return new OpsError('failed', words, { hint: `ops say '${room}' --thread ${ts} --file …`, cause });
}

/** Why Slack does not take what is to be said, in the words of who says it. */
export function sayError(cause: SlackCallError, { room, bot, apiUrl, token }: SayPlace): OpsError {
  const { refusal = '' } = cause;
  const invite = `/invite @${bot} in ${room}`;
  if (refusal === '' || tokenFaults.has(refusal)) return signInError(cause, token, apiUrl);
  switch (refusal) {
    case 'not_in_channel':
      return new OpsError('failed', `@${bot} is not in ${room}`, { hint: invite, cause });
    case 'channel_not_found':
      return new OpsError('failed', `there is no room ${room} that @${bot} can see`, {
        hint: `look at its name; where it is private: ${invite}`,
        cause,
      });
    case 'is_archived':
      return new OpsError('failed', `${room} is archived: nothing can be said there`, { cause });
    case 'thread_not_found':
      return new OpsError('failed', `there is no such message in ${room} to answer`, { cause });
    case 'missing_scope':
      return new OpsError('config', `${cause.message}: the app lacks a scope`, {
        hint: 'chat:write, and files:write for files, at https://api.slack.com/apps; then install the app again',
        cause,
      });
    default:
      return new OpsError('failed', `nothing was said in ${room}: ${cause.message}`, { cause });
  }
}

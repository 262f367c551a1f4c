import { OpsError } from '../../context/errors.ts';
import { SlackCallError } from './call-error.ts';

/** Says what to mend where Slack does not let the listener in. */
export function signInError(cause: SlackCallError, key: string, address: string): OpsError {
  if (cause.refusal === undefined) {
    const hint = `curl -i ${address} shows whether this machine reaches it`;
    return new OpsError('unavailable', `Slack cannot be reached at ${address}: ${cause.message}`, { hint, cause });
  }
  const hint = `ops config shows where ${key} comes from; https://api.slack.com/apps has the right one`;
  return new OpsError('config', `Slack refuses ${key}: ${cause.refusal}`, { hint, cause });
}

/** What Slack says to a token that it will never take again. */
const shutOut: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

/** Whether the bot's token is worth nothing any more, whatever it is used for. */
export function isShutOut(error: unknown): boolean {
  return error instanceof SlackCallError && shutOut.has(error.refusal ?? '');
}

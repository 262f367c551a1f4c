import { wordsOf } from '../../run/failure.ts';
import { SlackCallError } from '../connection/call-error.ts';

/** Why a file could not be brought. */
export function uploadFault(error: unknown): string {
  const isUnscoped = error instanceof SlackCallError && error.refusal === 'missing_scope';
  return isUnscoped ? `${error.message}: the app needs the scope files:write` : wordsOf(error);
}

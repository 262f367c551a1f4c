import { OpsError } from '../context/errors.ts';
import type { SlackCallError } from './call-error.ts';
/** Says what to mend where Slack does not let the listener in. */
export declare function signInError(cause: SlackCallError, key: string, address: string): OpsError;

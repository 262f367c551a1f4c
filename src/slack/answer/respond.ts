import type { Http } from '../../context/system.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Content } from '../delivery/deliver.ts';

export interface Response extends Content {
  thread?: string | undefined;
  /** Everybody in the room is to see it, not only whoever asked. */
  isForAll: boolean;
}

/** Answers at the address that came with a press or a command: a few times, for half an hour, in any room. */
export type Respond = (url: string, response: Response) => Promise<void>;

export function createRespond(http: Http): Respond {
  return async (url, { text, blocks, thread, isForAll }) => {
    const body = {
      ...{ text, blocks, response_type: isForAll ? 'in_channel' : 'ephemeral', replace_original: false },
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const { status } = await http(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch((cause: Error) =>
      Promise.reject(new SlackCallError(cause.message, { cause })),
    );
    if (status === 200) return;
    const refusal = status < 500 ? { refusal: `http_${status}` } : {};
    throw new SlackCallError(`Slack did not take the answer: HTTP ${status}`, { ...refusal, cause: undefined });
  };
}

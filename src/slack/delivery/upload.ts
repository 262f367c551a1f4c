import type { Http } from '../../context/system.ts';
import { firstOf } from '../../render/cut.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call } from '../connection/client.ts';
import type { OutputFile } from './output.ts';

export interface UploadTarget {
  channel: string;
  /** The message under which the file stands; undefined where it stands in the room itself. */
  thread: string | undefined;
  title: string;
}

const patience = 120_000;
const longestAlt = 1000;

/** Brings a file's bytes to Slack, where nobody sees them yet. */
export async function uploadBytes(call: Call, http: Http, { name, content, alt }: OutputFile): Promise<string> {
  const { upload_url, file_id } = await call('files.getUploadURLExternal', {
    ...{ filename: name, length: content.size },
    ...(alt === undefined ? {} : { alt_txt: firstOf(alt, longestAlt) }),
  });
  const { status } = await http(String(upload_url), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: content,
    timeout: patience,
  }).catch((cause: Error) => Promise.reject(new SlackCallError(cause.message, { cause })));
  if (status === 200) return String(file_id);
  const refusal = status < 500 ? { refusal: `http_${status}` } : {};
  throw new SlackCallError(`Slack did not take the file: HTTP ${status}`, { ...refusal, cause: undefined });
}

/** Shows them. */
export async function shareFile(call: Call, file: string, { channel, thread, title }: UploadTarget): Promise<true> {
  await call('files.completeUploadExternal', { files: [{ id: file, title }], channel_id: channel, thread_ts: thread });
  return true;
}

/** Whether that was done, though its answer was lost. */
export async function isShared(call: Call, file: string): Promise<true | undefined> {
  try {
    await call('files.info', { file });
    return true;
  } catch (error) {
    if (error instanceof SlackCallError && error.refusal === 'file_not_found') return undefined;
    throw error;
  }
}

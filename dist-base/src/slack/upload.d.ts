import type { Http } from '../context/system.ts';
import type { Call } from './client.ts';
import type { OutputFile } from './output.ts';
export interface UploadTarget {
    channel: string;
    /** The message under which the file stands. */
    thread: string;
    title: string;
}
/** Brings a file's bytes to Slack, where nobody sees them yet. */
export declare function uploadBytes(call: Call, http: Http, { name, content }: OutputFile): Promise<string>;
/** Shows them. */
export declare function shareFile(call: Call, file: string, { channel, thread, title }: UploadTarget): Promise<true>;
/** Whether that was done, though its answer was lost. */
export declare function isShared(call: Call, file: string): Promise<true | undefined>;

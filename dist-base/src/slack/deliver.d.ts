import type { Clock } from '../context/host.ts';
import type { Http } from '../context/system.ts';
import type { Call } from './client.ts';
import { type Posted } from './find.ts';
import type { OutputFile } from './output.ts';
import { type UploadTarget } from './upload.ts';
export interface Content {
    text: string;
    blocks: unknown[];
    /** Nothing more is to come. */
    isFinal?: boolean;
}
/** Where the messages about a run stand. */
export interface Place {
    channel: string;
    thread: string | undefined;
    /** The message that asked for it: the answer is not older. */
    asked: string;
    run: string;
}
/**
 * Waits in line for as long as it takes; throws SlackCallError where Slack says no, or gives no answer for two minutes.
 * `content` is asked for when it goes out, so that the newest does. `over` is aborted once no more is to come, and what
 * is last goes before what is not. Without it, it is the last.
 */
export interface Delivery {
    /** The message's ts. */
    post(place: Place, content: () => Content, over?: AbortSignal): Promise<string>;
    update(place: Place, ts: string, content: () => Content, over?: AbortSignal): Promise<void>;
    /** Seen by that person alone. */
    whisper(channel: string, thread: string | undefined, user: string, content: Content): Promise<void>;
    upload(file: OutputFile, target: UploadTarget): Promise<void>;
    /** The message about the run. */
    find(place: Place): Promise<Posted | undefined>;
    /** Milliseconds until an edit that is not the last may go out. */
    updateWait(): number;
}
/** Messages that arrive once: at the pace that Slack allows, again where that is safe, and never twice. */
export declare function createDelivery(call: Call, http: Http, clock: Clock): Delivery;

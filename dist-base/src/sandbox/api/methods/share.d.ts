import type { Conversation, StoredFile } from '../../state/model.ts';
import type { Spoken } from './method.ts';
export declare function mustHaveThread(room: Conversation, thread: string | undefined): void;
/** Shows files in a room. As in Slack the answer comes first and the message after it. */
export declare function share(context: Spoken, room: Conversation, files: readonly StoredFile[], thread: string | undefined): void;

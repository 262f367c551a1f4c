import type { OpsError } from '../context/errors.ts';
import type { Content, Delivery } from './deliver.ts';
import type { RoomMessage } from './message.ts';
/** The nearest names, to the sender alone. */
export declare function whisperUnknown(delivery: Delivery, message: RoomMessage, { word: typed, suggestions }: {
    word: string;
    suggestions: readonly string[];
}, word: string): Promise<void>;
/** What is wrong with a line that was not run, to the sender alone. */
export declare function whisperRefusal(delivery: Delivery, message: RoomMessage, { message: words, hint }: OpsError): Promise<void>;
/** Words as they are: nothing in them is a mention, a link or a style. */
export declare function literal(said: string): Content;

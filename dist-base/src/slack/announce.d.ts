import type { RunRecord } from '../context/journal.ts';
import type { Delivery } from './deliver.ts';
import { type HandOverParts } from './hand-over.ts';
export interface AnnounceParts extends HandOverParts {
    delivery: Delivery;
}
/**
 * Tells how a run ended whose listener was gone by then: in the message that still says that it runs, which keeps what
 * it shows and gets what came after, and in a new one, since an old message that changes is seen by nobody.
 */
export declare function announce(run: RunRecord, parts: AnnounceParts): Promise<void>;

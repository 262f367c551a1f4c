import type { Random } from '../state/random.ts';
/** What goes wrong between Slack and the app. */
export interface DeliveryFaults {
    /** The share of events that are sent twice at once, with one `event_id`, from 0 to 1. @default 0 */
    duplicate?: number;
    /** The share of events whose first envelope comes once more as it was, acked or not, after five ack timeouts (15 s). @default 0 */
    replay?: number;
    /** Milliseconds that every event is late. @default 0 */
    delayMs?: number;
    /** A connection is cut right after so many envelopes on it; 0 is never. @default 0 */
    dropEvery?: number;
    /** Only events of these types are sent, as if the app subscribed to no others: `['message']` leaves out `app_mention`. @default all */
    only?: readonly string[];
}
export interface Fate {
    sent: boolean;
    copies: number;
    delayMs: number;
    replayed: boolean;
}
export interface DeliveryTrouble {
    set(faults: DeliveryFaults): void;
    clear(): void;
    /** What happens to an event. */
    fateOf(type: string): Fate;
    /** Whether a connection is cut after its so manieth envelope. */
    cutsAfter(envelopes: number): boolean;
}
export declare function checkDeliveryFaults(faults: unknown): void;
export declare function createDeliveryTrouble(randomFor: (purpose: string) => Random): DeliveryTrouble;

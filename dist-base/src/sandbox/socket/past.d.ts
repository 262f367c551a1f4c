/** The latest events that were sent, to be sent again. */
export interface Past {
    add(ts: unknown, payload: string): void;
    about(ts: string): string[];
    acknowledged(payload: string): void;
    /** There were events about it, and each was acknowledged. */
    isDelivered(ts: string): boolean;
}
export declare function createPast(): Past;

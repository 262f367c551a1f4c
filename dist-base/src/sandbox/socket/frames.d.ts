export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';
export declare const disconnectReasons: readonly DisconnectReason[];
export declare const host = "applink-sandbox";
export declare const disconnectFrame: (reason: DisconnectReason) => string;
export interface Hello {
    connections: number;
    appId: string;
    /** Milliseconds. */
    lifetime: number;
    started: number;
}
export declare const helloFrame: ({ connections, appId, lifetime, started }: Hello) => string;
/** An ack is `{"envelope_id": …}`, with or without a payload. Anything else is ignored. */
export declare function readAck(frame: string): {
    id: string;
    payload: unknown;
} | undefined;

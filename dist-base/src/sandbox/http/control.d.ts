import type { IncomingMessage } from 'node:http';
import { type Reply } from '../api/reply.ts';
import type { Sandbox } from '../sandbox.ts';
export interface Control {
    /** The sandbox that is driven, once there is one. */
    drive(sandbox: Sandbox): void;
    serve(request: IncomingMessage, url: URL): Promise<Reply>;
}
export declare function createControl(): Control;

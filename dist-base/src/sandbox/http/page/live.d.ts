import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Person } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
export interface Live {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, person: Person, origin: string): void;
    close(): void;
}
/** The pages that are open, and what each is told. */
export declare function createLive(world: PageWorld, cookie: {
    readonly header: string;
}): Live;

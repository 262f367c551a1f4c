import type { Frame, PageConversation } from '../../page/protocol.ts';
import type { Person } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
export interface Follower {
    world: PageWorld;
    person: Person;
    /** The address that the page has. */
    origin: string;
    /** Takes a frame under a name; it is made when it goes, and a later one of its name takes its place. */
    put(name: string, make: () => Frame | undefined): void;
    /** The conversations that the page knows. */
    known: readonly PageConversation[];
}
/** Puts out what the person may know of each change, until it is stopped. */
export declare function followFor(follower: Follower): () => void;

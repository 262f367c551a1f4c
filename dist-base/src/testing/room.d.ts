import type { Journal } from '../context/journal.ts';
import { type Sandbox } from '../sandbox/server.ts';
import { Line } from './line.ts';
import type { RoomOptions } from './options.ts';
/** Rooms of a Slack on this machine, with the real listener on a project. */
export interface Room extends AsyncDisposable {
    /**
     * A line to type: nothing happens until it is awaited. `ops` before it may be left out.
     *
     * Rejects with a `SandboxError`: `not_found` where there is no such person or channel, `timeout` where the line gets
     * no answer, because it reads like talk, the listener has ended, or the run did not end in time. Its message shows
     * what the room has and what the listener said.
     *
     * @example
     * const answer = await room.say('deploy uat').as('tom').in('#releases');
     */
    say(text: string): Line;
    /** What the room's runs have left: rows and facts, such as deployments. */
    journal: Pick<Journal, 'run' | 'runs' | 'facts' | 'locks'>;
    /** The whole Slack: to say what is no line, edit, react, break things, move the clock. */
    slack: Sandbox;
    /** Ends the listener, with the lines that run, and the Slack; nothing is left. `await using` does it by itself. */
    close(): Promise<void>;
}
export declare function openRoom(options: RoomOptions, program: string): Promise<Room>;

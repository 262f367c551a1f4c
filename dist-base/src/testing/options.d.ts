import type { ChannelOptions, PersonOptions } from '../sandbox/server.ts';
export interface RoomOptions {
    /** The folder that `ops` is started in: it, or one above it, holds the configuration. @default the current folder */
    project?: string;
    /** Who is there; the first one speaks where nobody is named. @default mary and tom */
    people?: readonly (string | PersonOptions)[];
    /** Everybody is in all of them; the first one is spoken in where none is named. @default general and ops */
    channels?: readonly (string | ChannelOptions)[];
    /** Variables for the listener, added to this process's own: what `${env:NAME}` in the configuration refers to. */
    env?: Readonly<Record<string, string>>;
    /** Milliseconds that the listener has to start, and each line to be answered. @default 30000 */
    timeout?: number;
    /** The journal to record in. @default a temporary one, which is gone with the room */
    journal?: string;
}

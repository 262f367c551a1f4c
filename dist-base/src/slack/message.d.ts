import type { Identity } from './client.ts';
/** A message that a person wrote, in the words of `ops`. */
export interface RoomMessage {
    team: string;
    channel: string;
    channelType: 'im' | 'mpim' | 'channel' | 'group';
    ts: string;
    /** The thread it stands in, where it stands in one. */
    thread: string | undefined;
    user: string;
    /** The person's own workspace; another one in a shared channel. */
    userTeam: string;
    text: string;
    blocks: unknown;
}
/** The message of an event, unless it is an edit, a bot's, our own or not a message at all. */
export declare function readMessage(body: Record<string, unknown>, { userId }: Identity): RoomMessage | undefined;
/** What must never run twice. */
export declare function claimOf({ team, channel, ts }: RoomMessage): string;

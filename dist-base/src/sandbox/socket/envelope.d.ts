import type { Clock } from '../state/clock.ts';
import type { SlackEvent } from '../state/events.ts';
import type { Ids } from '../state/ids.ts';
import type { Bot, Team } from '../state/workspace.ts';
interface Sender {
    team: Team;
    bot: Bot;
    clock: Clock;
    ids: Ids;
}
/** What the app gets around an event. Made once: a retry carries the same `event_id`. */
export declare function eventPayload(event: SlackEvent, { team, bot, clock, ids }: Sender): string;
/** For the minute in which there were too many events. There is no event in it. */
export declare function rateLimitedPayload(team: Team, bot: Bot, clock: Clock): string;
export interface EnvelopeDetails {
    id: string;
    type: 'events_api' | 'interactive' | 'slash_commands';
    /** JSON. */
    payload: string;
    attempt: number;
    accepts: boolean;
}
/** One frame. Only events are retried, so only they say which attempt this is. */
export declare function envelope({ id, type, payload, attempt, accepts }: EnvelopeDetails): string;
export {};

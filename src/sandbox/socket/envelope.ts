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
export function eventPayload(event: SlackEvent, { team, bot, clock, ids }: Sender): string {
  const channel = typeof event['channel'] === 'string' ? event['channel'] : 'none';
  return JSON.stringify({
    token: 'sandbox',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: ids.fresh('Ev'),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `1-${event.type}-${team.id}-${bot.appId}-${channel}`,
  });
}

/** For the minute in which there were too many events. There is no event in it. */
export function rateLimitedPayload(team: Team, bot: Bot, clock: Clock): string {
  return JSON.stringify({
    token: 'sandbox',
    type: 'app_rate_limited',
    team_id: team.id,
    minute_rate_limited: Math.floor(clock.now() / 60_000) * 60,
    api_app_id: bot.appId,
  });
}

export interface EnvelopeDetails {
  id: string;
  type: 'events_api' | 'interactive' | 'slash_commands';
  /** JSON. */
  payload: string;
  attempt: number;
  accepts: boolean;
}

/** One frame. Only events are retried, so only they say which attempt this is. */
export function envelope({ id, type, payload, attempt, accepts }: EnvelopeDetails): string {
  const retry =
    type === 'events_api' ? `,"retry_attempt":${attempt},"retry_reason":"${attempt > 0 ? 'timeout' : ''}"` : '';
  return `{"envelope_id":"${id}","payload":${payload},"type":"${type}","accepts_response_payload":${accepts}${retry}}`;
}

import type { Clock } from '../state/clock.ts';
import type { SlackEvent } from '../state/events.ts';
import { freshId } from '../state/ids.ts';
import type { Bot, Team } from '../state/workspace.ts';

/** What the app gets around an event. Made once: a retry carries the same `event_id`. */
export function eventPayload(event: SlackEvent, team: Team, bot: Bot, clock: Clock): string {
  const channel = typeof event['channel'] === 'string' ? event['channel'] : 'none';
  return JSON.stringify({
    token: 'sandbox',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: freshId('Ev'),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `1-${event.type}-${team.id}-${bot.appId}-${channel}`,
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

import { OpsError } from '../../context/errors.ts';
import type { Identity } from './client.ts';
import type { OnEnvelope } from './link.ts';

const hint = 'install it again at https://api.slack.com/apps, and give slack.botToken its new token';

/** Why the app is no part of the workspace any more, where an event says so. */
function departureIn(body: Record<string, unknown>, { teamName, userId }: Identity): OpsError | undefined {
  const event = Object(body['event']);
  if (event.type === 'app_uninstalled') return new OpsError('config', `the app was removed from ${teamName}`, { hint });
  const bots: unknown = Object(event.tokens)['bot'];
  if (event.type !== 'tokens_revoked' || !Array.isArray(bots) || !bots.includes(userId)) return undefined;
  return new OpsError('config', `the token of the bot in ${teamName} was revoked`, { hint });
}

/** Envelopes as they came, and the end of all of them, should one say so. */
export function watchDeparture(
  identity: Identity,
  onEnvelope: OnEnvelope,
): { left: Promise<OpsError>; onEnvelope: OnEnvelope } {
  const { promise: left, resolve } = Promise.withResolvers<OpsError>();
  return {
    left,
    onEnvelope: async (envelope) => {
      await onEnvelope(envelope);
      const departure = envelope.type === 'events_api' ? departureIn(envelope.body, identity) : undefined;
      if (departure !== undefined) resolve(departure);
    },
  };
}

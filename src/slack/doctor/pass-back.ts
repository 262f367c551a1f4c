import type { Respond } from '../answer/respond.ts';
import { literal } from '../answer/whisper.ts';
import type { Envelope } from '../connection/link.ts';

/**
 * A press or a slash command comes once, to one connection: whoever is meant for a listener and came here is told so.
 * A form stays open without an ack, and is sent again.
 */
export async function passBack({ type, body, ack }: Envelope, respond: Respond): Promise<void> {
  const again = literal(
    `! ops doctor was looking at the connection just then: nothing was done\n→ ${type === 'slash_commands' ? 'type it again' : 'press it again'}`,
  );
  if (type === 'slash_commands') return ack({ response_type: 'ephemeral', ...again });
  const url = body['response_url'];
  if (type !== 'interactive' || typeof url !== 'string' || body['type'] === 'view_submission') return;
  await ack();
  await respond(url, { ...again, isForAll: false });
}

import type { Clock } from '../../context/host.ts';
import type { Call } from './client.ts';

const every = 300_000;

/** Asks now and then who the bot is: a token that was revoked would otherwise be found out by the next line. */
export async function keepAsking(call: Call, clock: Clock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(every, signal).catch(() => {});
    if (!signal.aborted) await call('auth.test', {}).catch(() => {});
  }
}

import type { SlackConfig } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { Clock } from '../context/host.ts';
import type { Http } from '../context/system.ts';

/** A Slack on this machine, which `ops sandbox` started. */
export interface LocalSlack {
  /** Its own tokens and address. */
  slack: Pick<SlackConfig, 'appToken' | 'botToken'> & { apiUrl: string };
  /** Resolves, with the reason, once it is there no longer: the next one at its address has other tokens. */
  gone(signal: AbortSignal): Promise<OpsError>;
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;
const hint = 'ops sandbox starts one and prints its address';
const lookEvery = 1000;
const mostMisses = 3;

/** Asks the sandbox at an address how to connect to it. */
export async function findLocalSlack(address: string, http: Http, clock: Clock): Promise<LocalSlack> {
  const origin = originOf(address);
  const control = `${origin}/control`;
  const { status, text } = await http(control);
  const { appToken, botToken } = status === 200 ? tokensOf(text) : {};
  if (typeof appToken !== 'string' || typeof botToken !== 'string') {
    throw new OpsError('unavailable', `there is no sandbox at ${origin}: ${control} answers ${status}`, { hint });
  }
  return {
    slack: { appToken, botToken, apiUrl: `${origin}/api/` },
    gone: async (signal) => {
      for (let misses = 0; misses < mostMisses; ) {
        await clock.sleep(lookEvery, signal);
        misses = await http(control, { signal }).then(
          () => 0,
          () => misses + 1,
        );
      }
      return new OpsError('unavailable', `the sandbox at ${origin} has ended`);
    },
  };
}

/** Tokens and lines go there: it must be this machine. */
function originOf(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol === 'http:' && loopback.test(url.hostname)) return url.origin;
  const shown = url === null ? address : url.origin;
  throw new OpsError('usage', `--sandbox takes the address of a Slack on this machine, and ${shown} is not one`, {
    hint: 'such as http://127.0.0.1:8400; another Slack stands under "slack" in the configuration',
  });
}

function tokensOf(text: string): { appToken?: unknown; botToken?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

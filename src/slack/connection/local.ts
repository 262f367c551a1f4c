import type { SlackConfig } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { Http, HttpOptions } from '../../context/system.ts';

/** A Slack on this machine, which `ops sandbox` started. */
export interface LocalSlack {
  /** Its own tokens and address. */
  slack: Tokens & { apiUrl: string };
  /** Its people by name, each with the id that the configuration would write: `T…/U…`. */
  people: Readonly<Record<string, string>>;
  /** Resolves once it is there no longer: with the one that was started in its place, or with the reason. */
  gone(signal: AbortSignal): Promise<LocalSlack | OpsError>;
  /** The one that was started in its place, where it refuses these tokens. */
  successor(): Promise<LocalSlack | undefined>;
}

type Tokens = Pick<SlackConfig, 'appToken' | 'botToken'>;

interface Described extends Tokens {
  people: Readonly<Record<string, string>>;
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
  const described = status === 200 ? describedIn(text) : undefined;
  if (described !== undefined) return localSlack(origin, described, http, clock);
  throw new OpsError('unavailable', `there is no sandbox at ${origin}: ${control} answers ${status}`, { hint });
}

function localSlack(origin: string, { people, ...tokens }: Described, http: Http, clock: Clock): LocalSlack {
  const control = `${origin}/control`;
  /** Who is there now: it, another one with tokens of its own, or nobody. */
  const look = async (options?: HttpOptions): Promise<'same' | LocalSlack | undefined> => {
    const { status, text } = await http(control, options);
    const now = status === 200 ? describedIn(text) : undefined;
    if (now === undefined) return undefined;
    return now.appToken === tokens.appToken ? 'same' : localSlack(origin, now, http, clock);
  };
  return {
    slack: { ...tokens, apiUrl: `${origin}/api/` },
    people,
    gone: async (signal) => {
      for (let misses = 0; misses < mostMisses; ) {
        await clock.sleep(lookEvery, signal);
        const found = await look({ signal }).catch(() => undefined);
        if (typeof found === 'object') return found;
        misses = found === 'same' ? 0 : misses + 1;
      }
      return new OpsError('unavailable', `the sandbox at ${origin} has ended`);
    },
    successor: async () => {
      const found = await look().catch(() => undefined);
      return typeof found === 'object' ? found : undefined;
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

function describedIn(text: string): Described | undefined {
  try {
    const { appToken, botToken, team, people } = Object(JSON.parse(text));
    if (typeof appToken !== 'string' || typeof botToken !== 'string') return undefined;
    return { appToken, botToken, people: peopleOf(team, people) };
  } catch {
    return undefined;
  }
}

function peopleOf(team: unknown, people: unknown): Record<string, string> {
  const { id } = Object(team);
  if (!Array.isArray(people)) return {};
  return Object.fromEntries(people.map((person) => [String(Object(person).name), `${id}/${Object(person).id}`]));
}

import { channelNamed } from '../state/conversations.ts';
import { checkFields } from '../state/fields.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Args, optionalText } from './args.ts';
import { mustBeMethod } from './methods/every.ts';

const minute = 60_000;
/** A room takes a message a second, and this many at once when it was quiet. */
const burst = 5;

const [few, some, many, most] = [20, 50, 100, 300];

/** Calls a minute: https://docs.slack.dev/apis/web-api/rate-limits. A method that is not here has no limit. */
export const slackLimits: Readonly<Record<string, number>> = {
  'apps.connections.open': some,
  'assistant.threads.setStatus': many,
  'auth.test': most,
  'chat.appendStream': many,
  'chat.delete': some,
  'chat.getPermalink': many,
  'chat.postEphemeral': many,
  'chat.postMessage': most,
  'chat.startStream': few,
  'chat.stopStream': few,
  'chat.update': some,
  'conversations.history': some,
  'conversations.info': some,
  'conversations.join': some,
  'conversations.list': few,
  'conversations.members': many,
  'conversations.open': some,
  'conversations.replies': some,
  'conversations.setPurpose': few,
  'conversations.setTopic': few,
  'emoji.list': few,
  'files.completeUploadExternal': many,
  'files.getUploadURLExternal': many,
  'files.info': many,
  'reactions.add': some,
  'reactions.get': some,
  'reactions.remove': few,
  'team.info': some,
  'usergroups.list': few,
  'usergroups.users.list': few,
  'usergroups.users.update': few,
  'users.info': many,
  'users.list': few,
  'users.lookupByEmail': some,
  'views.open': many,
  'views.publish': many,
  'views.push': many,
  'views.update': many,
};

export interface Limits {
  /** Counts a call. Seconds to wait where it is one too many, and then it does not count. */
  take(token: string | undefined, method: string, args: Args): number | undefined;
  /** Sets others, and counts anew. */
  set(wanted: LimitOptions): void;
}

interface Window {
  began: number;
  calls: number;
}

const wait = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));

export type LimitOptions = boolean | Readonly<Record<string, number>> | undefined;

function limitsFor(wanted: LimitOptions): Readonly<Record<string, number>> {
  if (typeof wanted === 'boolean' || wanted === undefined) return wanted ? slackLimits : {};
  checkFields('limits', wanted, Object.fromEntries(Object.keys(Object(wanted)).map((method) => [method, 'count'])));
  for (const method of Object.keys(wanted)) mustBeMethod(method);
  return wanted;
}

/** Rate limits as Slack's: for each method and each token a minute at a time, and for each room a message a second. */
export function createLimits(workspace: Workspace, options: LimitOptions): Limits {
  let limits = limitsFor(options);
  let wanted = options;
  const windows = new Map<string, Window>();
  /** When a room will have had a second for each of its messages. */
  const paid = new Map<string, number>();
  const windowFor = (key: string, now: number): Window => {
    const window = windows.get(key);
    if (window && now - window.began < minute) return window;
    const fresh = { began: now, calls: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  const room = (token: string, channel: string, now: number): { key: string; from: number } => {
    const key = `${token} ${channelNamed(workspace, channel.replace(/^#/u, ''))?.id ?? channel}`;
    return { key, from: Math.max(paid.get(key) ?? 0, now) };
  };
  return {
    set(others) {
      limits = limitsFor(others);
      wanted = others;
      windows.clear();
      paid.clear();
    },
    take(token, method, args) {
      const limit = Object.hasOwn(limits, method) ? limits[method] : undefined;
      if (limit === undefined || token === undefined || !workspace.callers.has(token)) return undefined;
      const now = workspace.clock.now();
      const window = windowFor(`${token} ${method}`, now);
      if (window.calls >= limit) return wait(window.began + minute - now);
      const channel = optionalText(args, 'channel');
      if (wanted === true && method === 'chat.postMessage' && channel !== undefined) {
        const { key, from } = room(token, channel, now);
        const over = from + 1000 - (now + burst * 1000);
        if (over > 0) return wait(over);
        paid.set(key, from + 1000);
      }
      window.calls += 1;
      return undefined;
    },
  };
}

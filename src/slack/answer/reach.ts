import type { Journal, RunRecord } from '../../context/journal.ts';
import type { Ask } from '../ask/ask.ts';
import { questionIn } from '../ask/buttons.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Delivery } from '../delivery/deliver.ts';
import type { Respond } from './respond.ts';
import { literal } from './whisper.ts';

/** What was asked in a room is answered there, whether the app is in it or not. */
export function deliveryTo(
  { responseUrl: url }: Pick<Ask, 'responseUrl'>,
  { delivery, respond }: { delivery: Delivery; respond: Respond },
  onAbsent?: ReachOptions['onAbsent'],
): Delivery {
  return url === undefined ? delivery : reaching({ delivery, respond, url, ...(onAbsent && { onAbsent }) });
}

/** What Slack says of rooms that the app is not in. */
const absent: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel']);
/** The fact that keeps the address for answers. Its subject is the run. */
const addressKind = 'response address';

export interface ReachOptions {
  delivery: Delivery;
  respond: Respond;
  url: string;
  /** Called once, when the app turns out not to be in the room. */
  onAbsent?(): Promise<void>;
}

/**
 * Reaches a room that the app is not in, through the address that came with what was asked: that one takes a few
 * answers and no edits, so that only what a run asks is told, and its end.
 */
export function reaching({ delivery, respond, url, onAbsent = async () => {} }: ReachOptions): Delivery {
  let told: Promise<void> | undefined;
  let asked: string | undefined;
  const elsewhere = async <Result>(usual: () => Promise<Result>, response: () => Promise<Result>): Promise<Result> => {
    if (told !== undefined) return response();
    try {
      return await usual();
    } catch (error) {
      if (!(error instanceof SlackCallError) || !absent.has(error.refusal ?? '')) throw error;
    }
    return response();
  };
  return {
    ...delivery,
    find: (place) =>
      elsewhere(
        () => delivery.find(place),
        async () => undefined,
      ),
    post: (place, content, over) =>
      elsewhere<string | undefined>(
        () => delivery.post(place, content, over),
        async () => {
          const now = content();
          const question = questionIn(now.blocks);
          const isNews = now.isFinal === true || over === undefined || (question !== undefined && question !== asked);
          asked = question;
          told ??= isNews ? Promise.resolve() : onAbsent().catch(() => {});
          await told;
          if (isNews) await respond(url, { ...now, thread: place.thread, isForAll: true });
          return undefined;
        },
      ),
    whisper: (channel, thread, user, content) =>
      elsewhere(
        () => delivery.whisper(channel, thread, user, content),
        () => respond(url, { ...content, thread, isForAll: false }),
      ),
  };
}

/** What whoever asked is told where the app is not in the room, and only the end can be shown. */
export const absence = (line: string, bot: string) =>
  literal(`! ops is not in this channel: what ${line} says comes when it has ended\n→ /invite @${bot}`);

/** Keeps the address for whoever tells of the run, should that be another listener. */
export async function keepAddress(journal: Journal, { id, actor }: RunRecord, url: string, at: Date): Promise<void> {
  await journal.record({ run: id, kind: addressKind, subject: id, data: { url }, at, actor });
}

export async function keptAddress(journal: Journal, run: string): Promise<string | undefined> {
  const [kept] = await journal.facts({ kind: addressKind, subject: run, limit: 1 });
  return typeof kept?.data['url'] === 'string' ? kept.data['url'] : undefined;
}

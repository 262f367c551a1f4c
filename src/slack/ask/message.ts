import type { AttachedFile } from '../../context/file-input.ts';
import type { Identity } from '../connection/client.ts';

/** A message that a person wrote, in the words of `ops`. */
export interface RoomMessage {
  team: string;
  channel: string;
  channelType: 'im' | 'mpim' | 'channel' | 'group';
  ts: string;
  /** The thread it stands in, where it stands in one. */
  thread: string | undefined;
  user: string;
  /** The person's own workspace; another one in a shared channel. */
  userTeam: string;
  text: string;
  blocks: unknown;
  /** When it was edited, where its edit is what is to run. */
  edit?: string;
  /** What is attached to it. */
  files: readonly AttachedFile[];
}

/** https://docs.slack.dev/reference/events/message: those subtypes are still somebody's own new words. */
const spoken: ReadonlySet<unknown> = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** It speaks for others: reminders, answers, what a workflow sends. */
const slackbot = 'USLACKBOT';

/**
 * The message of an event, unless it is an edit, a bot's, our own or not a message at all. What any app posts has
 * a `bot_id`, also where it speaks with a person's token.
 */
export function readMessage(body: Record<string, unknown>, { userId }: Identity): RoomMessage | undefined {
  const event = body.event as Record<string, unknown> | undefined;
  if (event === undefined || (event.type !== 'message' && event.type !== 'app_mention')) return undefined;
  const { user, bot_id, channel, ts, text, thread_ts, team, user_team, channel_type, subtype, edited, blocks } = event;
  if (!spoken.has(subtype) || isGiven(edited) || isGiven(bot_id)) return undefined;
  if (typeof user !== 'string' || user === userId || user === slackbot) return undefined;
  if (typeof channel !== 'string' || typeof ts !== 'string' || typeof body.team_id !== 'string') return undefined;
  return {
    team: body.team_id,
    channel,
    channelType: kindOf(channel, channel_type),
    ts,
    thread: typeof thread_ts === 'string' && thread_ts !== ts ? thread_ts : undefined,
    user,
    userTeam: [user_team, team, body.team_id].find((id) => typeof id === 'string') as string,
    text: typeof text === 'string' ? text : '',
    blocks,
    files: readFiles(event.files),
  };
}

const mostFiles = 20;

/** What is known of the files of a message. */
export function readFiles(files: unknown): AttachedFile[] {
  if (!Array.isArray(files)) return [];
  return files.slice(0, mostFiles).flatMap((file) => {
    const { id, name, mimetype, size } = Object(file) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof name !== 'string') return [];
    return [{ id, name, type: typeof mimetype === 'string' ? mimetype : '', size: Number(size) || 0 }];
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** An `app_mention` has no channel_type. */
function kindOf(channel: string, type: unknown): RoomMessage['channelType'] {
  if (type === 'im' || type === 'mpim' || type === 'group' || type === 'channel') return type;
  return channel.startsWith('D') ? 'im' : 'channel';
}

/** What must never run twice. */
export function claimOf({ team, channel, ts, edit }: RoomMessage): string {
  return ['slack', team, channel, ts, ...(edit === undefined ? [] : [edit])].join(':');
}

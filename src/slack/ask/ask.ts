import type { AttachedFile } from '../../context/file-input.ts';
import type { RoomOrigin } from '../../context/host.ts';
import type { RunRecord } from '../../context/journal.ts';
import type { Addressed } from '../words/address.ts';
import { claimOf, type RoomMessage } from './message.ts';

/** Somebody who asks for something in a room, whatever the way. */
export interface Ask {
  team: string;
  channel: string;
  channelType: RoomMessage['channelType'];
  /** The message that asks; of a button, the one that it stands in. A slash command has none. */
  ts: string | undefined;
  /** The thread that the answer stands in. */
  thread: string | undefined;
  user: string;
  /** The person's own workspace; another one in a shared channel. */
  userTeam: string;
  way: 'message' | 'command' | 'shortcut' | 'button' | 'form';
  /** When it was asked, where Slack says so. */
  at: string | undefined;
  /** What must never run twice. */
  claim: string;
  /** What is attached to the message that is the line. */
  files?: readonly AttachedFile[];
  /** Takes a few answers for half an hour, even where the app is no member. */
  responseUrl: string | undefined;
}

/** What is asked for: a line, or why it is none. */
export interface Request {
  ask: Ask;
  address: Exclude<Addressed, { kind: 'talk' }>;
}

/** What whoever pressed or submitted is told with the ack. */
export interface Reply {
  reply: object;
}

export type Fields = Readonly<Record<string, unknown>>;

export function askOf(message: RoomMessage): Ask {
  const { text: _, blocks: __, ...said } = message;
  return { ...said, way: 'message', at: said.ts, claim: claimOf(message), responseUrl: undefined };
}

/** As the journal keeps it. */
export function originOf({ team, channel, ts, thread, way, at, files = [] }: Ask): RoomOrigin {
  return {
    ...{ type: 'room', team, channel },
    ...(ts === undefined ? {} : { message: ts }),
    ...(thread === undefined ? {} : { thread }),
    ...(way === 'message' ? {} : { way }),
    ...(way === 'button' && at !== undefined ? { pressed: at } : {}),
    // A run that is asked for again finds them here.
    ...(files.length === 0 ? {} : { files }),
  };
}

/** Who asked for a run, and where, as the journal knows it. */
export function askAbout({ id, actor, origin }: RunRecord, responseUrl: string | undefined): Ask {
  if (origin.type !== 'room') throw new Error(`the run ${id} was not typed in a room`);
  const { team, channel, message: ts, thread, way = 'message', files = [] } = origin;
  const [, userTeam = '', user = ''] = actor.id.split(':');
  const channelType = channel.startsWith('D') ? 'im' : 'channel';
  return {
    ...{ team, channel, channelType, ts, thread, user, userTeam, way, files, responseUrl },
    ...{ at: undefined, claim: `run:${id}` },
  };
}

export function personId({ userTeam, user }: Pick<Ask, 'user' | 'userTeam'>): string {
  return `slack:${userTeam}:${user}`;
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The text of a field; undefined where it is missing or anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

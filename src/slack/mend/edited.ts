import { type RoomMessage, readMessage } from '../ask/message.ts';
import type { Identity } from '../connection/client.ts';
import type { TypedText } from '../words/words.ts';

/** A message that its author has changed. */
export interface Edit {
  /** As it is now. */
  message: RoomMessage & { edit: string };
  before: TypedText;
}

/** Milliseconds within which an edit mends what was typed. */
const longest = 10 * 60_000;

/**
 * An author's own edit of the words of a message. Links that unfold, and what others do to a message, change no words.
 * https://docs.slack.dev/reference/events/message/message_changed
 */
export function readEdit(body: Record<string, unknown>, identity: Identity): Edit | undefined {
  const event = asRecord(body.event);
  if (event?.type !== 'message' || event.subtype !== 'message_changed') return undefined;
  const { channel, channel_type } = event;
  const [now, before] = [asRecord(event.message), asRecord(event.previous_message)];
  if (now === undefined || before === undefined || now.text === before.text) return undefined;
  const message = readEdited({ team: body.team_id, channel, channelType: channel_type, message: now }, identity);
  if (message === undefined || Number(message.edit) * 1000 - Number(message.ts) * 1000 > longest) return undefined;
  return { message, before: { text: typeof before.text === 'string' ? before.text : '', blocks: before.blocks } };
}

export interface Shown {
  team: unknown;
  channel: unknown;
  channelType?: unknown;
  message: Record<string, unknown>;
}

/** A message as Slack shows it, where its author edited it. */
export function readEdited(
  { team, channel, channelType, message }: Shown,
  identity: Identity,
): (RoomMessage & { edit: string }) | undefined {
  const { edited, ...written } = message;
  const { user, ts: edit } = asRecord(edited) ?? {};
  const event = { ...written, type: 'message', channel, channel_type: channelType };
  const read = readMessage({ team_id: team, event }, identity);
  return read === undefined || user !== read.user || typeof edit !== 'string' ? undefined : { ...read, edit };
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

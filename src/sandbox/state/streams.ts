import { type Chunk, textOf, withChunks } from './chunks.ts';
import { SlackError } from './errors.ts';
import { changedEvent } from './events.ts';
import { messageAt, replaceMessage } from './messages.ts';
import type { Conversation, Json, Message, Speaker, Stream } from './model.ts';
import { nameBlocks } from './name-blocks.ts';
import { post, tell } from './posting.ts';
import type { Workspace } from './workspace.ts';

const lifetime = 5 * 60_000;

/** What a call adds to a stream. `mode` is undefined when it brings nothing. */
export interface Addition {
  mode?: Stream['mode'];
  chunks: readonly Chunk[];
}

export interface Beginning extends Addition {
  thread: string;
  display: Stream['display'];
}

const keyOf = (conversation: Conversation, ts: string): string => `${conversation.id}/${ts}`;

const isLive = ({ streams, clock }: Workspace, key: string): boolean => {
  const stream = streams.get(key);
  return stream !== undefined && stream.stoppedBy === undefined && stream.until > clock.now();
};

/** The message still takes more. */
export const isStreaming = (workspace: Workspace, conversation: Conversation, ts: string): boolean =>
  isLive(workspace, keyOf(conversation, ts));

/** Everything that a stream says, as a message says it. */
function said(
  { ids }: Workspace,
  message: Partial<Message>,
  { chunks }: Addition,
  display: Stream['display'],
  more: readonly Json[] = [],
): Pick<Message, 'text' | 'blocks'> {
  const blocks = nameBlocks([...withChunks(message.blocks ?? [], chunks, display), ...more], ids.short);
  return { text: textOf(blocks), ...(blocks.length > 0 ? { blocks } : {}) };
}

/** Begins a message that grows. It ends by itself five minutes later. */
export function beginStream(
  workspace: Workspace,
  conversation: Conversation,
  speaker: Speaker,
  wanted: Beginning,
): Message {
  const { thread, display, mode } = wanted;
  const content = { ...said(workspace, {}, wanted, display), streaming_state: 'in_progress' } as const;
  const message = post(workspace, conversation, speaker, content, { thread });
  const stream: Stream = {
    ...{ conversation: conversation.id, ts: message.ts, thread: message.thread_ts ?? thread, display },
    until: workspace.clock.now() + lifetime,
    ...(mode ? { mode } : {}),
  };
  workspace.streams.set(keyOf(conversation, message.ts), stream);
  expireLater(workspace, conversation, stream);
  return message;
}

function mustTake(stream: Stream, { mode }: Addition): void {
  if (stream.mode && mode && stream.mode !== mode) throw new SlackError('streaming_mode_mismatch');
}

/** The stream behind a message; throws Slack's reason for why it takes no more. */
function streamOf(workspace: Workspace, conversation: Conversation, ts: string): Stream {
  const key = keyOf(conversation, ts);
  const stream = workspace.streams.get(key);
  if (!stream || stream.until <= workspace.clock.now()) throw new SlackError('message_not_in_streaming_state');
  return stream;
}

/** More of a message. As with Slack, the app hears of it when the stream ends, not of each piece. */
export function appendToStream(
  workspace: Workspace,
  conversation: Conversation,
  message: Message,
  addition: Addition,
): void {
  const stream = streamOf(workspace, conversation, message.ts);
  if (stream.stoppedBy !== undefined) throw new SlackError('stopped_by_user');
  mustTake(stream, addition);
  const { mode = stream.mode } = addition;
  workspace.streams.set(keyOf(conversation, message.ts), { ...stream, ...(mode ? { mode } : {}) });
  replaceMessage(workspace, conversation, { ...message, ...said(workspace, message, addition, stream.display) });
}

/** The message has all that it will have; the app is told. */
function settle(workspace: Workspace, conversation: Conversation, after: Message): Message {
  const { blocks: _, metadata: __, ...bare } = after;
  const before: Message = { ...bare, text: '', streaming_state: 'in_progress' };
  replaceMessage(workspace, conversation, after);
  tell(workspace, conversation, changedEvent(conversation, before, after, workspace.clock.ts()));
  return after;
}

/** The app ends the stream; it may do so after a person stopped it, but adds no words then. */
export function endStream(
  workspace: Workspace,
  conversation: Conversation,
  message: Message,
  addition: Addition,
  ending: { blocks: readonly Json[]; metadata?: Json },
): Message {
  const stream = streamOf(workspace, conversation, message.ts);
  if (stream.stoppedBy !== undefined && addition.chunks.length > 0) throw new SlackError('stopped_by_user');
  mustTake(stream, addition);
  workspace.streams.delete(keyOf(conversation, message.ts));
  return settle(workspace, conversation, {
    ...message,
    ...said(workspace, message, addition, stream.display, ending.blocks),
    ...(ending.metadata ? { metadata: ending.metadata } : {}),
    streaming_state: 'completed',
  });
}

function expire(workspace: Workspace, conversation: Conversation, { ts }: Stream): void {
  const key = keyOf(conversation, ts);
  const stream = workspace.streams.get(key);
  if (!stream || stream.until > workspace.clock.now()) return;
  workspace.streams.delete(key);
  const message = messageAt(conversation, ts);
  if (message?.streaming_state !== 'in_progress') return;
  settle(workspace, conversation, { ...message, streaming_state: 'errored' });
}

const expireLater = (workspace: Workspace, conversation: Conversation, stream: Stream): void =>
  void workspace.clock.timer(Math.max(0, stream.until - workspace.clock.now()), () =>
    expire(workspace, conversation, stream),
  );

/** Sets the ends of streams that were there before this process. */
export function resumeStreams(workspace: Workspace): void {
  for (const stream of workspace.streams.values()) {
    const conversation = workspace.conversations.get(stream.conversation);
    if (conversation) expireLater(workspace, conversation, stream);
  }
}

/** A person stops what the app is saying in the thread of the message, and the app is asked to stop its work. */
export function stopStream(
  workspace: Workspace,
  conversation: Conversation,
  person: { readonly id: string },
  ts: string,
): void {
  if (!isStreaming(workspace, conversation, ts)) throw new SlackError('message_not_in_streaming_state');
  const { thread } = streamOf(workspace, conversation, ts);
  const live = [...workspace.streams].filter(
    ([key, stream]) => stream.conversation === conversation.id && stream.thread === thread && isLive(workspace, key),
  );
  for (const [key, stream] of live) {
    workspace.streams.set(key, { ...stream, stoppedBy: person.id });
    const message = messageAt(conversation, stream.ts);
    if (message) settle(workspace, conversation, { ...message, streaming_state: 'completed' });
  }
  tell(workspace, conversation, {
    type: 'agent_session_stopped',
    channel: conversation.id,
    user: person.id,
    thread_ts: thread,
    streaming_message_ts: live.map(([, stream]) => stream.ts),
    event_ts: workspace.clock.ts(),
  });
}

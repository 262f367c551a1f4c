import { describe, expect, it } from 'vitest';
import type { SlackEvent } from '../../../../src/sandbox/state/events.ts';
import { messageAt } from '../../../../src/sandbox/state/messages.ts';
import type { Conversation, Message } from '../../../../src/sandbox/state/model.ts';
import { post } from '../../../../src/sandbox/state/posting.ts';
import {
  appendToStream,
  beginStream,
  endStream,
  resumeStreams,
  stopStream,
} from '../../../../src/sandbox/state/streams.ts';
import { createWorkspace, type Workspace } from '../../../../src/sandbox/state/workspace.ts';

interface Room {
  workspace: Workspace;
  conversation: Conversation;
  events: SlackEvent[];
  begin(): Message;
}

function room(): Room {
  const events: SlackEvent[] = [];
  const delivery = {
    ...{ add() {}, remove() {}, acknowledge() {}, close() {}, redeliver: () => 0 },
    event: (event: SlackEvent) => void events.push(event),
    interactive: async () => ({ acked: false }),
  };
  const workspace = createWorkspace({ channels: ['ops'], time: 1_700_000_000_000 }, (() => delivery) as never);
  const conversation = [...workspace.conversations.values()][0] ?? expect.fail();
  const person = { kind: 'person', userId: workspace.people[0]?.id ?? '' } as const;
  const { ts: thread } = post(workspace, conversation, person, { text: 'go' });
  const bot = { kind: 'bot', userId: workspace.bot.userId } as const;
  const begin = () => beginStream(workspace, conversation, bot, { thread, display: 'timeline', chunks: [] });
  return { workspace, conversation, events, begin };
}

const words = (text: string) => ({ mode: 'text', chunks: [{ type: 'markdown_text', text }] }) as const;

describe('a person who presses stop', () => {
  it('ends all that the app streams in the thread, and the app is told', () => {
    const { workspace, conversation, events, begin } = room();
    const [one, two] = [begin(), begin()];
    stopStream(workspace, conversation, { id: 'U1' }, one.ts);
    expect(messageAt(conversation, one.ts)?.streaming_state).toBe('completed');
    expect(messageAt(conversation, two.ts)?.streaming_state).toBe('completed');
    expect(events.at(-1)).toMatchObject({
      type: 'agent_session_stopped',
      channel: conversation.id,
      user: 'U1',
      thread_ts: one.thread_ts,
      streaming_message_ts: [one.ts, two.ts],
    });
  });

  it('lets the app end the message, but not add to it', () => {
    const { workspace, conversation, begin } = room();
    const message = begin();
    stopStream(workspace, conversation, { id: 'U1' }, message.ts);
    const stopped = messageAt(conversation, message.ts) ?? expect.fail();
    expect(() => appendToStream(workspace, conversation, stopped, words('x'))).toThrow('stopped_by_user');
    expect(() => endStream(workspace, conversation, stopped, words('x'), { blocks: [] })).toThrow('stopped_by_user');
    expect(endStream(workspace, conversation, stopped, { chunks: [] }, { blocks: [] }).streaming_state).toBe(
      'completed',
    );
    expect(() => stopStream(workspace, conversation, { id: 'U1' }, message.ts)).toThrow(
      'message_not_in_streaming_state',
    );
  });
});

describe('a stream of an earlier process', () => {
  it('ends when its time is over', () => {
    const { workspace, conversation, begin } = room();
    const message = begin();
    workspace.clock.close();
    resumeStreams(workspace);
    workspace.clock.advance(5 * 60_000);
    expect(messageAt(conversation, message.ts)?.streaming_state).toBe('errored');
    expect(workspace.streams.size).toBe(0);
  });
});

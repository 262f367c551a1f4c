import { useEffect, useMemo } from 'preact/hooks';
import { usePage } from '../page.ts';
import type { PageConversation } from '../protocol.ts';
import { Announcer } from './announcer.tsx';
import { Intro } from './intro.tsx';
import { ListRow } from './list-row.tsx';
import { loadHistory, sentenceFor } from './load.ts';
import { MessageList } from './message-list.tsx';
import { signedTitle } from './names.ts';
import type { Edge, Room } from './room-messages.ts';
import { rowsOf } from './rows.ts';
import { useKnown, useShell } from './shell-context.ts';
import { MessagesSkeleton } from './skeleton.tsx';
import { usePending } from './use-pending.ts';
import { type Reading, useReading } from './use-reading.ts';

/** The message that the address points at, if it stands at the room's root. */
function useTarget(): string | undefined {
  const { at, thread } = useShell().route;
  return thread === undefined || thread === at ? at : undefined;
}

/** Whoever goes on to the newest messages is done with the one that the address points at. */
function useLeaveTarget(): () => void {
  const { route, go } = useShell();
  return () => {
    const { at, ...rest } = route;
    if (at !== undefined) go(rest, true);
  };
}

/** Loads what is looked at, and loads it again when something may have been missed. */
function useLoaded({ id, isMember }: PageConversation, target: string | undefined): Room | undefined {
  const { me, tell } = usePage();
  const { store } = useShell();
  const room = useKnown((known) => known.rooms[id]);
  const isMissing = target !== undefined && room !== undefined && !room.messages.some(({ ts }) => ts === target);
  const isWanted = isMember && (room === undefined || room.stale || isMissing);
  useEffect(() => {
    if (!isWanted) return;
    const load =
      target === undefined ? loadHistory(store, me.id, id, 'newest') : loadHistory(store, me.id, id, 'around', target);
    load.catch((error) => tell(sentenceFor(error)));
    // A link to a message that is gone must not load over and over.
  }, [isWanted, target, store, me.id, id, tell]);
  return room;
}

function Loaded({
  conversation,
  room,
  target,
  reading,
}: {
  conversation: PageConversation;
  room: Room;
  target: string | undefined;
  reading: Reading;
}) {
  const { me, state, tell, openThread } = usePage();
  const { store, editing } = useShell();
  const leaveTarget = useLeaveTarget();
  const { id } = conversation;
  const { messages, older, newer } = room;
  const pending = usePending(id, undefined);
  const { newAfter } = reading;
  const rows = useMemo(
    () => rowsOf(messages, { pending, isWhole: !older, newAfter, me: me.id }),
    [messages, pending, older, newAfter, me.id],
  );
  const load = (edge: Edge, at?: string): void => {
    loadHistory(store, me.id, id, edge, at).catch((error) => tell(sentenceFor(error)));
  };
  return (
    <>
      <MessageList
        key={room.stretch}
        label={`Messages in ${signedTitle(state, conversation)}`}
        {...{ rows, older, newer, at: target, fresh: conversation.unread }}
        kept={editing?.channel === id ? editing.ts : undefined}
        onOlder={() => load('before', messages[0]?.ts)}
        onNewer={() => load('after', messages.at(-1)?.ts)}
        onLatest={() => {
          leaveTarget();
          load('newest');
        }}
        onBottom={reading.setAtBottom}
        onOpen={({ message }) =>
          message?.ephemeralTo === undefined && message && openThread(id, message.thread_ts ?? message.ts)
        }
        draw={(row, isActive) => (
          <ListRow
            key={row.key}
            {...{ row, isActive }}
            channel={id}
            at={target}
            intro={<Intro conversation={conversation} />}
          />
        )}
      />
      <Announcer messages={messages} newer={newer} />
    </>
  );
}

/** Whether the newest messages come into sight by themselves. What is being edited stays there instead. */
function useShown({ id }: PageConversation, room: Room | undefined): boolean {
  const { editing } = useShell();
  const isEdited = editing?.channel === id && room?.messages.some(({ ts }) => ts === editing.ts);
  return room !== undefined && !room.newer && !isEdited;
}

/** What was said in a room. */
export function RoomMessages({ conversation }: { conversation: PageConversation }) {
  const { me } = usePage();
  const target = useTarget();
  const room = useLoaded(conversation, target);
  const reading = useReading(conversation, me.id, useShown(conversation, room));
  const leaveTarget = useLeaveTarget();
  const hasSpoken = usePending(conversation.id, undefined).length > 0;
  useEffect(() => {
    if (!hasSpoken) return;
    reading.caughtUp();
    leaveTarget();
  }, [hasSpoken]);
  if (!conversation.isMember) {
    return (
      <div class="list list-empty">
        <Intro conversation={conversation} />
      </div>
    );
  }
  if (!room) return <MessagesSkeleton />;
  return <Loaded {...{ conversation, room, target, reading }} />;
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Composer } from '../composer/composer.tsx';
import { usePage } from '../page.ts';
import { IconButton } from '../parts/icon-button.tsx';
import type { PageConversation } from '../protocol.ts';
import { type Thread, threadKey } from '../store.ts';
import { Announcer } from './announcer.tsx';
import { BackButton } from './header.tsx';
import { ListRow } from './list-row.tsx';
import { loadThread, sentenceFor } from './load.ts';
import { MessageList } from './message-list.tsx';
import { signedTitle } from './names.ts';
import { rowsOf } from './rows.ts';
import { useKnown, useShell } from './shell-context.ts';
import { MessagesSkeleton } from './skeleton.tsx';
import { StatusLine } from './status-line.tsx';
import { useFocused } from './use-focused.ts';
import { useFresh } from './use-fresh.ts';
import { usePaneFocus } from './use-pane-focus.ts';
import { usePending } from './use-pending.ts';

interface ThreadPaneProps {
  conversation: PageConversation;
  thread: string;
}

function useClose(): () => void {
  const { route, go } = useShell();
  return () => {
    const { thread: _, at: __, ...rest } = route;
    go(rest);
  };
}

function useThread({ id }: PageConversation, thread: string): Thread | undefined {
  const { me, tell } = usePage();
  const { store } = useShell();
  const known = useKnown(({ threads }) => threads[threadKey(id, thread)]);
  const isWanted = known === undefined || known.stale;
  const close = useClose();
  useEffect(() => {
    if (!isWanted) return;
    loadThread(store, me.id, id, thread).catch((error) => {
      tell(sentenceFor(error));
      close();
    });
  }, [isWanted, store, me.id, id, thread, tell]);
  return known;
}

/** What is looked at is not unread any more. */
function useSeen(channel: string, thread: string, messages: Thread['messages'], isAtBottom: boolean): void {
  const { store } = useShell();
  const isWatching = useFocused() && isAtBottom;
  const ts = messages.at(-1)?.ts;
  useEffect(() => {
    if (isWatching && ts !== undefined) store.dispatch({ type: 'seen', channel, thread, ts });
  }, [store, channel, thread, ts, isWatching]);
}

const nothingTo = (): void => undefined;

function Replies({ conversation, thread, messages }: ThreadPaneProps & Pick<Thread, 'messages'>) {
  const { me } = usePage();
  const { route, editing } = useShell();
  const { id } = conversation;
  const [isAtBottom, setAtBottom] = useState(true);
  const fresh = useFresh(messages, me.id, isAtBottom);
  useSeen(id, thread, messages, isAtBottom);
  const pending = usePending(id, thread);
  const rows = useMemo(() => rowsOf(messages, { pending, me: me.id, thread }), [messages, pending, me.id, thread]);
  const count = messages.length - 1;
  const below = count > 0 && (
    <div class="divider divider-replies">
      <span class="divider-count">{count === 1 ? '1 reply' : `${count} replies`}</span>
    </div>
  );
  return (
    <>
      <MessageList
        label="Thread"
        {...{ rows, at: route.at, fresh }}
        older={false}
        newer={false}
        kept={editing?.channel === id ? editing.ts : undefined}
        onOlder={nothingTo}
        onNewer={nothingTo}
        onLatest={nothingTo}
        onBottom={setAtBottom}
        draw={(row, isActive) => (
          <ListRow key={row.key} {...{ row, thread, isActive, below }} channel={id} at={route.at} intro={null} />
        )}
      />
      <Announcer messages={messages} newer={false} />
    </>
  );
}

/** A message and the replies to it, beside the room. */
export function ThreadPane({ conversation, thread }: ThreadPaneProps) {
  const { state } = usePage();
  const known = useThread(conversation, thread);
  const close = useClose();
  const pane = useRef<HTMLElement>(null);
  usePaneFocus(pane);
  return (
    <aside
      ref={pane}
      class="pane thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <header class="header">
        <div class="header-line">
          <BackButton label="Back to the conversation" onClick={close} />
          <h2 class="header-title">
            <span class="header-name">Thread</span>
            <span class="header-place">{signedTitle(state, conversation)}</span>
          </h2>
          <IconButton icon="close" label="Close the thread" tip="Close (Esc)" class="thread-close" onClick={close} />
        </div>
      </header>
      {known ? <Replies conversation={conversation} thread={thread} messages={known.messages} /> : <MessagesSkeleton />}
      <div class="composer-place">
        <StatusLine channel={conversation.id} thread={thread} />
        {conversation.isMember && <Composer channel={conversation.id} thread={thread} />}
      </div>
    </aside>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { threads as loadThreads } from '../client.ts';
import { usePage } from '../page.ts';
import type { PlacedThread } from '../protocol.ts';
import { authorFor } from './author.ts';
import { AuthorAvatar } from './avatar.tsx';
import { sentenceFor } from './load.ts';
import { namesOf, signedTitle } from './names.ts';
import { plainText } from './plain.ts';
import { useKnown } from './shell-context.ts';
import { hasUnseenReplies } from './thread-seen.ts';
import { ago, millisecondsOf } from './time.ts';

function ThreadChoice({ channel, root, onPick }: PlacedThread & { onPick(): void }) {
  const page = usePage();
  const author = authorFor(page, root);
  const room = page.conversation(channel);
  const isUnseen = useKnown((known) => hasUnseenReplies(known, channel, root));
  const { reply_count: count = 0, latest_reply: latest = root.ts } = root;
  return (
    <li>
      <button type="button" class={isUnseen ? 'pick pick-button summary-unseen' : 'pick pick-button'} onClick={onPick}>
        <AuthorAvatar author={author} />
        <span class="pick-text">
          <span class="pick-name">{plainText(root.text, namesOf(page)) || 'A message without text'}</span>
          <span class="pick-hint">
            {author.name} in {room ? signedTitle(page.state, room) : 'a conversation'}
          </span>
        </span>
        <span class="pick-hint pick-end">
          <span class="summary-count">
            {count === 1 ? '1 reply' : `${count} replies`}
            {isUnseen && <span class="sr-only">, unread</span>}
          </span>
          <span>{ago(millisecondsOf(latest), Date.now())}</span>
        </span>
      </button>
    </li>
  );
}

/** The threads that the person takes part in, the one with the newest reply first. */
export function Threads({ onClose }: { onClose(): void }) {
  const { me, openThread, tell } = usePage();
  const [threads, setThreads] = useState<readonly PlacedThread[]>();
  useEffect(() => {
    loadThreads(me.id).then(
      (found) => setThreads(found.threads),
      (error) => tell(sentenceFor(error)),
    );
  }, [me.id, tell]);
  const open = ({ channel, root }: PlacedThread): void => {
    onClose();
    openThread(channel, root.ts);
  };
  if (threads?.length === 0) {
    return <p class="picks-none">Threads that you begin, answer in or are mentioned in come here.</p>;
  }
  return (
    <ul class="picks" aria-busy={threads === undefined}>
      {threads?.map((thread) => (
        <ThreadChoice key={`${thread.channel}/${thread.root.ts}`} {...thread} onPick={() => open(thread)} />
      ))}
    </ul>
  );
}

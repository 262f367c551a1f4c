import type { Message } from '../../state/model.ts';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { tip } from '../parts/tooltip.tsx';
import { permalink } from '../route.ts';
import type { Author } from './author.ts';
import { Avatar } from './avatar.tsx';
import { sentenceFor } from './load.ts';
import { nameOf, namesOf, signedTitle } from './names.ts';
import { plainText } from './plain.ts';
import { useKnown } from './shell-context.ts';
import { hasUnseenReplies } from './thread-seen.ts';
import { ago, clockTime, fullTime, millisecondsOf, shortTime } from './time.ts';

interface PlacedMessage {
  channel: string;
  message: Message;
  /** The thread in whose pane it stands. */
  thread: string | undefined;
}

/** When a message was sent; a link to it. */
export function MessageTime({ channel, message, isShort }: Omit<PlacedMessage, 'thread'> & { isShort?: boolean }) {
  const time = millisecondsOf(message.ts);
  const within = message.thread_ts === message.ts ? undefined : message.thread_ts;
  return (
    <a
      class={isShort ? 'message-time message-time-short' : 'message-time'}
      href={permalink('', channel, message.ts, within)}
      {...tip(fullTime(time, Date.now()))}
      tabIndex={isShort ? -1 : undefined}
    >
      <time dateTime={new Date(time).toISOString()}>{isShort ? shortTime(time) : clockTime(time)}</time>
    </a>
  );
}

export function MessageHead({ author, channel, message }: { author: Author; channel: string; message: Message }) {
  const { openUser, user } = usePage();
  const isKnown = user(message.user) !== undefined;
  return (
    <div class="message-head">
      <button type="button" class="message-author" disabled={!isKnown} onClick={() => openUser(message.user)}>
        {author.name}
      </button>
      {author.isApp && <span class="app-badge">App</span>}
      <MessageTime channel={channel} message={message} />
    </div>
  );
}

/** What stands above a message: that nobody else sees it, or the thread that it belongs to. */
export function MessageContext({ channel, message, thread }: PlacedMessage) {
  const page = usePage();
  if (message.ephemeralTo !== undefined) {
    return (
      <p class="message-context">
        <Icon name="eye" size={16} />
        Only visible to you
      </p>
    );
  }
  const root = message.thread_ts;
  if (message.subtype !== 'thread_broadcast' || root === undefined) return null;
  if (thread !== undefined) {
    const conversation = page.conversation(channel);
    return (
      <p class="message-context">Also sent to {conversation ? signedTitle(page.state, conversation) : 'the channel'}</p>
    );
  }
  const text = plainText(String(message.root?.['text'] ?? ''), namesOf(page));
  return (
    <p class="message-context">
      replied to a thread:{' '}
      <button type="button" class="link-button message-root" onClick={() => page.openThread(channel, root)}>
        {text || 'a message'}
      </button>
    </p>
  );
}

/** Puts away what only this person sees. */
export function Dismiss({ channel, message }: Omit<PlacedMessage, 'thread'>) {
  const { me, tell } = usePage();
  const dismiss = (): void => {
    ask('dismiss', { as: me.id, channel, ts: message.ts }).catch((error) => tell(sentenceFor(error)));
  };
  return (
    <p class="message-dismiss">
      <button type="button" class="link-button" onClick={dismiss}>
        Dismiss message
      </button>
    </p>
  );
}

const mostAvatars = 5;

/** The replies to a message: by whom, how many, how long ago. */
export function ThreadSummary({ channel, message }: Omit<PlacedMessage, 'thread'>) {
  const { user, openThread } = usePage();
  const { reply_count: count = 0, reply_users: users = [], latest_reply: latest = message.ts, ts } = message;
  const isUnseen = useKnown((known) => hasUnseenReplies(known, channel, message));
  if (count === 0) return null;
  return (
    <button
      type="button"
      class={isUnseen ? 'summary summary-unseen' : 'summary'}
      onClick={() => openThread(channel, ts)}
    >
      <span class="summary-people">
        {users.slice(0, mostAvatars).map((id) => (
          <Avatar key={id} id={id} name={nameOf(user(id))} isBot={user(id)?.isBot} size={24} />
        ))}
      </span>
      <span class="summary-count">
        {count === 1 ? '1 reply' : `${count} replies`}
        {isUnseen && <span class="sr-only">, unread</span>}
      </span>
      <span class="summary-time">Last reply {ago(millisecondsOf(latest), Date.now())}</span>
      <span class="summary-view" aria-hidden="true">
        View thread
      </span>
      <Icon name="right" size={16} />
    </button>
  );
}

import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { Message } from '../../state/model.ts';
import { EditComposer } from '../composer/edit-composer.tsx';
import { MessageActions } from '../message/message-actions.tsx';
import { MessageBody } from '../message/message-body.tsx';
import { Reactions } from '../message/reactions.tsx';
import { type Page, usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { authorFor } from './author.ts';
import { AuthorAvatar } from './avatar.tsx';
import { Dismiss, MessageContext, MessageHead, MessageTime, ThreadSummary } from './message-parts.tsx';
import { namesOf } from './names.ts';
import { plainText } from './plain.ts';
import { useShell } from './shell-context.ts';
import { clockTime, millisecondsOf } from './time.ts';

interface MessageRowProps {
  channel: string;
  message: Message;
  thread?: string | undefined;
  isHead: boolean;
  /** A link leads here. */
  isLinked: boolean;
  /** The Tab key reaches it. */
  isActive: boolean;
}

const longest = 300;

function labelOf(page: Page, name: string, message: Message): string {
  const text = plainText(message.text, namesOf(page)).slice(0, longest);
  return `${name}, ${clockTime(millisecondsOf(message.ts))}: ${text || 'a message without text'}`;
}

function Tombstone({ channel, message, thread, isActive }: MessageRowProps) {
  return (
    <article
      class="message message-gone"
      data-key={message.ts}
      data-ts={message.ts}
      tabIndex={isActive ? 0 : -1}
      aria-label="A deleted message"
    >
      <span class="message-side">
        <span class="gone-mark">
          <Icon name="trash" size={18} />
        </span>
      </span>
      <div class="message-main">
        <p class="gone-text">This message was deleted.</p>
        {thread === undefined && <ThreadSummary channel={channel} message={message} />}
      </div>
    </article>
  );
}

function Content({ channel, message, thread }: Pick<MessageRowProps, 'channel' | 'message' | 'thread'>) {
  const { editing, stopEditing } = useShell();
  if (editing?.ts === message.ts && editing.channel === channel) {
    return <EditComposer channel={channel} message={message} onDone={stopEditing} />;
  }
  return (
    <>
      <MessageBody channel={channel} message={message} />
      <Reactions channel={channel} message={message} />
      {message.ephemeralTo !== undefined && <Dismiss channel={channel} message={message} />}
      {thread === undefined && <ThreadSummary channel={channel} message={message} />}
    </>
  );
}

function classesOf({ message, isHead, isLinked }: MessageRowProps, isEditing: boolean): string {
  const kinds = [
    ['message', true],
    ['message-head-row', isHead],
    ['message-linked', isLinked],
    ['message-private', message.ephemeralTo !== undefined],
    ['message-editing', isEditing],
  ] as const;
  return kinds.flatMap(([kind, holds]) => (holds ? [kind] : [])).join(' ');
}

function Row(props: MessageRowProps) {
  const { channel, message, thread, isHead, isActive } = props;
  const page = usePage();
  const { editing } = useShell();
  const [isTouched, setTouched] = useState(false);
  if (message.subtype === 'tombstone') return <Tombstone {...props} />;
  const author = authorFor(page, message);
  const isEditing = editing?.ts === message.ts && editing.channel === channel;
  const touch = (): void => setTouched(true);
  return (
    <article
      class={classesOf(props, isEditing)}
      data-key={message.ts}
      data-ts={message.ts}
      tabIndex={isActive ? 0 : -1}
      aria-label={labelOf(page, author.name, message)}
      onPointerEnter={touch}
      onFocusIn={touch}
    >
      <MessageContext channel={channel} message={message} thread={thread} />
      <span class="message-side">
        {isHead ? <AuthorAvatar author={author} /> : <MessageTime channel={channel} message={message} isShort />}
      </span>
      <div class="message-main">
        {isHead && <MessageHead author={author} channel={channel} message={message} />}
        <Content channel={channel} message={message} thread={thread} />
      </div>
      {isTouched && !isEditing && message.ephemeralTo === undefined && (
        <div class="message-tools">
          <MessageActions channel={channel} message={message} />
        </div>
      )}
    </article>
  );
}

/** A message with all that belongs to it. */
export const MessageRow = memo(Row);

import type { Message } from '../../state/model.ts';
import { MessageBody } from '../message/message-body.tsx';
import { usePage } from '../page.ts';
import type { Pending } from '../store.ts';
import { Avatar } from './avatar.tsx';
import { nameOf } from './names.ts';
import { useShell } from './shell-context.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function asMessage({ key, request }: Pending, team: string): Message {
  return { type: 'message', ts: key, user: request.as, text: escaped(request.text), team };
}

interface PendingRowProps {
  pending: Pending;
  isHead: boolean;
  /** The Tab key reaches it. */
  isActive: boolean;
}

/** What the person sent and the server does not show yet. */
export function PendingRow({ pending, isHead, isActive }: PendingRowProps) {
  const { state, me } = usePage();
  const { retry, discard } = useShell();
  const { request, state: progress } = pending;
  const count = request.files?.length ?? 0;
  return (
    <article
      class={`message message-${progress}${isHead ? ' message-head-row' : ''}`}
      data-key={pending.key}
      tabIndex={isActive ? 0 : -1}
      aria-label={`${progress === 'failed' ? 'Not sent' : 'Sending'}: ${request.text}`}
    >
      <span class="message-side">{isHead && <Avatar id={me.id} name={nameOf(me)} />}</span>
      <div class="message-main">
        {isHead && (
          <div class="message-head">
            <span class="message-author">{nameOf(me)}</span>
          </div>
        )}
        <MessageBody channel={request.channel} message={asMessage(pending, state.team.id)} />
        {count > 0 && <p class="message-files">{count === 1 ? '1 file' : `${count} files`}</p>}
        {progress === 'failed' && (
          <p class="message-failure" role="alert">
            Couldn’t send. {pending.why}{' '}
            <button type="button" class="link-button" onClick={() => retry(pending)}>
              Try again
            </button>
            {' · '}
            <button type="button" class="link-button" onClick={() => discard(pending)}>
              Delete
            </button>
          </p>
        )}
      </div>
    </article>
  );
}

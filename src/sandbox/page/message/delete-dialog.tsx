import { useState } from 'preact/hooks';
import type { Message } from '../../state/model.ts';
import { Failure, Spinner } from '../blocks/control.tsx';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Dialog } from '../parts/dialog.tsx';
import { sentenceFor } from '../shell/load.ts';
import { nameOf } from '../shell/names.ts';
import { MessageBody } from './message-body.tsx';

interface DeleteDialogProps {
  channel: string;
  message: Message;
  onClose(): void;
  /** @default onClose */
  onDeleted?: () => void;
}

/** Asks once more, with the message in sight. */
export function DeleteDialog({ channel, message, onClose, onDeleted = onClose }: DeleteDialogProps) {
  const page = usePage();
  const [isWaiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const remove = (): void => {
    if (isWaiting) return;
    setWaiting(true);
    setFailure(undefined);
    ask('delete', { as: page.me.id, channel, ts: message.ts }).then(onDeleted, (error) => {
      setWaiting(false);
      setFailure(sentenceFor(error));
    });
  };
  const footer = (
    <>
      <button type="button" class="button button-large" onClick={onClose}>
        Cancel
      </button>
      <button type="button" autofocus class="button button-large button-danger" aria-busy={isWaiting} onClick={remove}>
        <span class="button-text">Delete</span>
        {isWaiting && <Spinner />}
      </button>
    </>
  );
  return (
    <Dialog role="alertdialog" title="Delete message" onClose={onClose} footer={footer}>
      <div class="dialog-body">
        <p class="message-actions-question">Are you sure you want to delete this message? This cannot be undone.</p>
        <div class="message-actions-quoted" inert>
          <div class="message-actions-author">{nameOf(page.user(message.user))}</div>
          <MessageBody channel={channel} message={message} />
        </div>
        <Failure text={failure} />
      </div>
    </Dialog>
  );
}

import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { EmojiText } from './inline.tsx';
import { record, textOf } from './json.ts';
import { TextObject } from './text.tsx';

interface ConfirmProps {
  /** A confirm object of Slack. */
  confirm: unknown;
  onAnswer(isYes: boolean): void;
}

/** Asked before anything is sent: a no leaves everything as it was. */
export function ConfirmDialog({ confirm, onAnswer }: ConfirmProps) {
  const { title, text, confirm: yes, deny, style } = record(confirm);
  const [isOver, setOver] = useState(false);
  const answer = (isYes: boolean): void => {
    if (!isOver) onAnswer(isYes);
    setOver(true);
  };
  const footer = (
    <>
      <button type="button" class="button button-large" onClick={() => answer(false)}>
        {textOf(deny) || 'Cancel'}
      </button>
      <button
        type="button"
        autofocus
        class={`button button-large button-${style === 'danger' ? 'danger' : 'primary'}`}
        onClick={() => answer(true)}
      >
        {textOf(yes) || 'Yes'}
      </button>
    </>
  );
  return (
    <Dialog
      role="alertdialog"
      class="dialog-question"
      title={<EmojiText text={textOf(title) || 'Are you sure?'} />}
      onClose={() => answer(false)}
      footer={footer}
    >
      <div class="dialog-body">
        <TextObject text={text} />
      </div>
    </Dialog>
  );
}

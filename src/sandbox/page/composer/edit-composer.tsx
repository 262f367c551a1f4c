import './composer.css';
import { useId, useRef, useState } from 'preact/hooks';
import type { Message } from '../../state/model.ts';
import { ask } from '../client.ts';
import { DeleteDialog } from '../message/delete-dialog.tsx';
import { usePage } from '../page.ts';
import { sentenceFor } from '../shell/load.ts';
import { tooLong } from './outgoing.ts';
import { sourceOf } from './source.ts';
import { useFocusBack } from './use-focus-back.ts';
import { Writer } from './writer.tsx';

interface EditComposerProps {
  channel: string;
  message: Message;
  onDone(): void;
}

function useEdit({ channel, message, onDone }: EditComposerProps) {
  const page = usePage();
  const known = {
    user: (id: string) => page.user(id)?.name,
    channel: (id: string) => page.conversation(id)?.name,
    group: (id: string) => page.state.usergroups.find((group) => group.id === id)?.handle,
    emoji: page.emoji,
  };
  const [source] = useState(() => sourceOf(message, known));
  const [text, setText] = useState(source);
  const [why, setWhy] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const save = (): void => {
    if (text.trim() === source.trim()) {
      onDone();
      return;
    }
    setSaving(true);
    ask('edit', { as: page.me.id, channel, ts: message.ts, text: text.trim() }).then(onDone, (error) => {
      setSaving(false);
      setWhy(sentenceFor(error));
    });
  };
  const onText = (typed: string): void => {
    setText(typed);
    setWhy(undefined);
  };
  return { text, onText, why: tooLong(text) ?? why, isSaving, save };
}

/** A message in its place, as it was typed. */
export function EditComposer(props: EditComposerProps) {
  const { channel, message, onDone } = props;
  const { text, onText, why, isSaving, save } = useEdit(props);
  const [isAsking, setAsking] = useState(false);
  const notice = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusBack(field, () => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
    current?.form?.scrollIntoView({ block: 'nearest' });
  });
  const isEmpty = text.trim() === '';
  const enter = (): void => {
    if (isSaving || tooLong(text) !== undefined) return;
    if (isEmpty && !message.files?.length) setAsking(true);
    else save();
  };
  return (
    <form
      class="composer composer-edit"
      aria-label="Edit message"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <Writer
        {...{ channel, text, field, onText }}
        label="Edit message"
        describedBy={notice}
        isInvalid={why !== undefined}
        withCommands={false}
        onEnter={enter}
        onCancel={onDone}
      >
        <span class="composer-choices">
          <button type="button" class="button" onClick={onDone}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" disabled={isSaving}>
            Save
          </button>
        </span>
      </Writer>
      <div class="composer-notice" role="alert" id={notice}>
        {why}
      </div>
      {isAsking && <DeleteDialog {...{ channel, message }} onClose={() => setAsking(false)} onDeleted={onDone} />}
    </form>
  );
}

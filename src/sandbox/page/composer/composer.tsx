import './composer.css';
import { useId, useRef } from 'preact/hooks';
import { usePage } from '../page.ts';
import { isDirect, signedTitle } from '../shell/names.ts';
import { AttachmentChips } from './attachment-chips.tsx';
import { Broadcast, FileChoice, Foot, SendButton } from './composer-parts.tsx';
import { draftKey } from './drafts.ts';
import { type ComposerProps, useComposer } from './use-composer.ts';
import { useDrop } from './use-drop.ts';
import { useTypeAnywhere } from './use-type-anywhere.ts';
import { Writer } from './writer.tsx';

function Room({ channel, thread }: ComposerProps) {
  const { state, conversation } = usePage();
  const [hint, notice] = [useId(), useId()];
  const composer = useComposer({ channel, thread });
  const { draft, text, attachments, field, why, isWaiting, onText, onFiles, send } = composer;
  const files = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLFormElement>(null);
  const isOver = useDrop(root, onFiles);
  useTypeAnywhere(field, thread === undefined);
  const room = conversation(channel);
  const title = room ? signedTitle(state, room) : '';
  const isThread = thread !== undefined;
  const submit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  const broadcast = { isOn: composer.broadcast, onChange: composer.setBroadcast };
  const label = isThread ? `Reply in ${title}` : `Message ${title}`;
  return (
    <form class="composer" ref={root} aria-label={isThread ? 'Reply' : 'Message'} onSubmit={submit}>
      <Writer
        {...{ channel, text, label, field, onText, onFiles }}
        placeholder={isThread ? 'Reply…' : label}
        describedBy={`${notice} ${hint}`}
        isInvalid={composer.isTooLong}
        withCommands={!isThread}
        onEnter={send}
        onUp={composer.editLast}
        onAttach={() => files.current?.click()}
        above={<AttachmentChips attachments={attachments} draft={draft} />}
        below={
          isThread && <Broadcast {...broadcast} where={room && isDirect(room) ? 'as direct message' : `to ${title}`} />
        }
      >
        <SendButton isOff={!composer.canSend} />
      </Writer>
      <FileChoice field={files} onFiles={onFiles} />
      <Foot {...{ hint, notice, why, isWaiting }} typed={text} />
      {isOver && <div class="composer-drop">Drop files to attach them</div>}
    </form>
  );
}

/** Where one writes into a room, or into a thread of it. */
export function Composer({ channel, thread }: ComposerProps) {
  const { me } = usePage();
  return <Room key={draftKey(me.id, channel, thread)} channel={channel} thread={thread} />;
}

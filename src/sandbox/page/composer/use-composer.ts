import { useCallback, useRef, useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { attach, mostFiles, useAttachments } from './attachments.ts';
import { createDrafts, draftKey } from './drafts.ts';
import { tooLong } from './outgoing.ts';
import { useSending } from './use-sending.ts';

export interface ComposerProps {
  channel: string;
  thread?: string | undefined;
}

const drafts = createDrafts(sessionStorage);

/** What is typed into a room or a thread, kept until it is sent. */
function useDraft(draft: string) {
  const [text, setText] = useState(() => drafts.read(draft));
  const write = (typed: string): void => {
    drafts.write(draft, typed);
    setText(typed);
  };
  return { text, setText, write };
}

/** Takes files as long as there is room for them, and says where there is none. */
function useFiles(draft: string, count: number, onTaken: (notice: string | undefined) => void) {
  const { me } = usePage();
  return useCallback(
    (files: readonly File[]) => {
      const taken = files.slice(0, Math.max(0, mostFiles - count));
      attach(draft, me.id, taken);
      onTaken(taken.length < files.length ? `You can attach up to ${mostFiles} files to a message.` : undefined);
    },
    [draft, me.id, count],
  );
}

/** What the composer of a room or a thread knows and does. */
export function useComposer({ channel, thread }: ComposerProps) {
  const page = usePage();
  const draft = draftKey(page.me.id, channel, thread);
  const { text, setText, write } = useDraft(draft);
  const [broadcast, setBroadcast] = useState(false);
  const attachments = useAttachments(draft);
  const { notice, isWaiting, send: deliver, say } = useSending({ channel, thread, draft, drafts }, setText);
  const field = useRef<HTMLTextAreaElement>(null);
  const count = attachments.length;
  const why = tooLong(text);
  const canSend = (text.trim() !== '' || count > 0) && why === undefined;
  const onText = (typed: string): void => {
    write(typed);
    say(undefined);
  };
  const onFiles = useFiles(draft, count, (notice) => {
    say(notice);
    field.current?.focus();
  });
  const send = (): void => {
    field.current?.focus();
    if (!canSend || !deliver(text, count, broadcast)) return;
    write('');
    setBroadcast(false);
  };
  const editLast = (): void => {
    const latest = page.latestOwn(channel, thread);
    if (latest) page.startEdit(channel, latest.ts);
  };
  return {
    ...{ draft, text, attachments, field, broadcast, canSend, isWaiting },
    ...{ why: why ?? notice, isTooLong: why !== undefined },
    ...{ onText, onFiles, send, editLast, setBroadcast },
  };
}

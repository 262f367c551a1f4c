import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../client.ts';
import { type Page, usePage } from '../page.ts';
import { sentenceFor } from '../shell/load.ts';
import { type Attachment, idsOf, putBack, takeAttachments } from './attachments.ts';
import type { Drafts } from './drafts.ts';
import { type Outgoing, readOutgoing } from './outgoing.ts';

interface Where {
  channel: string;
  thread?: string | undefined;
  draft: string;
  drafts: Drafts;
}

/** Messages with files, one after the other: a small file does not overtake a large one. */
let last: Promise<string | undefined> = Promise.resolve(undefined);

/** Why it failed Slackbot says, in the room. */
async function sendCommand(
  page: Page,
  channel: string,
  wanted: Extract<Outgoing, { kind: 'command' }>,
): Promise<string | undefined> {
  const { command, text } = wanted;
  const { failure } = await ask('command', { as: page.me.id, channel, command, text });
  return failure === undefined ? undefined : '';
}

async function sendFiles(
  page: Page,
  wanted: Parameters<Page['say']>[0],
  attachments: readonly Attachment[],
): Promise<string | undefined> {
  const ids = await idsOf(attachments);
  const files = ids.filter((id) => id !== undefined);
  if (files.length < ids.length) {
    const name = attachments[ids.indexOf(undefined)]?.file.name;
    return `${name} could not be uploaded. Remove it, or upload it again.`;
  }
  page.say({ ...wanted, files });
  return undefined;
}

export interface Sending {
  notice: string | undefined;
  isWaiting: boolean;
  /** Takes what is typed and attached; false where there was nothing to send, or it was refused. */
  send(typed: string, files: number, broadcast: boolean): boolean;
  say(notice: string | undefined): void;
}

/** Sends the draft. What cannot be sent is put back, with the reason. */
export function useSending({ channel, thread, draft, drafts }: Where, onRestored: (text: string) => void): Sending {
  const page = usePage();
  const [notice, setNotice] = useState<string>();
  const [waiting, setWaiting] = useState(0);
  const isShown = useRef(true);
  useEffect(
    () => () => {
      isShown.current = false;
    },
    [],
  );
  const wait = async (
    typed: string,
    attachments: readonly Attachment[],
    done: Promise<string | undefined>,
  ): Promise<void> => {
    setWaiting((count) => count + 1);
    const failure = await done.catch(sentenceFor);
    setWaiting((count) => count - 1);
    if (failure === undefined) return;
    putBack(draft, attachments);
    const text = drafts.restore(draft, typed);
    if (isShown.current) {
      onRestored(text);
      setNotice(failure || undefined);
    } else if (failure !== '') page.tell(failure);
  };
  const send = (typed: string, files: number, broadcast: boolean): boolean => {
    const outgoing = readOutgoing(typed, { commands: page.state.commands, inThread: thread !== undefined, files });
    setNotice(outgoing.kind === 'refused' ? outgoing.why : undefined);
    if (outgoing.kind === 'nothing' || outgoing.kind === 'refused') return false;
    if (outgoing.kind === 'command') {
      void wait(typed, [], sendCommand(page, channel, outgoing));
      return true;
    }
    const wanted = { channel, text: outgoing.text, ...(thread === undefined ? {} : { thread, broadcast }) };
    const attachments = takeAttachments(draft);
    if (attachments.length === 0) page.say(wanted);
    else {
      last = last.catch(() => undefined).then(() => sendFiles(page, wanted, attachments));
      void wait(typed, attachments, last);
    }
    return true;
  };
  return { notice, isWaiting: waiting > 0, send, say: useCallback(setNotice, []) };
}

import { useEffect, useState } from 'preact/hooks';
import { upload } from '../client.ts';
import { sentenceFor } from '../shell/load.ts';

export interface Attachment {
  key: number;
  file: File;
  /** Of an image. */
  preview: string | undefined;
  state: 'uploading' | 'ready' | 'failed';
  why: string;
  /** The file's id, undefined where it could not be uploaded. */
  uploaded: Promise<string | undefined>;
}

/** What Slack takes with one message. */
export const mostFiles = 10;

const kept = new Map<string, readonly Attachment[]>();
const listeners = new Set<(draft: string) => void>();
let count = 0;

const attachmentsOf = (draft: string): readonly Attachment[] => kept.get(draft) ?? [];

function keep(draft: string, attachments: readonly Attachment[]): void {
  kept.set(draft, attachments);
  for (const listener of [...listeners]) listener(draft);
}

function change(draft: string, key: number, changed: Partial<Attachment>): void {
  keep(
    draft,
    attachmentsOf(draft).map((attachment) => (attachment.key === key ? { ...attachment, ...changed } : attachment)),
  );
}

function start(draft: string, as: string, key: number, file: File): Promise<string | undefined> {
  const done = upload(as, file);
  done.then(
    () => change(draft, key, { state: 'ready' }),
    (error) => change(draft, key, { state: 'failed', why: sentenceFor(error) }),
  );
  return done.then(
    ({ file: id }) => id,
    () => undefined,
  );
}

export function attach(draft: string, as: string, files: readonly File[]): void {
  const added = files.map((file): Attachment => {
    count += 1;
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
    return {
      ...{ key: count, file, preview, state: 'uploading', why: '' },
      uploaded: start(draft, as, count, file),
    };
  });
  keep(draft, [...attachmentsOf(draft), ...added]);
}

export function detach(draft: string, key: number): void {
  const gone = attachmentsOf(draft).find((attachment) => attachment.key === key);
  if (gone?.preview !== undefined) URL.revokeObjectURL(gone.preview);
  keep(
    draft,
    attachmentsOf(draft).filter((attachment) => attachment !== gone),
  );
}

export function tryAgain(draft: string, as: string, { key, file }: Attachment): void {
  change(draft, key, { state: 'uploading', why: '', uploaded: start(draft, as, key, file) });
}

/** Takes them out of the draft, for sending. */
export function takeAttachments(draft: string): readonly Attachment[] {
  const taken = attachmentsOf(draft);
  keep(draft, []);
  return taken;
}

export const putBack = (draft: string, attachments: readonly Attachment[]): void =>
  keep(draft, [...attachments, ...attachmentsOf(draft)]);

/** Ids to send with a message; undefined for what could not be uploaded. */
export const idsOf = (attachments: readonly Attachment[]): Promise<(string | undefined)[]> =>
  Promise.all(attachments.map(({ uploaded }) => uploaded));

/** They stay with the draft, also while another room is shown. */
export function useAttachments(draft: string): readonly Attachment[] {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = (changed: string): void => {
      if (changed === draft) redraw((times) => times + 1);
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [draft]);
  return attachmentsOf(draft);
}

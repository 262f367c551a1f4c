import { SlackError } from '../../state/errors.ts';
import { fileEvents } from '../../state/events.ts';
import { describeFile } from '../../state/files.ts';
import { messageAt } from '../../state/messages.ts';
import type { Conversation, StoredFile } from '../../state/model.ts';
import { type Content, post, tell, typedContent } from '../../state/posting.ts';
import { storeText } from '../../text/wire.ts';
import { optionalText } from '../args.ts';
import { readBlocks } from '../content.ts';
import type { Spoken } from './method.ts';

export function mustHaveThread(room: Conversation, thread: string | undefined): void {
  if (thread && !messageAt(room, thread)) throw new SlackError('thread_not_found');
}

function said({ workspace, args, speaker }: Spoken): Content {
  const comment = optionalText(args, 'initial_comment') ?? '';
  const blocks = comment === '' ? readBlocks(args) : undefined;
  if (speaker.kind === 'person' && comment.trim() !== '') return typedContent(workspace, comment, { escaped: true });
  return { text: storeText(comment), ...(blocks?.length ? { blocks } : {}) };
}

/** Shows files in a room. As in Slack the answer comes first and the message after it. */
export function share(
  context: Spoken,
  room: Conversation,
  files: readonly StoredFile[],
  thread: string | undefined,
): void {
  const { workspace, speaker, origin } = context;
  const content = said(context);
  setImmediate(() => {
    if (thread && !messageAt(room, thread)) return;
    const shown = { ...content, files: files.map((file) => describeFile(workspace, file, origin)) };
    const { ts } = post(workspace, room, speaker, shown, thread ? { thread } : {});
    for (const file of files) {
      file.shares.push({ conversation: room.id, ts, ...(thread ? { thread } : {}) });
      for (const event of fileEvents(file.id, speaker.userId, room, ts)) tell(workspace, room, event);
    }
    workspace.changes.notify();
  });
}

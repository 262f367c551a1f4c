import { SlackError } from '../../state/errors.ts';
import { messageAt } from '../../state/messages.ts';
import type { Conversation, StoredFile } from '../../state/model.ts';
import { type Content, typedContent } from '../../state/posting.ts';
import { postWithFiles } from '../../state/sharing.ts';
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
    postWithFiles(workspace, room, speaker, { content, files, placement: thread ? { thread } : {}, origin });
    workspace.changes.notify();
  });
}

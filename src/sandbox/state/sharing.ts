import { fileEvents } from './events.ts';
import { describeFile } from './files.ts';
import type { Conversation, Message, Speaker, StoredFile } from './model.ts';
import { type Content, type Placement, post, tell } from './posting.ts';
import type { Workspace } from './workspace.ts';

export interface Sharing {
  content: Content;
  files: readonly StoredFile[];
  placement: Placement;
  /** Where the files are, as the one who shares them sees it. */
  origin: string;
}

/** Posts a message that shows these files, and tells the app of each. Without files it is a message like any other. */
export function postWithFiles(workspace: Workspace, room: Conversation, speaker: Speaker, shared: Sharing): Message {
  const { content, files, placement, origin } = shared;
  const shown = files.length === 0 ? {} : { files: files.map((file) => describeFile(workspace, file, origin)) };
  const message = post(workspace, room, speaker, { ...content, ...shown }, placement);
  const { thread } = placement;
  for (const file of files) {
    file.shares.push({ conversation: room.id, ts: message.ts, ...(thread ? { thread } : {}) });
    for (const event of fileEvents(file.id, speaker.userId, room, message.ts)) tell(workspace, room, event);
  }
  return message;
}

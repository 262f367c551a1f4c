import type { Answers, Requests } from '../../page/protocol.ts';
import { SlackError } from '../../state/errors.ts';
import { fileEvents } from '../../state/events.ts';
import { describeFile } from '../../state/files.ts';
import type { Person, StoredFile } from '../../state/model.ts';
import { type Content, post, tell, typedContent } from '../../state/posting.ts';
import { markRead } from '../../state/reads.ts';
import type { Workspace } from '../../state/workspace.ts';
import { roomFor, speakerOf } from './people.ts';
import { uploadOf } from './uploads.ts';

type Speaking = { workspace: Workspace; person: Person };

function uploaded({ workspace, person }: Speaking, ids: readonly string[]): StoredFile[] {
  const files = [...new Set(ids)].map((id) => uploadOf(workspace, person, id));
  if (files.some(({ completed }) => completed)) throw new SlackError('file_not_found');
  return files;
}

function contentOf({ workspace }: Speaking, text: string, files: readonly StoredFile[]): Content {
  const typed = files.length > 0 && text.trim() === '' ? { text: '' } : typedContent(workspace, text, {});
  if (files.length === 0) return typed;
  for (const file of files) file.completed = true;
  return { ...typed, files: files.map((file) => describeFile(workspace, file, workspace.origin)) };
}

/** A person sends what they typed, and with it what they uploaded. */
export function say(speaking: Speaking, wanted: Requests['say']): Answers['say'] {
  const { workspace, person } = speaking;
  const room = roomFor(workspace, person, wanted.channel);
  const files = uploaded(speaking, wanted.files ?? []);
  const { thread, broadcast } = wanted;
  const placement = thread === undefined ? {} : { thread, ...(broadcast === undefined ? {} : { broadcast }) };
  const content = contentOf(speaking, wanted.text, files);
  const message = post(workspace, room, speakerOf(person), content, placement);
  for (const file of files) {
    file.shares.push({ conversation: room.id, ts: message.ts, ...(thread === undefined ? {} : { thread }) });
    for (const event of fileEvents(file.id, person.id, room, message.ts)) tell(workspace, room, event);
  }
  markRead(workspace, person.id, room.id, message.ts);
  return { ts: message.ts };
}

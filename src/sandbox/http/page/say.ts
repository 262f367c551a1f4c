import type { Answers, Requests } from '../../page/protocol.ts';
import { SlackError } from '../../state/errors.ts';
import type { Person, StoredFile } from '../../state/model.ts';
import { typedContent } from '../../state/posting.ts';
import { markRead } from '../../state/reads.ts';
import { postWithFiles } from '../../state/sharing.ts';
import type { Workspace } from '../../state/workspace.ts';
import { roomFor, speakerOf } from './people.ts';
import { uploadOf } from './uploads.ts';

type Speaking = { workspace: Workspace; person: Person };

function uploaded({ workspace, person }: Speaking, ids: readonly string[]): StoredFile[] {
  const files = [...new Set(ids)].map((id) => uploadOf(workspace, person, id));
  if (files.some(({ completed }) => completed)) throw new SlackError('file_not_found');
  return files;
}

/** A person sends what they typed, and with it what they uploaded. */
export function say(speaking: Speaking, wanted: Requests['say']): Answers['say'] {
  const { workspace, person } = speaking;
  const { origin } = workspace;
  const room = roomFor(workspace, person, wanted.channel);
  const files = uploaded(speaking, wanted.files ?? []);
  const { text, thread, broadcast } = wanted;
  const placement = thread === undefined ? {} : { thread, ...(broadcast === undefined ? {} : { broadcast }) };
  const content = files.length > 0 && text.trim() === '' ? { text: '' } : typedContent(workspace, text, {});
  const { ts } = postWithFiles(workspace, room, speakerOf(person), { content, files, placement, origin });
  for (const file of files) file.completed = true;
  markRead(workspace, person.id, room.id, ts);
  return { ts };
}

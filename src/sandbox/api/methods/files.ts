import { seconds } from '../../state/clock.ts';
import { conversationFor, mustBeMember } from '../../state/conversations.ts';
import { complaint, SlackError } from '../../state/errors.ts';
import { describeFile } from '../../state/files.ts';
import { uuid } from '../../state/ids.ts';
import type { Json, Speaker, StoredFile } from '../../state/model.ts';
import { largestFile } from '../../state/sizes.ts';
import { storeUpload } from '../../state/uploads.ts';
import type { Workspace } from '../../state/workspace.ts';
import { type Args, list, optionalText, records, requiredText } from '../args.ts';
import { type Methods, method, type Spoken, scoped } from './method.ts';
import { mustHaveThread, share } from './share.ts';

const longestAltText = 1000;
const largestSnippet = 1_000_000;

function lengthOf(args: Args): number {
  const length = Number(requiredText(args, 'length'));
  if (!Number.isInteger(length) || length < 0) throw complaint('invalid_arguments', ['`length` must be an integer']);
  if (length === 0) throw new SlackError('missing_argument');
  if (length > largestFile) throw new SlackError('file_upload_size_restricted');
  return length;
}

const getUploadURLExternal = method(({ workspace, args, speaker, origin }) => {
  const name = requiredText(args, 'filename');
  const length = lengthOf(args);
  const altText = optionalText(args, 'alt_txt') ?? optionalText(args, 'alt_text');
  if ((altText?.length ?? 0) > longestAltText) throw new SlackError('alt_txt_too_large');
  const snippetType = optionalText(args, 'snippet_type');
  if (snippetType && length > largestSnippet) throw new SlackError('snippet_too_large');
  const file: StoredFile = {
    ...{ id: workspace.ids.fresh('F'), key: uuid(), name, title: name, length, user: speaker.userId },
    created: seconds(workspace.clock),
    completed: false,
    shares: [],
    ...(altText ? { altText } : {}),
    ...(snippetType ? { snippetType } : {}),
  };
  storeUpload(workspace, file);
  return { upload_url: `${origin}/upload/v1/${file.key}`, file_id: file.id };
});

/** The files that a call completes: uploaded, its own, and not completed before. */
function uploaded(workspace: Workspace, args: Args, speaker: Speaker): StoredFile[] {
  requiredText(args, 'files');
  const wanted = records(args, 'files', 'invalid_arguments') ?? [];
  if (wanted.length === 0)
    throw complaint('invalid_arguments', ['no fewer than 1 items allowed [json-pointer:/files]']);
  return wanted.map(({ id, title }) => {
    const file = workspace.files.get(String(id));
    if (!file || file.user !== speaker.userId || !file.data) throw new SlackError('file_not_found');
    if (file.completed) throw new SlackError('file_update_failed');
    if (typeof title === 'string' && title !== '') file.title = title;
    return file;
  });
}

const completeUploadExternal = method((context: Spoken) => {
  const { workspace, args, speaker, origin } = context;
  const files = uploaded(workspace, args, speaker);
  const channel = optionalText(args, 'channel_id');
  const rooms = (channel ? [channel] : list(args, 'channels')).map((id) =>
    mustBeMember(conversationFor(workspace, speaker, id), speaker),
  );
  const thread = optionalText(args, 'thread_ts');
  for (const room of rooms) mustHaveThread(room, thread);
  for (const file of files) file.completed = true;
  for (const room of rooms) share(context, room, files, thread);
  return { files: files.map((file) => describeFile(workspace, file, origin)) };
});

const info = method(({ workspace, args, origin }): Json => {
  const file = workspace.files.get(requiredText(args, 'file'));
  if (!file?.completed) throw new SlackError('file_not_found');
  return { file: describeFile(workspace, file, origin), comments: [], response_metadata: { next_cursor: '' } };
});

export const fileMethods: Methods = {
  ...scoped('files:write', {
    'files.getUploadURLExternal': getUploadURLExternal,
    'files.completeUploadExternal': completeUploadExternal,
  }),
  ...scoped('files:read', { 'files.info': info }),
};

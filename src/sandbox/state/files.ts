import { fileType, isText } from './file-types.ts';
import { measured } from './image.ts';
import type { Json, StoredFile } from './model.ts';
import type { Workspace } from './workspace.ts';

const previewLines = 5;

function shares(workspace: Workspace, file: StoredFile): Json {
  const found: Record<'public' | 'private', Record<string, Json[]>> = { public: {}, private: {} };
  for (const { conversation, ts, thread } of file.shares) {
    const kind = workspace.conversations.get(conversation)?.kind === 'channel' ? 'public' : 'private';
    const share = {
      ts,
      reply_count: 0,
      reply_users: [],
      reply_users_count: 0,
      ...(thread ? { thread_ts: thread } : {}),
    };
    found[kind][conversation] = [...(found[kind][conversation] ?? []), share];
  }
  return Object.fromEntries(Object.entries(found).filter(([, rooms]) => Object.keys(rooms).length > 0));
}

function preview(file: StoredFile): Json {
  if (!file.data || !isText(fileType(file.name))) return { mode: 'hosted' };
  const lines = file.data
    .subarray(0, 64 * 1024)
    .toString('utf8')
    .split('\n');
  return {
    mode: 'snippet',
    preview: lines.slice(0, previewLines).join('\n'),
    lines: lines.length,
    lines_more: Math.max(0, lines.length - previewLines),
    editable: true,
  };
}

const roomsOf = (workspace: Workspace, file: StoredFile, kinds: readonly string[]): string[] => [
  ...new Set(
    file.shares
      .map(({ conversation }) => conversation)
      .filter((id) => kinds.includes(workspace.conversations.get(id)?.kind ?? '')),
  ),
];

/** A file as the Web API shows it. */
export function describeFile(workspace: Workspace, file: StoredFile, origin: string): Json {
  const { id, name, title, user, created, altText, snippetType } = file;
  const { mimetype, filetype, pretty } = fileType(name);
  const path = `${workspace.team.id}-${id}`;
  const encoded = encodeURIComponent(name.toLowerCase().toWellFormed());
  return {
    ...{ id, created, timestamp: created, name, title, mimetype, user, user_team: workspace.team.id },
    filetype: snippetType ?? filetype,
    pretty_type: pretty,
    editable: false,
    size: file.data?.length ?? file.length,
    is_external: false,
    external_type: '',
    is_public: roomsOf(workspace, file, ['channel']).length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${origin}/files-pri/${path}/${encoded}`,
    url_private_download: `${origin}/files-pri/${path}/download/${encoded}`,
    permalink: `${origin}/files/${user}/${id}/${encoded}`,
    channels: roomsOf(workspace, file, ['channel']),
    groups: roomsOf(workspace, file, ['group', 'mpim']),
    ims: roomsOf(workspace, file, ['im']),
    shares: shares(workspace, file),
    comments_count: 0,
    has_rich_preview: false,
    file_access: 'visible',
    ...(altText === undefined ? {} : { alt_txt: altText }),
    ...preview(file),
    ...(mimetype.startsWith('image/') ? measured(file) : {}),
  };
}

import type { IncomingMessage } from 'node:http';
import { readBody } from '../api/body.ts';
import type { FaultLine } from '../api/faults.ts';
import { boundaryOf, readMultipart } from '../api/multipart.ts';
import { type Reply, underFault } from '../api/reply.ts';
import { fileType } from '../state/file-types.ts';
import type { StoredFile } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';

/** Bytes that a multipart body may have besides the file. */
const overhead = 64 * 1024;

const byKey = (workspace: Workspace, key: string): StoredFile | undefined =>
  [...workspace.files.values()].find((file) => file.key === key && !file.completed);

/** The bytes of a file: the first part of a form, whatever its name, or the body as it is. */
function fileBytes(body: Buffer, contentType: string): Buffer | undefined {
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return body;
  const boundary = boundaryOf(contentType);
  const parts = boundary === undefined ? undefined : readMultipart(body, boundary);
  return (parts?.find(({ filename }) => filename !== undefined) ?? parts?.[0])?.data;
}

/** Takes the bytes for an upload address. */
export async function upload(
  workspace: Workspace,
  faults: FaultLine,
  request: IncomingMessage,
  key: string,
): Promise<Reply> {
  const file = byKey(workspace, key);
  const body = await readBody(request, (file?.length ?? 0) + overhead);
  if (!file) return { status: 404, body: 'no such upload' };
  const data = body && fileBytes(body, request.headers['content-type'] ?? '');
  if (body && !data) return { status: 400, body: 'no file in the form' };
  if (!data || data.length > file.length) return { status: 413, body: 'larger than it was said to be' };
  return underFault(faults.take('upload'), workspace.clock, () => {
    file.data = Buffer.from(data);
    return { status: 200, body: `OK - ${data.length}` };
  });
}

/** Pictures that can do no more than be looked at. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** What a browser may do with a file: show a picture or read text. All else it may only save. */
function handling(name: string): { type: string; disposition: 'inline' | 'attachment' } {
  const { mimetype } = fileType(name);
  if (shown.has(mimetype)) return { type: mimetype, disposition: 'inline' };
  if (mimetype.startsWith('text/')) return { type: 'text/plain; charset=utf-8', disposition: 'inline' };
  return { type: mimetype, disposition: 'attachment' };
}

/** `/files-pri/T…-F…/name` → its bytes. */
export function download(workspace: Workspace, path: string): Reply {
  const id = /^\/files-pri\/[A-Z0-9]+-([A-Z0-9]+)\//u.exec(path)?.[1];
  const file = id === undefined ? undefined : workspace.files.get(id);
  if (!file?.completed || !file.data) return { status: 404, body: 'no such file' };
  const { type, disposition } = handling(file.name);
  const saved = path.includes('/download/') ? 'attachment' : disposition;
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': `${saved}; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`,
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
    },
    body: file.data,
  };
}

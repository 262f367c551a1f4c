import type { Sandbox } from '../../src/sandbox/server.ts';

export interface Attached {
  name: string;
  content: Uint8Array | string;
}

async function call(slack: Sandbox, token: string, method: string, args: object): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
  const answer = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
  const body = (await answer.json()) as Record<string, string>;
  if (!body.ok) throw new Error(`${method}: ${body.error}`);
  return body;
}

/** Sends a message with files, as a person. Gives back its ts. */
export async function sayWithFiles(
  slack: Sandbox,
  { channel, text, files, as = 'mary' }: { channel: string; text: string; files: readonly Attached[]; as?: string },
): Promise<string> {
  const token = slack.people.find(({ name }) => name === as)?.token ?? '';
  const uploaded = await Promise.all(
    files.map(async ({ name, content }) => {
      const length = Buffer.byteLength(content);
      const { upload_url: url = '', file_id: id } = await call(slack, token, 'files.getUploadURLExternal', {
        filename: name,
        length,
      });
      await fetch(url, { method: 'POST', body: Buffer.from(content as string) });
      return { id, title: name };
    }),
  );
  const before = slack.messages(channel).length;
  const shared = { files: uploaded, channel_id: channel, initial_comment: text };
  await call(slack, token, 'files.completeUploadExternal', shared);
  const said = await slack.waitFor(() =>
    slack
      .messages(channel)
      .slice(before)
      .find((message) => message.files),
  );
  return said.ts;
}

import { FormData, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { type Answer, call, connect, standing } from '../client.ts';

let sandbox: Sandbox;
let channel: string;
beforeAll(async () => {
  sandbox = await startSandbox({ channels: ['ops'], ...standing });
  channel = sandbox.channels[0]?.id ?? '';
});
afterAll(() => sandbox.close());

const begin = (args: object = {}): Promise<Answer> =>
  call(sandbox, 'files.getUploadURLExternal', { filename: 'out.log', length: 5, ...args });
const put = async (url: string, body: string | Buffer | FormData): Promise<[number, string]> => {
  const response = await fetch(url, { method: 'POST', body });
  return [response.status, await response.text()];
};
const finish = (id: string, args: object = {}): Promise<Answer> =>
  call(sandbox, 'files.completeUploadExternal', { files: [{ id, title: 'The log' }], ...args });

const asForm = (content: string): FormData => {
  const form = new FormData();
  form.set('body', new Blob([content]), 'Untitled');
  return form;
};

describe('a file', () => {
  it.each([
    ['as it is', 'a\nb\nc'],
    ['in a form', asForm('a\nb\nc')],
  ])('is uploaded %s, shared in a room and downloaded', async (_, body) => {
    const line = await connect(sandbox);
    const { upload_url: url, file_id: id } = await begin();
    expect(await put(url, body)).toEqual([200, 'OK - 5']);
    const answer = await finish(id, { channel_id: channel, initial_comment: 'see <log> & all' });
    expect(answer).toMatchObject({ ok: true, files: [{ id, title: 'The log', size: 5 }] });
    const message = await sandbox.waitFor(({ messages }) =>
      messages('#ops').find(({ files }) => files?.[0]?.['id'] === id),
    );
    expect(message).toMatchObject({
      text: 'see &lt;log&gt; &amp; all',
      files: [{ name: 'out.log', mimetype: 'text/plain' }],
    });
    const events = (await line.reach(3)).map(({ payload }) => payload.event);
    expect(events.map(({ type, subtype }) => [type, subtype])).toEqual([
      ['message', 'file_share'],
      ['file_created', undefined],
      ['file_shared', undefined],
    ]);
    const { file } = await call(sandbox, 'files.info', { file: id });
    expect(file).toMatchObject({ preview: 'a\nb\nc', lines: 3, channels: [channel], is_public: true });
    const headers = { authorization: `Bearer ${sandbox.people[0]?.token}` };
    expect(await (await fetch(file.url_private, { headers })).text()).toBe('a\nb\nc');
    expect((await fetch(file.url_private)).status).toBe(403);
    line.socket.close();
  });

  it('is shared in a thread', async () => {
    const root = await call(sandbox, 'chat.postMessage', { channel, text: 'root' });
    const { upload_url: url, file_id: id } = await begin();
    await put(url, 'hello');
    await finish(id, { channel_id: channel, thread_ts: root.ts });
    await sandbox.waitFor(({ messages }) =>
      messages(channel).find(({ files, thread_ts: thread }) => files && thread === root.ts),
    );
  });

  it('is completed once, and only after its bytes came', async () => {
    const { upload_url: url, file_id: id } = await begin();
    expect((await finish(id)).error).toBe('file_not_found');
    await put(url, 'hello');
    expect((await finish(id)).ok).toBe(true);
    expect((await finish(id)).error).toBe('file_update_failed');
    expect((await put(url, 'again'))[0]).toBe(404);
  });

  it.each([
    [{ filename: '' }, 'invalid_arguments'],
    [{ length: 'many' }, 'invalid_arguments'],
    [{ length: 0 }, 'missing_argument'],
    [{ length: 50 * 1024 * 1024 }, 'file_upload_size_restricted'],
    [{ alt_txt: 'x'.repeat(1001) }, 'alt_txt_too_large'],
    [{ length: 1_000_001, snippet_type: 'text' }, 'snippet_too_large'],
  ])('is refused for %j', async (args, error) => {
    expect(await begin(args)).toMatchObject({ ok: false, error });
  });

  it('is refused when it is larger than it was said to be', async () => {
    const { upload_url: url } = await begin();
    expect((await put(url, 'sixsix'))[0]).toBe(413);
    expect((await put(url, Buffer.alloc(50 * 1024 * 1024)))[0]).toBe(413);
  });

  it('is refused for a room that the app is not in, or that is not there', async () => {
    const { upload_url: url, file_id: id } = await begin();
    await put(url, 'hello');
    expect((await finish(id, { channel_id: 'C404' })).error).toBe('channel_not_found');
    expect((await finish(id, { channel_id: channel, thread_ts: '1.000001' })).error).toBe('thread_not_found');
    expect((await call(sandbox, 'files.info', { file: 'F404' })).error).toBe('file_not_found');
  });
});

describe('a picture', () => {
  const tiny = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEUlEQVR4nGP4z8DwHwyBNBgAAEsFBfsTbEcCAAAAAElFTkSuQmCC',
    'base64',
  );

  it.each([
    ['says how large it is', tiny, { original_w: 2, original_h: 3 }],
    ['that is none says nothing of it', Buffer.from('no picture'), { mimetype: 'image/png' }],
  ])('%s', async (_, data, expected) => {
    const { upload_url: url, file_id: id } = await begin({ filename: 'a.png', length: data.length });
    await put(url, data);
    const { files } = await finish(id);
    expect(files[0]).toMatchObject(expected);
    expect('original_w' in files[0]).toBe('original_w' in expected);
  });
});

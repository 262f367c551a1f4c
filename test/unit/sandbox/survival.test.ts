import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { type Answer, call, connect } from './client.ts';
import { ask, openLive } from './http/page/page-client.ts';

let sandbox: Sandbox;
let channel: string;
beforeEach(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'] });
  channel = sandbox.channels[0]?.id ?? '';
});
afterEach(() => sandbox.close());

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const deep = nested(6000);

/** As a form carries it: JSON in text. */
async function form(method: string, args: Record<string, string>): Promise<Answer> {
  const response = await fetch(sandbox.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}` },
    body: new URLSearchParams(args),
  });
  return response.json();
}

const message = { type: 'section', text: { type: 'mrkdwn', text: 'x' } };

describe('what is too deep to be written down again', () => {
  it.each([
    ['attachments', `[{"x":${deep}}]`, 'invalid_attachments'],
    ['blocks', `[{"type":"section","text":${deep}}]`, 'invalid_blocks_format'],
    ['metadata', `{"event_type":"x","event_payload":{"x":${deep}}}`, 'invalid_metadata_format'],
  ])('is refused as %s, and every page stays', async (name, value, error) => {
    const page = await openLive(sandbox, 'mary');
    expect(await form('chat.postMessage', { channel, text: 'x', [name]: value })).toMatchObject({ ok: false, error });
    await sandbox.say({ as: 'mary', channel: '#ops', text: 'still here' });
    await page.wait('the next message comes', (frame): frame is never => frame.type === 'message');
    expect(page.texts()).toEqual(['still here']);
    page.socket.terminate();
  });

  it('is refused as a view', async () => {
    const view = `{"type":"home","blocks":${deep}}`;
    expect((await form('views.publish', { user_id: sandbox.people[0]?.id ?? '', view })).error).toBe(
      'invalid_arguments',
    );
  });

  it.each(['/api/chat.postMessage', '/control/say', '/page/say'])('is refused as a JSON body to %s', async (path) => {
    const response = await fetch(`http://127.0.0.1:${sandbox.port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
      body: `{"text":${deep}}`,
    });
    expect(response.status).toBeLessThan(500);
    expect(JSON.stringify(await response.json())).toMatch(/invalid_json|in each other/u);
  });

  it('is no ack, and the connection stays', async () => {
    const line = await connect(sandbox, { acks: false });
    await sandbox.say({ as: 'mary', channel: '#ops', text: 'x' });
    const [envelope] = await line.reach(1);
    line.socket.send(`{"envelope_id":"${envelope.envelope_id}","payload":${deep}}`);
    line.ack(envelope);
    await sandbox.waitFor(({ isDelivered }) => isDelivered(envelope.payload.event.ts) || undefined);
    expect(sandbox.connections()).toBe(1);
  });

  it('is not what a real message is', async () => {
    const metadata = `{"event_type":"x","event_payload":{"x":${nested(50)}}}`;
    expect((await form('chat.postMessage', { channel, text: 'x', metadata })).ok).toBe(true);
  });
});

const poison = {
  toJSON(): never {
    throw new Error('cannot be written');
  },
};

const gone = (socket: WebSocket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve));

describe('what cannot be written', () => {
  it('ends the page that it was for, and nothing else', async () => {
    const page = await openLive(sandbox, 'mary');
    const { ts } = await call(sandbox, 'chat.postMessage', { channel, text: 'x', blocks: [message] });
    Object.assign(sandbox.messages('#ops')[0]?.blocks?.[0] ?? {}, { text: poison });
    const closed = gone(page.socket);
    await call(sandbox, 'reactions.add', { channel, timestamp: ts, name: 'eyes' });
    await closed;
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it('ends a page while it connects, and nothing else', async () => {
    const view = { type: 'home', blocks: [message] };
    await call(sandbox, 'views.publish', { user_id: sandbox.people[0]?.id, view });
    Object.assign(sandbox.home('mary')?.blocks[0] ?? {}, { text: poison });
    const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/page/live?as=mary`);
    socket.on('error', () => {});
    await gone(socket);
    expect((await ask(sandbox, 'home', { as: sandbox.people[0]?.id ?? '', tab: 'messages' })).status).toBe(200);
  });
});

describe('a name with half a character', () => {
  it('is the name of a file, which is shown and sent', async () => {
    const filename = '\ud800half.png';
    const { upload_url: address, file_id: id } = await call(sandbox, 'files.getUploadURLExternal', {
      filename,
      length: 3,
    });
    await fetch(address, { method: 'POST', body: 'abc' });
    expect((await call(sandbox, 'files.completeUploadExternal', { files: [{ id }], channel_id: channel })).ok).toBe(
      true,
    );
    const [shown] = await sandbox.waitFor(() => sandbox.messages('#ops').find(({ files }) => files)?.files);
    const headers = { authorization: `Bearer ${sandbox.botToken}` };
    const file = await fetch(String(shown?.['url_private']), { headers });
    expect(await file.text()).toBe('abc');
    expect(file.headers.get('content-disposition')).toContain('half.png');
  });
});

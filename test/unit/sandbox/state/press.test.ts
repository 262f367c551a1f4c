import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { type Answer, call, connect } from '../client.ts';

let sandbox: Sandbox;
let channel: string;
beforeEach(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }, { name: 'tom' }], channels: ['ops'], ackTimeout: 40 });
  channel = sandbox.channels[0]?.id ?? '';
});
afterEach(() => sandbox.close());

const approve = { type: 'button', action_id: 'approve', value: 'run-7', text: { type: 'plain_text', text: 'Approve' } };
const blocks = [{ type: 'actions', block_id: 'ask', elements: [approve] }];
const ask = (): Promise<Answer> => call(sandbox, 'chat.postMessage', { channel, text: 'Approve?', blocks });

const answer = async (url: string, body: object) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [response.status, await response.text()];
};

describe('a press', () => {
  it('reaches the app as block_actions, and its ack comes back', async () => {
    const line = await connect(sandbox, { acks: false });
    const { ts } = await ask();
    await line.reach(1);
    const pressed = sandbox.press({ as: 'tom', channel: '#ops', ts, actionId: 'approve' });
    const envelope = (await line.reach(2)).find(({ type }) => type === 'interactive');
    line.ack(envelope, { text: 'fine' });
    expect(await pressed).toEqual({ acked: true, payload: { text: 'fine' } });
    expect(envelope).not.toHaveProperty('retry_attempt');
    expect(envelope.payload).toMatchObject({
      type: 'block_actions',
      user: { id: sandbox.people[1]?.id, name: 'tom', team_id: sandbox.team.id },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'ops' },
      message: { ts, text: 'Approve?' },
      actions: [{ type: 'button', action_id: 'approve', block_id: 'ask', value: 'run-7' }],
    });
  });

  it('is not repeated when nobody answers', async () => {
    const { ts } = await ask();
    const press = { as: 'tom', channel, ts, actionId: 'approve' };
    expect(await sandbox.press(press)).toEqual({ acked: false });
    const line = await connect(sandbox, { acks: false });
    expect(await sandbox.press(press)).toEqual({ acked: false });
    expect(line.envelopes().filter(({ type }) => type === 'interactive')).toHaveLength(1);
  });

  it('needs a control that is there, on a message that the person sees', async () => {
    const { ts } = await ask();
    const hidden = await call(sandbox, 'chat.postEphemeral', {
      channel,
      user: sandbox.people[0]?.id,
      text: 'x',
      blocks,
    });
    const press = { as: 'tom', channel: '#ops', ts, actionId: 'approve' };
    await expect(sandbox.press({ ...press, actionId: 'deny' })).rejects.toThrow('no control deny');
    await expect(sandbox.press({ ...press, ts: hidden.message_ts })).rejects.toThrow('tom sees no message');
    await expect(sandbox.press({ ...press, as: 'eve' })).rejects.toThrow('nobody here is called eve');
  });

  it('can be answered through its response_url, five times', async () => {
    const line = await connect(sandbox);
    const { ts } = await ask();
    await sandbox.press({ as: 'tom', channel, ts, actionId: 'approve' });
    const url = line.envelopes().find(({ type }) => type === 'interactive').payload.response_url;
    expect(await answer(url, { text: 'only you' })).toEqual([200, 'ok']);
    expect(sandbox.messages(channel).at(-1)).toMatchObject({ text: 'only you', ephemeralTo: sandbox.people[1]?.id });
    await answer(url, { text: 'everybody', response_type: 'in_channel' });
    expect(sandbox.messages(channel).at(-1)?.ephemeralTo).toBe(undefined);
    await answer(url, { text: 'Approved', replace_original: true });
    expect(sandbox.messages(channel).find((message) => message.ts === ts)).toMatchObject({ text: 'Approved' });
    await answer(url, { delete_original: true });
    expect(sandbox.messages(channel).some((message) => message.ts === ts)).toBe(false);
    expect((await answer(url, {}))[0]).toBe(404);
    expect(await answer(url, { text: 'sixth' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { connectApp } from '../app.ts';

// Its clock stands: no trigger is too old, and no ack late, for a busy machine.
const time = Date.UTC(2026, 10, 21);
let sandbox: Sandbox;
beforeEach(async () => {
  const shortcuts = [{ callbackId: 'new_run' }, { callbackId: 'run_this', type: 'message' as const }];
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'], shortcuts, time });
});
afterEach(() => sandbox.close());

it('a global shortcut has no room and no response_url', async () => {
  const app = await connectApp(sandbox);
  expect(await sandbox.shortcut({ as: 'mary', callbackId: 'new_run' })).toEqual({ acked: true });
  const [payload] = app.done();
  expect(payload).toMatchObject({ type: 'shortcut', callback_id: 'new_run', user: { username: 'mary' } });
  expect(payload.trigger_id).toMatch(/^\d+\.\d+\.[0-9a-f]+$/u);
  for (const name of ['channel', 'message', 'response_url']) expect(payload).not.toHaveProperty(name);
});

it('a shortcut of a message brings the message', async () => {
  const app = await connectApp(sandbox);
  const { channel, ts } = await sandbox.say({ as: 'mary', channel: '#ops', text: 'ops deploy' });
  await sandbox.shortcut({ as: 'mary', callbackId: 'run_this', channel: '#ops', ts });
  expect(app.done()).toMatchObject([
    {
      ...{ type: 'message_action', callback_id: 'run_this', message_ts: ts, channel: { id: channel, name: 'ops' } },
      message: { ts, text: 'ops deploy', user: sandbox.people[0]?.id },
      response_url: expect.stringContaining('/actions/'),
      action_ts: expect.stringMatching(/^\d+\.\d{6}$/u),
    },
  ]);
});

it('the person sees that the app did not answer', async () => {
  expect(await sandbox.shortcut({ as: 'mary', callbackId: 'new_run' })).toEqual({
    acked: false,
    failure: 'We had some trouble connecting. Try again?',
  });
});

it('must be one that the app has, of its kind', async () => {
  const known = '(shortcuts: new_run (global), run_this (message))';
  await expect(sandbox.shortcut({ as: 'mary', callbackId: 'run_this' })).rejects.toThrow(
    `there is no global shortcut run_this ${known}`,
  );
});

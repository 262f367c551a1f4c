import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { connectApp } from '../app.ts';
import { call } from '../client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'] });
});
afterEach(() => sandbox.close());

it('the app hears each time that a person opens a tab, with the view once there is one', async () => {
  const app = await connectApp(sandbox);
  const mary = sandbox.people[0]?.id;
  sandbox.openHome('mary');
  await app.reach(1);
  const view = { type: 'home', blocks: [{ type: 'divider', block_id: 'b' }] };
  const published = await call(sandbox, 'views.publish', { user_id: mary, view });
  sandbox.openHome('mary', 'home');
  sandbox.openHome('mary', 'messages');
  await app.reach(3);
  const [first, second, third] = app.events('app_home_opened');
  expect(first).toEqual({
    ...{ type: 'app_home_opened', user: mary, channel: expect.stringMatching(/^D/u), tab: 'home' },
    event_ts: expect.stringMatching(/^\d+\.\d{6}$/u),
  });
  expect(second).toMatchObject({ tab: 'home', view: published.view });
  expect(third.tab).toBe('messages');
  expect(third).not.toHaveProperty('view');
  expect(sandbox.home('mary')).toEqual(published.view);
});

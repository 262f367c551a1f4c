import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { buttonsOf } from '../../../src/testing/buttons.ts';
import { call, connect } from '../sandbox/client.ts';

const button = (text: string, id: string) => ({
  type: 'button',
  action_id: id,
  text: { type: 'plain_text', text },
});

it('are those of the message in their order, and are pressed as whom one says', async () => {
  const slack = await startSandbox();
  onTestFinished(() => slack.close());
  const [{ id: channel } = { id: '' }] = slack.channels;
  const blocks = [
    { type: 'section', text: { type: 'plain_text', text: 'prod?' }, accessory: button('More', 'more') },
    { type: 'actions', elements: [button('Approve', 'approve'), button('Deny', 'deny')] },
  ];
  const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'prod?', blocks });
  const message = slack.messages(channel).find((one) => one.ts === ts);
  if (message === undefined) throw new Error('nothing was posted');
  const buttons = buttonsOf(message, { channel, person: 'mary' }, slack);
  expect(buttons.map(({ text, actionId }) => [text, actionId])).toEqual([
    ['More', 'more'],
    ['Approve', 'approve'],
    ['Deny', 'deny'],
  ]);
  expect(await buttons[1]?.press()).toMatchObject({ acked: false });
  const app = await connect(slack);
  const presses = [buttons[1]?.press(), buttons[2]?.press('tom')];
  // The first one tells of the message itself.
  const [, ...pressed] = await app.reach(3);
  const names = pressed.map(({ payload }) => [payload.user.name, payload.actions[0].action_id]);
  expect(names).toEqual([
    ['mary', 'approve'],
    ['tom', 'deny'],
  ]);
  expect(await Promise.all(presses)).toMatchObject([{ acked: true }, { acked: true }]);
});

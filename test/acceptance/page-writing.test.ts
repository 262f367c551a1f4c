import type { ModalView } from '@slack/web-api';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { startApp } from '../support/echo-app.ts';
import {
  channelId,
  composer,
  enter,
  isFocused,
  log,
  message,
  replyComposer,
  sidebarRow,
  soon,
  startSlack,
  textsIn,
  threadPane,
} from '../support/page.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const form = {
  ...{ type: 'modal', title: plain('A form'), submit: plain('Send'), close: plain('Leave') },
  blocks: [
    {
      ...{ type: 'input', block_id: 'service', label: plain('Service') },
      element: { type: 'plain_text_input', action_id: 'name' },
    },
  ],
} as unknown as ModalView;

/** A room with a button that opens a form. */
async function startForm() {
  const slack = await startSlack();
  const app = await startApp(slack, async ({ ack, body }, web) => {
    await ack();
    if (body.type === 'block_actions') await web.views.open({ trigger_id: body.trigger_id, view: form });
  });
  const elements = [{ type: 'button', action_id: 'form', text: plain('Fill in') }] as const;
  const blocks = [{ type: 'actions', elements: [...elements] }] as const;
  const channel = channelId(slack, 'ops');
  const { ts: thread = '' } = await app.web.chat.postMessage({ channel, text: 'a form', blocks: [...blocks] });
  return { slack, thread };
}

const postAs = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Post as ${name}`) }).click();

await describeInBrowser('what is typed', (open) => {
  it.each<[way: string, close: (page: Page) => Promise<void>]>([
    ['with Escape', (page) => page.keyboard.press('Escape')],
    ['with its button', (page) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()],
    ['by sending it', (page) => page.keyboard.type('web\n')],
  ])('goes into the composer after a modal was closed %s', async (_, close) => {
    const { slack } = await startForm();
    const { page } = await enter(open, slack);
    await page.getByRole('button', { name: 'Fill in' }).click();
    const field = page.getByRole('dialog').getByRole('textbox', { name: 'Service' });
    await expect.poll(() => field.isVisible().then((there) => there && isFocused(field)), soon).toBe(true);
    await close(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.type('now to the room');
    await expect.poll(() => composer(page).inputValue(), soon).toBe('now to the room');
  });

  it('goes into the reply where the modal was opened in a thread', async () => {
    const { slack, thread } = await startForm();
    const { page } = await enter(open, slack, { thread });
    await threadPane(page).getByRole('button', { name: 'Fill in' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.type('now to the thread');
    await expect.poll(() => replyComposer(page).inputValue(), soon).toBe('now to the thread');
    expect(await composer(page).inputValue()).toBe('');
  });

  it('stays in the message that is edited, while others write', async () => {
    const slack = await startSlack();
    await slack.say({ as: 'mary', channel: '#ops', text: 'deploy uat' });
    const { page } = await enter(open, slack);
    await message(log(page), 'deploy uat').waitFor();
    const editor = page.getByRole('textbox', { name: 'Edit message' });
    await composer(page).press('ArrowUp');
    await expect.poll(() => editor.isVisible().then((there) => there && isFocused(editor)), soon).toBe(true);
    await page.keyboard.type(', then');
    for (let at = 0; at < 60; at += 1) await slack.say({ as: 'tom', channel: '#ops', text: `number ${at}` });
    await page.getByRole('button', { name: '60 new messages' }).waitFor();
    await page.keyboard.type(' prod');
    expect(await editor.inputValue()).toBe('deploy uat, then prod');
    expect(await isFocused(editor)).toBe(true);
    await page.getByRole('button', { name: '60 new messages' }).click();
    await message(log(page), 'number 59').click();
    await editor.focus();
    expect(await editor.inputValue()).toBe('deploy uat, then prod');
    await page.keyboard.press('Enter');
    await expect.poll(() => textsIn(slack, '#ops')[0], soon).toBe('deploy uat, then prod');
    expect(slack.messages('#ops')).toHaveLength(61);
    await expect.poll(() => isFocused(composer(page)), soon).toBe(true);
  });

  it('is kept for each person and channel', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    const holds = (text: string) => expect.poll(() => composer(page).inputValue(), soon).toBe(text);
    await composer(page).fill('of mary in ops');
    await postAs(page, 'Tom');
    await holds('');
    await composer(page).fill('of tom in ops');
    await sidebarRow(page, 'general').click();
    await holds('');
    await composer(page).fill('of tom in general');
    await postAs(page, 'Mary');
    await holds('');
    await sidebarRow(page, 'ops').first().click();
    await holds('of mary in ops');
    await page.keyboard.press('Enter');
    await message(log(page), 'of mary in ops').waitFor();
    await postAs(page, 'Tom');
    await holds('of tom in ops');
    await sidebarRow(page, 'general').click();
    await holds('of tom in general');
    expect(textsIn(slack, '#ops')).toEqual(['of mary in ops']);
  });
});

await describeInBrowser('an empty room', (open) => {
  it('offers ways to talk to the app, which a press writes into the composer', async () => {
    const slack = await startSlack({
      commands: [{ command: '/ship', usageHint: '[environment]', description: 'Ship it' }],
      channels: ['ops', { name: 'quiet', bot: false }],
    });
    const { page } = await enter(open, slack);
    const intro = page.getByRole('region', { name: 'The beginning of ops' });
    const offers = intro.getByRole('list', { name: 'Talk to ops' }).getByRole('listitem');
    await expect
      .poll(() => offers.allTextContents(), soon)
      .toEqual(['@opsmentions the app', '/ship[environment] · Ship it']);
    await offers.getByRole('button', { name: '@ops' }).click();
    await expect.poll(() => composer(page).inputValue(), soon).toBe('@ops ');
    await page.keyboard.type('help\n');
    await message(log(page), '@ops help').waitFor();
    expect(textsIn(slack, '#ops')).toEqual([`<@${slack.bot.userId}> help`]);
    await sidebarRow(page, 'quiet').click();
    await page.getByRole('region', { name: 'The beginning of quiet' }).waitFor();
    expect(await page.getByRole('list', { name: 'Talk to ops' }).count()).toBe(0);
  });
});

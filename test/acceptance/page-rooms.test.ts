import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { startApp } from '../support/echo-app.ts';
import { channelId, enter, log, message, soon, startSlack, threadPane } from '../support/page.ts';

await describeInBrowser('the head of a room', (open) => {
  it('says what the room is about, and lets whoever is there say it anew', async () => {
    const slack = await startSlack({ channels: [{ name: 'ops', topic: 'freeze <Monday> :snowflake:' }, 'general'] });
    const { web } = await startApp(slack);
    const { page } = await enter(open, slack);
    const header = page.getByRole('main');
    await header.getByRole('button', { name: 'freeze <Monday> snowflake emoji' }).click();
    const field = page.getByRole('dialog', { name: 'Topic' }).getByRole('textbox', { name: 'Topic' });
    expect(await field.inputValue()).toBe('freeze <Monday> :snowflake:');
    await field.fill('go & deploy');
    await page.keyboard.press('Enter');
    await header.getByRole('button', { name: 'go & deploy' }).waitFor();
    await message(log(page), 'set the channel topic: go & deploy').waitFor();
    const { channel } = await web.conversations.info({ channel: channelId(slack, 'ops') });
    expect(channel?.topic?.value).toBe('go &amp; deploy');
    await web.conversations.setTopic({ channel: channelId(slack, 'ops'), topic: '' });
    await header.getByRole('button', { name: 'Add a topic' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => slack.messages('#ops').length, soon).toBe(2);
  });
});

await describeInBrowser('the list of threads', (open) => {
  it('has those that one takes part in, says which have new replies, and leads there', async () => {
    const slack = await startSlack();
    const say = (as: string, channel: string, text: string, thread?: string) =>
      slack.say({ as, channel, text, ...(thread === undefined ? {} : { thread }) });
    const mine = await say('mary', '#general', 'shall *we*?');
    const other = await say('tom', '#ops', 'of tom alone');
    await say('tom', '#ops', 'to himself', other.ts);
    const answered = await say('tom', '#ops', 'who deploys?');
    await say('mary', '#ops', 'I do', answered.ts);
    const { page } = await enter(open, slack);
    await say('tom', '#general', 'we shall', mine.ts);
    const list = page.getByRole('dialog', { name: 'Threads' }).getByRole('listitem');
    await page.getByRole('button', { name: 'Threads' }).click();
    await expect.poll(() => list.count(), soon).toBe(2);
    await expect.poll(() => list.nth(0).textContent(), soon).toMatch(/shall we\?Mary in #general1 reply, unread/);
    expect(await list.nth(1).textContent()).toMatch(/who deploys\?Tom in #ops1 reply(?!, unread)/);
    await list.nth(0).getByRole('button').click();
    await message(threadPane(page), 'we shall').waitFor();
    await message(log(page), 'shall we?').waitFor();
    await page.getByRole('button', { name: 'Threads' }).click();
    await expect.poll(() => list.count(), soon).toBe(2);
    await expect.poll(() => list.nth(0).textContent(), soon).not.toContain('unread');
  });

  it('says what will be in it while it is empty', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    await page.getByRole('button', { name: 'Threads' }).click();
    await page.getByRole('dialog', { name: 'Threads' }).getByText('come here').waitFor();
  });
});

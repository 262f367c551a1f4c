import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { startApp } from '../support/echo-app.ts';
import { channelId, enter, log, message, soon, startSlack } from '../support/page.ts';

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
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => slack.messages('#ops').length, soon).toBe(2);
  });
});

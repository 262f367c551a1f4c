import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  enter,
  log,
  message,
  replyComposer,
  sidebarRow,
  soon,
  startSlack,
  threadPane,
  toolsOf,
} from '../support/page.ts';

await describeInBrowser('what was not read', (open) => {
  it('is marked at a thread with new replies of others, until it is looked at', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ as: 'tom', channel: '#ops', text: 'shall we?' });
    const { page } = await enter(open, slack);
    const summary = message(log(page), 'shall we?').getByRole('button', { name: /repl(?:y|ies)/ });
    await message(log(page), 'shall we?').waitFor();
    await slack.say({ as: 'mary', channel: '#ops', text: 'we shall', thread: ts });
    await expect.poll(() => summary.textContent(), soon).toContain('1 reply');
    expect(await summary.textContent()).not.toContain('unread');
    await slack.say({ as: 'tom', channel: '#ops', text: 'then go', thread: ts });
    await expect.poll(() => summary.textContent(), soon).toContain('2 replies, unread');
    await summary.click();
    await message(threadPane(page), 'then go').waitFor();
    await expect.poll(() => summary.textContent(), soon).not.toContain('unread');
    await replyComposer(page).press('Escape');
    await threadPane(page).waitFor({ state: 'detached' });
    await slack.say({ as: 'tom', channel: '#ops', text: 'well?', thread: ts });
    await expect.poll(() => summary.textContent(), soon).toContain('3 replies, unread');
  });

  it('is what one marked so, until one comes back', async () => {
    const slack = await startSlack();
    for (const text of ['one', 'two', 'three']) await slack.say({ as: 'tom', channel: '#ops', text });
    await slack.say({ as: 'mary', channel: '#ops', text: 'mine' });
    const { page } = await enter(open, slack);
    const row = sidebarRow(page, 'ops').first();
    const items = page.getByRole('menu', { name: 'More actions' }).getByRole('menuitem');
    const menuOf = async (text: string) =>
      (await toolsOf(message(log(page), text))).getByRole('button', { name: 'More actions' }).click();
    const divider = log(page).getByText('New', { exact: true });
    await expect.poll(() => row.textContent(), soon).not.toContain('unread');
    await divider.waitFor();
    await sidebarRow(page, 'general').click();
    await row.click();
    await message(log(page), 'mine').waitFor();
    await divider.waitFor({ state: 'detached' });
    await menuOf('mine');
    await items.first().waitFor();
    expect(await items.allTextContents()).not.toContain('Mark unread');
    await page.keyboard.press('Escape');
    await menuOf('two');
    await items.filter({ hasText: 'Mark unread' }).click();
    await expect.poll(() => row.textContent(), soon).toContain('unread');
    await divider.waitFor();
    const following = divider.locator('xpath=following::article[1]');
    expect(await following.textContent()).toContain('two');
    await slack.say({ as: 'tom', channel: '#ops', text: 'four' });
    await message(log(page), 'four').waitFor();
    await sidebarRow(page, 'general').click();
    await page.getByRole('region', { name: 'The beginning of general' }).waitFor();
    expect(await row.textContent()).toContain('unread');
    await row.click();
    await message(log(page), 'four').waitFor();
    await expect.poll(() => row.textContent(), soon).not.toContain('unread');
  });

  it('is pointed at where it lies out of sight in the list of rooms', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `room-${String(at).padStart(2, '0')}`);
    const slack = await startSlack({ channels: names });
    const { page } = await enter(open, slack, { room: 'room-00' }, { viewport: { width: 1200, height: 600 } });
    const more = page.getByRole('button', { name: 'More unreads' });
    const row = sidebarRow(page, 'room-39');
    const inSight = () => row.evaluate((it) => it.getBoundingClientRect().bottom <= 600);
    expect(await more.count()).toBe(0);
    await slack.say({ as: 'tom', channel: '#room-39', text: 'far down' });
    await more.waitFor();
    expect(await inSight()).toBe(false);
    await more.click();
    await expect.poll(inSight, soon).toBe(true);
    await more.waitFor({ state: 'detached' });
    await row.click();
    await message(log(page), 'far down').waitFor();
    await slack.say({ as: 'tom', channel: '#room-01', text: 'far up' });
    await more.click();
    await more.waitFor({ state: 'detached' });
    await sidebarRow(page, 'room-01').click();
    await message(log(page), 'far up').waitFor();
    expect(await more.count()).toBe(0);
  });
});

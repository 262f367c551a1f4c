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
  stored,
  textsIn,
  threadPane,
  toolsOf,
  write,
} from '../support/page.ts';

await describeInBrowser('writing on the page', (open) => {
  it('sends with Enter, and breaks the line with Shift and Enter', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    await composer(page).pressSequentially('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    expect(textsIn(slack, '#ops')).toEqual([]);
    await page.keyboard.press('Enter');
    await message(log(page), 'one').waitFor();
    await expect.poll(() => composer(page).inputValue(), soon).toBe('');
    await expect.poll(() => textsIn(slack, '#ops'), soon).toEqual(['one\ntwo']);
  });

  it('edits the last own message with the arrow up, and leaves it with Escape', async () => {
    const slack = await startSlack();
    await slack.say({ as: 'mary', channel: '#ops', text: 'deploy *web* to `uat`' });
    await slack.say({ as: 'tom', channel: '#ops', text: 'not mine' });
    const { page } = await enter(open, slack);
    await message(log(page), 'not mine').waitFor();
    const editor = page.getByRole('textbox', { name: 'Edit message' });
    await composer(page).press('ArrowUp');
    await expect.poll(() => editor.inputValue(), soon).toBe('deploy *web* to `uat`');
    await expect.poll(() => isFocused(editor), soon).toBe(true);
    await editor.fill('something else');
    await page.keyboard.press('Escape');
    await editor.waitFor({ state: 'detached' });
    expect(textsIn(slack, '#ops')[0]).toBe('deploy *web* to `uat`');
    await expect.poll(() => isFocused(composer(page)), soon).toBe(true);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => editor.isVisible().then((there) => there && isFocused(editor)), soon).toBe(true);
    await editor.fill('deploy *web* to `prod`');
    await page.keyboard.press('Enter');
    await message(log(page), 'deploy web to prod (edited)').waitFor();
    await expect.poll(() => textsIn(slack, '#ops')[0], soon).toBe('deploy *web* to `prod`');
  });

  it('completes people, channels and emoji, which reach the app as references', async () => {
    const slack = await startSlack();
    const app = await startApp(slack);
    const { page } = await enter(open, slack, { as: 'tom' });
    const options = page.getByRole('listbox').getByRole('option');
    await composer(page).pressSequentially('hi @ma');
    await options.filter({ hasText: 'Mary' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('in #gen');
    await options.filter({ hasText: 'general' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type(':tada');
    await options.filter({ hasText: ':tada:' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => composer(page).inputValue(), soon).toBe('hi @mary in #general :tada: ');
    await page.keyboard.press('Enter');
    await expect.poll(() => app.of('message').length, soon).toBe(1);
    const mary = slack.people.find(({ name }) => name === 'mary')?.id;
    const references = `hi <@${mary}> in <#${channelId(slack, 'general')}|general> :tada:`;
    expect(app.of('message')[0]?.event.text).toBe(references);
    const row = message(log(page), 'hi');
    await expect.poll(() => row.textContent(), soon).toContain('🎉');
    await row.getByText('@mary').waitFor();
    await row.getByRole('button', { name: 'general' }).waitFor();
  });

  it('shows what stands between backticks as code, and sends it as it is', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    await composer(page).fill('run `ops *x*` or\n```\nif a < b:\n  *go*\n```');
    await page.keyboard.press('Enter');
    const row = message(log(page), 'run');
    await expect.poll(() => row.getByRole('code').first().textContent(), soon).toBe('ops *x*');
    expect(await row.locator('pre').textContent()).toBe('if a < b:\n  *go*');
    await expect.poll(() => textsIn(slack, '#ops'), soon).toEqual(['run `ops *x*` or\n```if a &lt; b:\n  *go*```']);
  });

  it('keeps what was typed and not sent, in each room and thread', async () => {
    const slack = await startSlack();
    const { ts } = await slack.say({ as: 'tom', channel: '#ops', text: 'a thread' });
    const { page } = await enter(open, slack);
    await composer(page).fill('for ops');
    await sidebarRow(page, 'general').click();
    await expect.poll(() => composer(page).inputValue(), soon).toBe('');
    await composer(page).fill('for general');
    await sidebarRow(page, 'ops').first().click();
    await expect.poll(() => composer(page).inputValue(), soon).toBe('for ops');
    await (await toolsOf(message(log(page), 'a thread'))).getByRole('button', { name: 'Reply in thread' }).click();
    await replyComposer(page).fill('for the thread');
    await page.reload();
    await expect.poll(() => replyComposer(page).inputValue(), soon).toBe('for the thread');
    expect(await composer(page).inputValue()).toBe('for ops');
    expect(slack.messages('#ops').map((said) => said.ts)).toEqual([ts]);
  });

  it('deletes a message once the person said yes', async () => {
    const slack = await startSlack();
    await slack.say({ as: 'mary', channel: '#ops', text: 'a mistake' });
    const { page } = await enter(open, slack);
    const row = message(log(page), 'a mistake');
    const remove = async (answer: string): Promise<void> => {
      await (await toolsOf(row)).getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Delete message' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: answer }).click();
    };
    await remove('Cancel');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(textsIn(slack, '#ops')).toEqual(['a mistake']);
    await remove('Delete');
    await row.waitFor({ state: 'detached' });
    await expect.poll(() => slack.messages('#ops'), soon).toEqual([]);
  });
});

await describeInBrowser('talking on the page', (open) => {
  it('answers in a thread beside the room, and counts the replies', async () => {
    const slack = await startSlack();
    const root = await slack.say({ as: 'tom', channel: '#ops', text: 'shall we deploy?' });
    const { page } = await enter(open, slack);
    const row = message(log(page), 'shall we deploy?');
    await (await toolsOf(row)).getByRole('button', { name: 'Reply in thread' }).click();
    await replyComposer(page).fill('yes');
    await page.keyboard.press('Enter');
    await message(threadPane(page), 'yes').waitFor();
    await row.getByRole('button', { name: '1 reply' }).waitFor();
    await slack.say({ as: 'tom', channel: '#ops', text: 'then go', thread: root.ts });
    await message(threadPane(page), 'then go').waitFor();
    await row.getByRole('button', { name: '2 replies' }).waitFor();
    expect(await message(log(page), 'then go').count()).toBe(0);
    expect(slack.messages('#ops').map(({ thread_ts }) => thread_ts)).toEqual([root.ts, root.ts, root.ts]);
  });

  it('reacts and takes it back, which the app sees', async () => {
    const slack = await startSlack();
    const { ts, channel } = await slack.say({ as: 'tom', channel: '#ops', text: 'done' });
    const { web } = await startApp(slack);
    const reactions = async () => {
      const { message: about } = await web.reactions.get({ channel, timestamp: ts });
      return about?.reactions?.map(({ name, count }) => `${name} ${count}`) ?? [];
    };
    await web.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    const { page } = await enter(open, slack);
    const row = message(log(page), 'done');
    const chip = row.getByRole('button', { name: /^eyes, / });
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
    await chip.click();
    await expect.poll(reactions, soon).toEqual(['eyes 2']);
    await expect.poll(() => chip.getAttribute('aria-pressed'), soon).toBe('true');
    await chip.click();
    await expect.poll(reactions, soon).toEqual(['eyes 1']);
    await row.getByRole('button', { name: 'Add reaction' }).first().click();
    await page.getByRole('combobox', { name: 'Search emoji' }).fill('rocket');
    await page.getByRole('gridcell', { name: 'rocket' }).first().waitFor();
    await page.keyboard.press('Enter');
    await row.getByRole('button', { name: /^rocket, 1/ }).waitFor();
    await expect.poll(reactions, soon).toEqual(['eyes 1', 'rocket 1']);
  });

  it('marks what was not read, and mentions, until it is read', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    const row = sidebarRow(page, 'general');
    await row.waitFor();
    expect(await row.textContent()).not.toContain('unread');
    await slack.say({ as: 'tom', channel: '#general', text: 'anybody?' });
    await expect.poll(() => row.textContent(), soon).toContain('unread');
    await slack.say({ as: 'tom', channel: '#general', text: '@mary look' });
    await expect.poll(() => row.textContent(), soon).toContain('1 for you');
    await row.click();
    await message(log(page), '@mary look').waitFor();
    await expect.poll(() => row.textContent(), soon).not.toMatch(/unread|for you/);
  });

  it('shows each edit of the app as it is made, the last one at the end', async () => {
    const slack = await startSlack();
    const { web } = await startApp(slack);
    const channel = channelId(slack, 'ops');
    const { page } = await enter(open, slack);
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'step 0' });
    await message(log(page), 'step 0').waitFor();
    for (let step = 1; step <= 10; step += 1) await web.chat.update({ channel, ts, text: `step ${step} of 10` });
    await message(log(page), 'step 10 of 10').waitFor();
    expect(await log(page).getByRole('article').count()).toBe(1);
  });

  it('shows the same to another person in another browser', async () => {
    const slack = await startSlack();
    const { page: marys } = await enter(open, slack, { as: 'mary' });
    const { page: toms } = await enter(open, slack, { as: 'tom' });
    await write(marys, 'from mary');
    await message(log(toms), 'from mary').waitFor();
    await write(toms, 'from tom');
    await message(log(marys), 'from tom').waitFor();
    const said = (page: typeof marys) => log(page).getByRole('article').allTextContents();
    await expect
      .poll(async () => [await said(toms), await said(marys)], soon)
      .toSatisfy(([his, hers]: string[][]) => his?.length === 2 && his.join() === hers?.join());
  });

  it('posts as the person who is picked', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    await write(page, 'shall I?');
    await message(log(page), 'shall I?').waitFor();
    await page.getByRole('button', { name: /Post as Tom/ }).click();
    await page.getByRole('button', { name: /Post as Tom/, pressed: true }).waitFor();
    await message(log(page), 'shall I?').waitFor();
    await write(page, 'please do');
    await stored(slack, '#ops', ({ text }) => text === 'please do');
    const names = slack.messages('#ops').map(({ user }) => slack.people.find(({ id }) => id === user)?.name);
    expect(names).toEqual(['mary', 'tom']);
    await page.keyboard.press('Alt+1');
    await page.getByRole('button', { name: /Post as Mary/, pressed: true }).waitFor();
  });

  it('shows to one person alone what the app says to them alone', async () => {
    const slack = await startSlack();
    const { web } = await startApp(slack);
    const channel = channelId(slack, 'ops');
    const { page: marys } = await enter(open, slack, { as: 'mary' });
    const { page: toms } = await enter(open, slack, { as: 'tom' });
    const user = slack.people.find(({ name }) => name === 'mary')?.id ?? '';
    await web.chat.postEphemeral({ channel, user, text: 'a secret' });
    await web.chat.postMessage({ channel, text: 'for all' });
    const secret = message(log(marys), 'a secret');
    await secret.getByText('Only visible to you').waitFor();
    await message(log(toms), 'for all').waitFor();
    expect(await message(log(toms), 'a secret').count()).toBe(0);
    await secret.getByRole('button', { name: 'Dismiss message' }).click();
    await secret.waitFor({ state: 'detached' });
  });

  it('talks with the app alone', async () => {
    const slack = await startSlack();
    const app = await startApp(slack, async ({ ack, event }, web) => {
      await ack();
      if (event.type !== 'message' || event.bot_id !== undefined) return;
      await web.chat.postMessage({ channel: event.channel, text: `heard ${event.text}` });
    });
    const { page } = await enter(open, slack);
    const apps = page.getByRole('region', { name: 'Apps' });
    await apps.getByRole('link', { name: 'ops' }).click();
    await page.getByRole('tab', { name: 'Messages', selected: true }).waitFor();
    await write(page, 'hello');
    await message(log(page), 'heard hello').waitFor();
    const [said] = app.of('message');
    expect(said?.event).toMatchObject({ channel_type: 'im', text: 'hello' });
    expect((await stored(slack, '@mary', ({ text }) => text === 'heard hello')).user).toBe(slack.bot.userId);
  });
});

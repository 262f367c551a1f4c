import type { Block, KnownBlock, ModalView } from '@slack/web-api';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { describeInBrowser } from '../support/browser.ts';
import { type App, acknowledge, type Heard, startApp } from '../support/echo-app.ts';
import { channelId, composer, enter, log, message, soon, startSlack, write } from '../support/page.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (value: string) => ({ text: plain(value), value });
const button = (action_id: string, text: string) => ({ type: 'button', action_id, text: plain(text) }) as const;
const confirm = {
  ...{ title: plain('Really?'), text: plain('It cannot be undone.') },
  ...{ confirm: plain('Do it'), deny: plain('Leave it') },
};

/** A message with controls in it. */
async function show(slack: Sandbox, { web }: App, ...elements: object[]): Promise<void> {
  const blocks = [{ type: 'actions', block_id: 'controls', elements }] as unknown as (KnownBlock | Block)[];
  await web.chat.postMessage({ channel: channelId(slack, 'ops'), text: 'controls', blocks });
}

/** One that waits for the answer to a press is deaf to another. */
const isIdle = (button: Locator) => expect.poll(() => button.getAttribute('aria-busy'), soon).not.toBe('true');

const actions = (app: App) => app.of('block_actions').map(({ body }) => body.actions[0]);

await describeInBrowser('controls in a message', (open) => {
  it('ask before they tell the app, where the app wants it', async () => {
    const slack = await startSlack();
    const app = await startApp(slack);
    const { page } = await enter(open, slack);
    await show(slack, app, { ...button('rollback', 'Roll back'), confirm, value: 'v1' }, button('other', 'Other'));
    const question = page.getByRole('alertdialog', { name: 'Really?' });
    await page.getByRole('button', { name: 'Roll back' }).click();
    await question.getByText('It cannot be undone.').waitFor();
    await question.getByRole('button', { name: 'Leave it' }).click();
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Other' }).click();
    await expect.poll(() => actions(app), soon).toMatchObject([{ action_id: 'other' }]);
    await page.getByRole('button', { name: 'Roll back' }).click();
    await question.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(() => actions(app).slice(1), soon).toMatchObject([{ action_id: 'rollback', value: 'v1' }]);
    expect(app.of('block_actions')[1]?.body).toMatchObject({
      ...{ user: { id: slack.people[0]?.id }, channel: { id: channelId(slack, 'ops') } },
      message: { text: 'controls' },
    });
  });

  it('choose one of many by what is typed, and several', async () => {
    const slack = await startSlack();
    const app = await startApp(slack);
    const { page } = await enter(open, slack);
    const environments = ['dev', 'uat', 'prod'].map(option);
    await show(
      slack,
      app,
      { type: 'static_select', action_id: 'one', placeholder: plain('Where to'), options: environments },
      { type: 'multi_static_select', action_id: 'many', placeholder: plain('Which'), options: environments },
    );
    const one = page.getByRole('combobox', { name: 'Where to' });
    await one.fill('pr');
    await page.getByRole('option', { name: 'prod' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => actions(app), soon).toMatchObject([{ action_id: 'one', selected_option: option('prod') }]);
    expect(await one.inputValue()).toBe('prod');
    await page.getByRole('combobox', { name: 'Which' }).click();
    await page.getByRole('option', { name: 'dev' }).click();
    await page.getByRole('option', { name: 'uat' }).click();
    await expect
      .poll(() => actions(app).at(-1)?.selected_options, soon)
      .toMatchObject([{ value: 'dev' }, { value: 'uat' }]);
    await page.getByRole('button', { name: 'Remove dev' }).click();
    await expect.poll(() => actions(app).at(-1)?.selected_options, soon).toMatchObject([{ value: 'uat' }]);
  });

  it('take dates, ticks, and what hides behind three dots', async () => {
    const slack = await startSlack();
    const app = await startApp(slack);
    const { page } = await enter(open, slack);
    await show(
      slack,
      app,
      { type: 'datepicker', action_id: 'day', placeholder: plain('Which day') },
      { type: 'checkboxes', action_id: 'ticks', options: ['tests', 'docs'].map(option) },
      { type: 'overflow', action_id: 'more', options: ['Retry', 'Forget'].map(option) },
    );
    const day = page.getByLabel('Which day');
    await day.fill('2026-11-21');
    await day.blur();
    await expect.poll(() => actions(app).at(-1), soon).toMatchObject({ selected_date: '2026-11-21' });
    await page.getByRole('checkbox', { name: 'docs' }).check();
    await expect.poll(() => actions(app).at(-1)?.selected_options, soon).toMatchObject([{ value: 'docs' }]);
    await page.getByRole('checkbox', { name: 'tests' }).check();
    await expect
      .poll(() => actions(app).at(-1)?.selected_options, soon)
      .toMatchObject([{ value: 'tests' }, { value: 'docs' }]);
    await page.getByRole('button', { name: 'More options' }).click();
    await page.getByRole('menuitem', { name: 'Forget' }).click();
    await expect.poll(() => actions(app).at(-1), soon).toMatchObject({ selected_option: { value: 'Forget' } });
    expect(app.of('block_actions').at(-1)?.body.state.values.controls.day.selected_date).toBe('2026-11-21');
  });

  it('can be pressed while the list moves, as it does when a message grows', async () => {
    const slack = await startSlack();
    const app = await startApp(slack);
    const channel = channelId(slack, 'ops');
    for (let at = 0; at < 40; at += 1) await slack.say({ as: 'tom', channel, text: `number ${at}` });
    const { page } = await enter(open, slack);
    await show(slack, app, button('stop', 'Stop'));
    const stop = page.getByRole('button', { name: 'Stop' });
    await stop.click();
    await expect.poll(() => actions(app).length, soon).toBe(1);
    await isIdle(stop);
    const { ts = '' } = await app.web.chat.postMessage({ channel, text: 'one' });
    await message(log(page), 'one').waitFor();
    await app.web.chat.update({ channel, ts, text: 'one\ntwo\nthree' });
    await message(log(page), 'three').waitFor();
    await stop.click({ force: true });
    await expect.poll(() => actions(app).length, soon).toBe(2);
  });

  it('say so when the app does not answer', async () => {
    const slack = await startSlack({ interactionTimeout: 100 });
    const app = await startApp(slack, () => undefined);
    const { page } = await enter(open, slack);
    await show(slack, app, button('go', 'Go'));
    await page.getByRole('button', { name: 'Go' }).click();
    await message(log(page), 'Go').getByRole('alert').waitFor();
    expect(actions(app)).toMatchObject([{ action_id: 'go' }]);
  });

  it('say so when there is no app', async () => {
    const slack = await startSlack({ interactionTimeout: 100 });
    const app = await startApp(slack);
    const { page } = await enter(open, slack);
    await show(slack, app, button('go', 'Go'));
    await app.stop();
    await page.getByRole('button', { name: 'Go' }).click();
    await message(log(page), 'Go').getByRole('alert').waitFor();
    expect(actions(app)).toEqual([]);
  });
});

const form = (title: string, ...more: object[]): ModalView =>
  ({
    ...{ type: 'modal', callback_id: 'form', title: plain(title), submit: plain('Send'), close: plain('Leave') },
    blocks: [
      {
        ...{ type: 'input', block_id: 'service', label: plain('Service') },
        element: { type: 'plain_text_input', action_id: 'name' },
      },
      ...more,
    ],
  }) as unknown as ModalView;

const more = { type: 'actions', block_id: 'more', elements: [button('rename', 'Rename'), button('deeper', 'More')] };

/** Opens a form, takes `web` alone, renames it, and puts another one on it. */
async function answerForms({ body, ack }: Heard, web: App['web']): Promise<void> {
  const trigger_id = body.trigger_id;
  if (body.type === 'view_submission') {
    const { value } = body.view.state.values.service.name;
    const errors = { service: `There is no ${value}.` };
    return value === 'web' ? ack() : ack({ response_action: 'errors', errors });
  }
  await ack();
  const [action] = body.actions ?? [];
  if (action?.action_id === 'form') await web.views.open({ trigger_id, view: form('A form', more) });
  if (action?.action_id === 'deeper') await web.views.push({ trigger_id, view: form('Deeper') });
  if (action?.action_id === 'rename') {
    await web.views.update({ view_id: body.view.id, hash: body.view.hash, view: form('Renamed', more) });
  }
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

await describeInBrowser('a modal', (open) => {
  const openForm = async () => {
    const slack = await startSlack();
    const app = await startApp(slack, answerForms);
    const { page } = await enter(open, slack);
    await show(slack, app, button('form', 'Fill in'));
    await page.getByRole('button', { name: 'Fill in' }).click();
    await dialog(page, 'A form').waitFor();
    return { slack, app, page };
  };

  it('is not sent before it is filled in, shows what the app finds wrong, and closes when it is right', async () => {
    const { app, page } = await openForm();
    const field = dialog(page, 'A form').getByRole('textbox', { name: 'Service' });
    const send = dialog(page, 'A form').getByRole('button', { name: 'Send' });
    const complaint = () => field.evaluate((it) => it.ariaDescribedByElements?.map((by) => by.textContent).join());
    await send.click();
    await expect.poll(() => field.getAttribute('aria-invalid'), soon).toBe('true');
    expect(await complaint()).not.toBe('');
    await field.fill('api');
    await expect.poll(() => field.getAttribute('aria-invalid'), soon).not.toBe('true');
    await send.click();
    await dialog(page, 'A form').getByText('There is no api.').waitFor();
    expect(await complaint()).toContain('There is no api.');
    await field.fill('web');
    await page.keyboard.press('Enter');
    await dialog(page, 'A form').waitFor({ state: 'detached' });
    const sent = app.of('view_submission').map(({ body }) => body.view.state.values.service.name.value);
    expect(sent).toEqual(['api', 'web']);
  });

  it('closes once, however often Escape is pressed', async () => {
    const { page } = await openForm();
    const asked: number[] = [];
    page.on('response', (response) => response.url().endsWith('/page/close') && asked.push(response.status()));
    await page.evaluate(() => {
      const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
      for (const event of [press, new Event('cancel', { cancelable: true }), new Event('cancel', { cancelable: true })])
        document.querySelector('dialog')?.dispatchEvent(event);
    });
    await dialog(page, 'A form').waitFor({ state: 'detached' });
    const opener = page.getByRole('button', { name: 'Fill in' });
    await isIdle(opener);
    await opener.click();
    await dialog(page, 'A form').waitFor();
    await expect.poll(() => asked, soon).toEqual([200]);
    expect(await page.getByText('That did not work').count()).toBe(0);
  });

  it('is changed by the app while it is open, and keeps what was typed', async () => {
    const { page } = await openForm();
    await page.getByRole('textbox', { name: 'Service' }).fill('typed');
    await page.getByRole('button', { name: 'Rename' }).click();
    await dialog(page, 'Renamed').waitFor();
    expect(await page.getByRole('textbox', { name: 'Service' }).inputValue()).toBe('typed');
  });

  it('has others put on it, and comes back when they are left', async () => {
    const { slack, page } = await openForm();
    await page.getByRole('textbox', { name: 'Service' }).fill('below');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await dialog(page, 'Deeper').waitFor();
    expect(await page.getByRole('textbox', { name: 'Service' }).inputValue()).toBe('');
    await dialog(page, 'Deeper').getByRole('button', { name: 'Back' }).click();
    await dialog(page, 'A form').waitFor();
    expect(await page.getByRole('textbox', { name: 'Service' }).inputValue()).toBe('below');
    await page.keyboard.press('Escape');
    await dialog(page, 'A form').waitFor({ state: 'detached' });
    expect(slack.views('mary')).toEqual([]);
  });
});

await describeInBrowser('what an app offers beside messages', (open) => {
  it('has a home for each person, with buttons', async () => {
    const slack = await startSlack();
    const home = (text: string) => ({
      type: 'home' as const,
      blocks: [{ type: 'section', text: plain(text), accessory: button('refresh', 'Refresh') } as KnownBlock],
    });
    await startApp(slack, async ({ ack, event, body }, web) => {
      await ack();
      const nameOf = (id: string) => slack.people.find((person) => person.id === id)?.name;
      if (event.type === 'app_home_opened' && event.tab === 'home') {
        await web.views.publish({ user_id: event.user, view: home(`Hello ${nameOf(event.user)}`) });
      }
      if (body.type === 'block_actions') await web.views.publish({ user_id: body.user.id, view: home('Fresh') });
    });
    const { page } = await enter(open, slack);
    await page.getByRole('region', { name: 'Apps' }).getByRole('link', { name: 'ops' }).click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByText('Hello mary').waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Fresh', { exact: true }).waitFor();
    await page.getByRole('button', { name: /Post as Tom/ }).click();
    await page
      .getByText('Hello tom')
      .or(page.getByRole('tab', { name: 'Home', selected: false }))
      .waitFor();
    await page.getByText('Fresh').waitFor({ state: 'detached' });
  });

  it('has commands, which post nothing but the answer to the one who asked', async () => {
    const slack = await startSlack();
    const app = await startApp(slack, ({ ack, body }) => ack({ text: `ran ${body.text}` }));
    const { page } = await enter(open, slack);
    await write(page, '/ops deploy uat');
    const answer = message(log(page), 'ran deploy uat');
    await answer.getByText('Only visible to you').waitFor();
    expect(app.of('undefined').length + app.heard.length).toBe(1);
    expect(app.heard[0]?.body).toMatchObject({ command: '/ops', text: 'deploy uat' });
    expect(await composer(page).inputValue()).toBe('');
    expect(slack.messages('#ops').every(({ ephemeralTo }) => ephemeralTo === slack.people[0]?.id)).toBe(true);
  });

  it('says that a command is not known, and keeps what was typed', async () => {
    const slack = await startSlack();
    const app = await startApp(slack, acknowledge);
    const { page } = await enter(open, slack);
    await write(page, '/nonsense now');
    await page.getByRole('alert').filter({ hasText: '/nonsense is not a valid command' }).waitFor();
    expect(await composer(page).inputValue()).toBe('/nonsense now');
    expect(app.heard).toEqual([]);
    expect(slack.messages('#ops')).toEqual([]);
  });
});

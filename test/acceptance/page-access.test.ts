import type { ModalView } from '@slack/web-api';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { startApp } from '../support/echo-app.ts';
import {
  addressOf,
  channelId,
  composer,
  enter,
  isFocused,
  log,
  message,
  replyComposer,
  soon,
  startSlack,
  threadPane,
  toolsOf,
} from '../support/page.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (value: string) => ({ text: plain(value), value });

const controls = [
  { type: 'header', text: plain('Deploy') },
  { type: 'section', text: { type: 'mrkdwn', text: 'to *uat*, see <https://example.com|the plan> or `ops help`' } },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'form', text: plain('Fill in'), style: 'primary' },
      { type: 'button', action_id: 'stop', text: plain('Stop'), style: 'danger' },
      { type: 'static_select', action_id: 'where', placeholder: plain('Where to'), options: [option('uat')] },
      { type: 'overflow', action_id: 'more', options: [option('Retry')] },
      { type: 'datepicker', action_id: 'day' },
      { type: 'checkboxes', action_id: 'ticks', options: [option('tests')] },
    ],
  },
  { type: 'context', elements: [plain('by mary')] },
];

const form = {
  ...{ type: 'modal', title: plain('A form'), submit: plain('Send'), close: plain('Leave') },
  blocks: [
    {
      ...{ type: 'input', block_id: 'service', label: plain('Service'), hint: plain('As in the list') },
      element: { type: 'plain_text_input', action_id: 'name', placeholder: plain('web') },
    },
    {
      ...{ type: 'input', block_id: 'where', label: plain('Where'), optional: true },
      element: { type: 'static_select', action_id: 'it', options: [option('uat'), option('prod')] },
    },
    {
      ...{ type: 'input', block_id: 'ticks', label: plain('Also'), optional: true },
      element: { type: 'checkboxes', action_id: 'it', options: [option('tests'), option('docs')] },
    },
  ],
} as unknown as ModalView;

/** A workspace with something of everything in it, and an app that opens a form and has a home. */
async function startTalk() {
  const slack = await startSlack();
  const app = await startApp(slack, async ({ ack, body, event }, web) => {
    await ack();
    if (body.actions?.[0]?.action_id === 'form') {
      await web.views.open({ trigger_id: body.trigger_id, view: form });
    }
    if (event.type === 'app_home_opened') {
      await web.views.publish({ user_id: event.user, view: { type: 'home', blocks: controls as never } });
    }
  });
  const channel = channelId(slack, 'ops');
  const { ts } = await slack.say({ as: 'tom', channel, text: 'hello @mary :tada:\n> quoted\n- one\n- two\n`code`' });
  await slack.say({ as: 'mary', channel, text: 'a reply', thread: ts });
  await app.web.reactions.add({ channel, timestamp: ts, name: 'eyes' });
  await app.web.files.uploadV2({ channel_id: channel, filename: 'a.log', file: Buffer.from('one\ntwo\nthree') });
  await app.web.chat.postMessage({ channel, text: 'controls', blocks: controls as never });
  const user = slack.people.find(({ name }) => name === 'mary')?.id ?? '';
  await app.web.chat.postEphemeral({ channel, user, text: 'for you alone' });
  return { slack, app, thread: ts };
}

type Rules = Pick<axe.RunOptions, 'rules' | 'runOnly'>;

/** What the checker calls serious or worse. */
async function faults(page: Page, part: string, rules: Rules): Promise<string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], ...rules });
  await page.evaluate(`globalThis.axe || (() => { ${axe.source} })()`);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run('${part}', ${options})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`));
}

/** Another theme has other colours, and another width other things in sight: what both have in common is looked at once. */
const looks: [name: string, options: BrowserContextOptions, rules: Rules][] = [
  ['light', { colorScheme: 'light' }, {}],
  ['dark', { colorScheme: 'dark' }, { runOnly: ['color-contrast'] }],
  ['narrow', { viewport: { width: 390, height: 844 } }, { rules: { 'color-contrast': { enabled: false } } }],
];

/** What the focus is on. */
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent');

await describeInBrowser('whoever cannot see it well', (open) => {
  it.each(looks)(
    'finds no fault in a room, a thread, a form, the App Home and what opens there: %s',
    async (...look) => {
      const [, options, rules] = look;
      const { slack, thread } = await startTalk();
      const { page } = await enter(open, slack, {}, options);
      const found: Record<string, string[]> = {};
      const check = async (place: string, part: string): Promise<void> => {
        const some = await faults(page, part, rules);
        if (some.length > 0) found[place] = some;
      };
      await log(page).getByText('for you alone').waitFor();
      await toolsOf(message(log(page), 'hello'));
      await check('room', 'html');
      await composer(page).pressSequentially('hi @');
      await page.getByRole('listbox').waitFor();
      await check('completion', 'form, [role=listbox]');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Emoji', exact: true }).click();
      await page.getByRole('dialog', { name: 'Emoji' }).getByRole('gridcell').first().waitFor();
      await check('emoji', '[role=dialog]');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Fill in' }).click();
      const dialog = page.getByRole('dialog', { name: 'A form' });
      await dialog.getByRole('button', { name: 'Send' }).click();
      await expect.poll(() => dialog.getByRole('textbox').getAttribute('aria-invalid'), soon).toBe('true');
      await check('form', 'dialog');
      await dialog.getByRole('button', { name: 'Leave' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.goto(`${page.url()}&thread=${thread}`);
      await message(threadPane(page), 'a reply').waitFor();
      await check('thread', 'aside');
      const { channel } = await slack.say({ as: 'mary', channel: '@mary', text: 'hello' });
      await page.goto(addressOf(slack, { room: channel, tab: 'home' }));
      await page.getByRole('heading', { name: 'Deploy' }).waitFor();
      await check('home', 'main');
      expect(found).toEqual({});
    },
  );
});

await describeInBrowser('whoever has no mouse', (open) => {
  it('sends, replies, reacts and presses with the keys alone', async () => {
    const { slack, app } = await startTalk();
    const { page } = await enter(open, slack);
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await expect.poll(() => isFocused(composer(page)), soon).toBe(true);
    await page.keyboard.type('with keys');
    await press('Enter');
    const row = message(log(page), 'with keys');
    await row.waitFor();
    await press('Shift+F6');
    await expect.poll(() => isFocused(row), soon).toBe(true);
    const tools = row.getByRole('toolbar', { name: 'Message actions' });
    await tools.waitFor();
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 30; step += 1) {
        if ((await focused(page)) === name) return;
        await press('Tab');
      }
      expect.fail(`no Tab leads to ${name}`);
    };
    await tabTo('Add reaction');
    await press('Enter');
    await expect.poll(() => focused(page), soon).toBe('Search emoji');
    await page.keyboard.type('rocket');
    await page.getByRole('gridcell', { name: 'rocket' }).first().waitFor();
    await press('Enter');
    await row.getByRole('button', { name: /^rocket, 1/ }).waitFor();
    await row.focus();
    await press('ArrowRight');
    await expect.poll(() => isFocused(replyComposer(page)), soon).toBe(true);
    await page.keyboard.type('and a reply');
    await press('Enter');
    await message(threadPane(page), 'and a reply').waitFor();
    await press('Escape');
    await threadPane(page).waitFor({ state: 'detached' });
    await message(log(page), 'Fill in').focus();
    await tabTo('Fill in');
    await press('Space');
    const dialog = page.getByRole('dialog', { name: 'A form' });
    await dialog.waitFor();
    await expect.poll(() => isFocused(dialog.getByRole('textbox')), soon).toBe(true);
    await page.keyboard.type('web');
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(app.of('view_submission')[0]?.body.view.state.values.service.name.value).toBe('web');
  });

  it('is where they were when something closes', async () => {
    const { slack } = await startTalk();
    const { page } = await enter(open, slack);
    await page.getByRole('button', { name: 'Fill in' }).press('Enter');
    await page.getByRole('dialog', { name: 'A form' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page), soon).toBe('Fill in');
    await page.getByRole('button', { name: 'members' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page), soon).toBe('3 members');
    await page.getByRole('button', { name: 'Emoji', exact: true }).press('Enter');
    await page.getByRole('dialog', { name: 'Emoji' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page), soon).toBe('Emoji');
    await composer(page).focus();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(composer(page)), soon).toBe(true);
  });
});

import type { Block, KnownBlock, ModalView } from '@slack/web-api';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { describeInBrowser, type Tab } from '../support/browser.ts';
import { type App, startApp } from '../support/echo-app.ts';
import { channelId, composer, enter, log, message, soon, startSlack, toolsOf, write } from '../support/page.ts';

const script = '<script>window.__run=1</script>';
const picture = '<img src=x onerror="window.__run=1">';
const template = "{{constructor.constructor('window.__run=1')()}} ${window.__run=1} <%= 1 %>";
const address = 'javascript:window.__run=1//';
/** What fits into the longer fields, and into those of 24 characters. */
const evil = `${script}${picture}${template}`;
const short = '<b onclick=__run=1>';

const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const option = (name: string) => ({ text: plain(`${name} ${script}`), value: `${name} ${script}` });
const confirm = { title: plain(`T${evil}`.slice(0, 100)), text: marked(`Q${escaped(script)}`), confirm: plain(short) };

interface Shown {
  what: string;
  blocks?: object[];
  attachments?: object[];
  /** What the reader must see, letter by letter. */
  says: string[];
}

const of = (what: string, block: object, ...says: string[]): Shown => ({ what, blocks: [block], says });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
const sectionOf = (...elements: object[]) => ({ type: 'rich_text_section', elements });

const texts: Shown[] = [
  of(
    'section',
    { type: 'section', text: plain(evil), fields: [plain(`1${evil}`), marked(`2${escaped(evil)}`)] },
    evil,
    `1${evil}`,
    `2${evil}`,
  ),
  of('raw markup in a section', { type: 'section', text: marked(`before ${evil} after`) }, 'before ', ' after'),
  of(
    'a link in a section',
    { type: 'section', text: marked(`see <${address}|here> and <${address}>`) },
    'see ',
    'here',
  ),
  of('header', { type: 'header', text: plain(`H${evil}`.slice(0, 150)) }, `H${evil}`.slice(0, 150)),
  of(
    'context',
    { type: 'context', elements: [plain(`C${evil}`), { type: 'image', image_url: address, alt_text: `A${evil}` }] },
    `C${evil}`,
    `A${evil}`,
  ),
  of(
    'image',
    { type: 'image', image_url: address, alt_text: `A${evil}`, title: plain(`T${evil}`) },
    `A${evil}`,
    `T${evil}`,
  ),
  of('picture of data', { type: 'image', image_url: `data:text/html,${script}`, alt_text: `D${evil}` }, `D${evil}`),
  of(
    'markdown',
    {
      type: 'markdown',
      text: `M ${script} [a link](${address}) ![a picture](${address}) <${address}>\n\n${picture}\n\n\`${script}\`\n\n| ${script} |\n|---|\n| x |`,
    },
    script,
    picture,
    'a link',
  ),
  of(
    'table',
    {
      type: 'table',
      rows: [[{ type: 'raw_text', text: `1${evil}` }], [rich(sectionOf({ type: 'text', text: `2${evil}` }))]],
    },
    `1${evil}`,
    `2${evil}`,
  ),
];

const richTexts: Shown[] = [
  of(
    'rich text',
    rich(
      sectionOf(
        { type: 'text', text: `1${evil}` },
        { type: 'text', text: `2${evil}`, style: { code: true } },
        { type: 'link', url: address, text: `3${evil}` },
        { type: 'link', url: `data:text/html,${script}` },
        { type: 'color', value: `4${evil}` },
        { type: 'emoji', name: `5${evil}`, unicode: script, url: address },
        { type: 'user', user_id: `6${short}` },
        { type: 'date', timestamp: 1, format: `{date} 7${evil}`, url: address, fallback: evil },
      ),
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: `8${evil}` }], language: evil },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: `9${evil}` }] },
      { type: 'rich_text_list', style: 'bullet', elements: [sectionOf({ type: 'text', text: `10${evil}` })] },
    ),
    ...[1, 2, 3, 4, 7, 8, 9, 10].map((number) => `${number}${evil}`),
    `:5${evil}:`,
  ),
];

const placed = (placeholder: string) => ({ placeholder: plain(`${placeholder} ${script}`) });

const controls: Shown[] = [
  of(
    'buttons',
    {
      type: 'actions',
      block_id: evil.slice(0, 200),
      elements: [
        { type: 'button', action_id: evil.slice(0, 200), text: plain(`B ${script}`), value: evil, confirm },
        { type: 'button', action_id: 'link', text: plain(`L ${script}`), url: address },
        { type: 'button', action_id: 'named', text: plain('N'), accessibility_label: `Named ${script}` },
        { type: 'overflow', action_id: 'more', options: [option('first'), { ...option('second'), url: address }] },
      ],
    },
    `B ${script}`,
    `L ${script}`,
    `Named ${script}`,
  ),
  of(
    'selects',
    {
      type: 'actions',
      elements: [
        { type: 'static_select', action_id: 'one', ...placed('one'), options: [option('pick')] },
        {
          type: 'multi_static_select',
          action_id: 'many',
          initial_options: [option('many')],
          options: [option('many')],
        },
        { type: 'external_select', action_id: 'far', ...placed('far') },
        { type: 'datepicker', action_id: 'day', ...placed('day') },
        {
          type: 'checkboxes',
          action_id: 'ticks',
          options: [{ ...option('tick'), description: plain(`why ${script}`) }],
        },
        { type: 'radio_buttons', action_id: 'radio', options: [option('radio')] },
      ],
    },
    ...['one', 'many', 'far', 'day', 'tick', 'why', 'radio'].map((name) => `${name} ${script}`),
  ),
  of(
    'inputs',
    {
      ...{ type: 'input', label: plain(`Label ${evil}`), hint: plain(`Hint ${evil}`) },
      element: { type: 'plain_text_input', action_id: 'it', ...placed('typed'), initial_value: `I ${script}` },
    },
    `Label ${evil}`,
    `Hint ${evil}`,
    `typed ${script}`,
  ),
];

const cards: Shown[] = [
  of(
    'video',
    {
      ...{ type: 'video', title: plain(`T ${script}`), description: plain(`D ${script}`), alt_text: `A ${script}` },
      ...{
        thumbnail_url: address,
        video_url: address,
        title_url: address,
        author_name: `N${script}`,
        provider_name: evil,
      },
    },
    `T ${script}`,
    `D ${script}`,
    `N${script}`,
    evil,
  ),
  of(
    'card',
    {
      type: 'card',
      title: plain(`T ${script}`),
      subtitle: plain(`S ${script}`),
      body: plain(`B ${script}`),
      hero_image: { type: 'image', image_url: address, alt_text: `A ${script}` },
    },
    ...['T', 'S', 'B', 'A'].map((name) => `${name} ${script}`),
  ),
  of(
    'container',
    {
      type: 'container',
      title: plain(`T ${script}`),
      child_blocks: [{ type: 'section', text: plain(`C ${evil}`) }],
      is_collapsible: true,
    },
    `T ${script}`,
    `C ${evil}`,
  ),
  of(
    'plan',
    {
      ...{ type: 'plan', title: `P ${evil}` },
      tasks: [
        {
          ...{ type: 'task_card', task_id: evil, title: `T ${evil}`, status: 'in_progress' },
          ...{
            details: rich(sectionOf({ type: 'text', text: `D ${evil}` })),
            sources: [{ type: 'url', url: address, text: `S ${evil}` }],
          },
        },
      ],
    },
    `P ${evil}`,
    `T ${evil}`,
  ),
  of('remote file', { type: 'file', external_id: evil, source: 'remote' }, evil),
  {
    what: 'attachment',
    attachments: [
      {
        ...{
          pretext: `1${escaped(evil)}`,
          title: `2${evil}`,
          text: `3${escaped(evil)}`,
          footer: `4${evil}`,
          fallback: evil,
        },
        ...{
          author_name: `5${evil}`,
          author_link: address,
          title_link: address,
          image_url: address,
          thumb_url: address,
        },
        ...{ author_icon: address, footer_icon: address, color: 'red;background:url(//evil.example)', ts: evil },
        fields: [{ title: `6${evil}`, value: `7${escaped(evil)}`, short: true }],
      },
    ],
    says: [1, 2, 3, 4, 5, 6, 7].map((number) => `${number}${evil}`),
  },
];

const shown = [...texts, ...richTexts, ...controls, ...cards];

/** All that a part of the page says: its text, and what stands in its attributes and fields. */
const allWords = (part: Locator): Promise<string> =>
  part.evaluate((root) => {
    // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
    const elements: any[] = [root, ...(root as any).querySelectorAll('*')];
    return elements
      .flatMap((element) => [
        element.value ?? '',
        ...[...element.attributes].map(({ value }: { value: string }) => value),
      ])
      .concat((root as unknown as { textContent: string }).textContent)
      .join('\n');
  });

/** Each of its words, once the page has drawn it all. */
async function expectSaid(part: Locator, { what, says }: Shown): Promise<void> {
  const lacks = async (): Promise<string[]> => {
    const words = await allWords(part);
    return says.filter((text) => !words.includes(text));
  };
  await expect.poll(async () => ({ what, lacks: await lacks() }), soon).toEqual({ what, lacks: [] });
}

/** What could run or lead away, wherever it is on the page. */
const dangers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
    const elements: any[] = [...(globalThis as any).document.body.querySelectorAll('*')];
    const isEvil = (element: (typeof elements)[number]): boolean =>
      /^(?:script|iframe|object|embed|base|meta|style)$/i.test(element.tagName) ||
      [...element.attributes].some(({ name, value }: { name: string; value: string }) =>
        /^(?:href|src|action|formaction|xlink:href|srcdoc)$/.test(name)
          ? /^\s*(?:javascript|vbscript|data:text)/i.test(value)
          : /^on/.test(name) || (name === 'style' && /url\(/.test(value)),
      );
    return elements.filter(isEvil).map(({ outerHTML }) => outerHTML.slice(0, 300));
  });

/** Where the page went, of its own accord or not. */
function watchRequests({ context }: Tab, slack: Sandbox): string[] {
  const elsewhere: string[] = [];
  const own = new URL(slack.apiUrl).host;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^(?:data|blob):$/.test(url.protocol) && url.host !== own) elsewhere.push(request.url());
  });
  return elsewhere;
}

async function expectUnharmed(page: Page): Promise<void> {
  expect(await dangers(page)).toEqual([]);
  expect(await page.evaluate('window.__run')).toBe(undefined);
}

/** All of them, at the bottom of the page one after the other. */
async function post({ web }: App, channel: string, { what, blocks, attachments }: Shown): Promise<void> {
  await web.chat.postMessage({
    ...{ channel, text: what },
    ...(blocks ? { blocks: blocks as (KnownBlock | Block)[] } : {}),
    ...(attachments ? { attachments } : {}),
  } as Parameters<typeof web.chat.postMessage>[0]);
}

await describeInBrowser('what gets onto the page', (open) => {
  it('is shown letter by letter and never run, in every field of every block', async () => {
    const slack = await startSlack();
    const app = await startApp(slack);
    const tab = await enter(open, slack);
    const elsewhere = watchRequests(tab, slack);
    const { page } = tab;
    for (const [at, one] of shown.entries()) {
      await post(app, channelId(slack, 'ops'), one);
      const row = log(page).getByRole('article').last();
      await expect
        .poll(() => log(page).getByRole('article').last().getAttribute('data-ts'), soon)
        .toBe(slack.messages('#ops')[at]?.ts);
      await expectSaid(row, one);
      await expectUnharmed(page);
    }
    expect(elsewhere).toEqual([]);
  });

  it('is as harmless where it opens when it is pressed', async () => {
    const slack = await startSlack();
    const app = await startApp(slack, async (heard) =>
      heard.body.type === 'block_suggestion' ? heard.ack({ options: [option('found')] }) : heard.ack(),
    );
    const tab = await enter(open, slack);
    const elsewhere = watchRequests(tab, slack);
    const { page } = tab;
    for (const one of controls) await post(app, channelId(slack, 'ops'), one);
    await page.getByRole('button', { name: `B ${script}` }).click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    expect(await allWords(question)).toContain(`Q${script}`);
    await question.getByRole('button', { name: short }).click();
    await page.getByRole('button', { name: 'More options' }).click();
    await page.getByRole('menuitem', { name: `second ${script}` }).click();
    await page.getByRole('button', { name: `L ${script}` }).click();
    await page.getByRole('combobox', { name: `one ${script}` }).click();
    await page.getByRole('option', { name: `pick ${script}` }).click();
    await page.getByRole('combobox', { name: `far ${script}` }).fill('anything');
    await page.getByRole('option', { name: `found ${script}` }).click();
    await expect.poll(() => app.of('block_actions').length, soon).toBe(5);
    await expectUnharmed(page);
    expect(tab.context.pages()).toHaveLength(1);
    expect(elsewhere).toEqual([]);
  });

  it('is harmless in what people write, and in the names that they and their rooms have', async () => {
    const slack = await startSlack({
      people: [
        { name: 'mary', realName: `Mary ${evil}`, title: evil },
        { name: `tom ${script}`, realName: `Tom ${evil}` },
      ],
      channels: ['ops', `odd ${script}`],
      commands: [{ command: '/ops', description: `Does ${evil}`, usageHint: `[${script}]` }],
      usergroups: [{ handle: `crew ${script}`, name: `Crew ${evil}`, users: ['mary'] }],
      shortcuts: [{ callbackId: 'quote', name: `Quote ${script}`, type: 'message' }],
    });
    const tab = await enter(open, slack);
    const elsewhere = watchRequests(tab, slack);
    const { page } = tab;
    await composer(page).fill(`${evil}\n[x](${address}) <${address}|y> \`${script}\`\n> ${picture}\n- ${script}`);
    await page.keyboard.press('Enter');
    await slack.say({
      as: `tom ${script}`,
      channel: '#ops',
      text: `raw ${evil} <${address}|y> <!date^1^${script}^${address}|z>`,
      raw: true,
    });
    const typed = log(page).getByRole('article').first();
    await expect.poll(async () => (await allWords(typed)).includes(evil), soon).toBe(true);
    await expect.poll(async () => (await allWords(log(page))).includes(`Tom ${evil}`), soon).toBe(true);
    const navigation = (name: string) => () => allWords(page.getByRole('navigation', { name }));
    await expect.poll(navigation('Conversations'), soon).toContain(`odd ${script}`);
    await expect.poll(navigation('People'), soon).toContain(`Mary ${evil}`);
    for (const [typedName, says] of [
      ['@to', `Tom ${evil}`],
      ['@cre', `Crew ${evil}`],
      ['#od', `odd ${script}`],
      ['/op', `Does ${evil}`],
    ] as const) {
      await composer(page).fill('');
      await composer(page).pressSequentially(typedName);
      await expect.poll(() => page.getByRole('listbox').textContent(), soon).toContain(says);
      await page.keyboard.press('Escape');
    }
    await (await toolsOf(typed)).getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: `Quote ${script}` }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'members' }).click();
    await page.getByRole('dialog').getByText(`Tom ${evil}`).waitFor();
    await expectUnharmed(page);
    expect(elsewhere).toEqual([]);
  });

  it('is harmless in files, with their names, titles and descriptions', async () => {
    const slack = await startSlack();
    const { web } = await startApp(slack);
    const tab = await enter(open, slack);
    const elsewhere = watchRequests(tab, slack);
    const { page } = tab;
    const about = { channel_id: channelId(slack, 'ops'), initial_comment: escaped(`Here ${evil}`) };
    const name = `a ${picture.replaceAll('/', '')}`;
    await web.files.uploadV2({
      ...about,
      filename: `${name}.txt`,
      title: `T1 ${evil}`,
      file: Buffer.from(`${evil}\n${script}`),
    });
    await web.files.uploadV2({ ...about, filename: `${name}.bin`, title: `T2 ${evil}`, file: Buffer.from(evil) });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="window.__run=1">${script}</svg>`;
    await web.files.uploadV2({
      ...about,
      filename: `${name}.svg`,
      title: `T3 ${evil}`,
      alt_text: `Alt ${evil}`,
      file: Buffer.from(svg),
    });
    for (const says of [
      `T1 ${evil}`,
      `T2 ${evil}`,
      `T3 ${evil}`,
      `Alt ${evil}`,
      `Here ${evil}`,
      `${evil}\n${script}`,
    ]) {
      await expect.poll(() => allWords(log(page)), soon).toContain(says);
    }
    await page.getByRole('button', { name: 'Open T3' }).click();
    await page.getByRole('dialog').getByText(`T3 ${evil}`).waitFor();
    await expectUnharmed(page);
    expect(elsewhere).toEqual([]);
  });

  it('is harmless in reactions, statuses, answers to commands, and notices', async () => {
    const slack = await startSlack();
    const app = await startApp(slack, ({ ack }) => ack({ text: `Answer ${escaped(evil)} <${address}|x>` }));
    const { ts, channel } = await slack.say({ as: 'mary', channel: '#ops', text: 'a thread' });
    await app.web.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    const tab = await open('about:blank');
    const elsewhere = watchRequests(tab, slack);
    const { page } = tab;
    // No server lets such a name in; the page would have to bear it.
    await page.route('**/page/history?*', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replaceAll('"eyes"', JSON.stringify(`eyes${evil}`));
      await route.fulfill({ response: answer, body: text });
    });
    const { origin } = new URL(slack.apiUrl);
    await page.goto(`${origin}/?as=mary&room=${channel}&thread=${ts}`);
    await composer(page).waitFor();
    await expect.poll(() => allWords(log(page)), soon).toContain(`:eyes${evil}:`);
    await app.web.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status: `Status ${evil}` });
    await page.getByText(`Status ${evil}`).waitFor();
    await write(page, '/ops anything');
    await message(log(page), `Answer ${evil}`).waitFor();
    await composer(page).fill(`/${script}`);
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: `/${script}` })
      .waitFor();
    await page.goto(
      `${origin}/?as=${encodeURIComponent(script)}&room=${encodeURIComponent(script)}&thread=${encodeURIComponent(address)}`,
    );
    await composer(page).waitFor();
    await expectUnharmed(page);
    expect(elsewhere).toEqual([]);
  });

  it('is harmless in modals and in the App Home', async () => {
    const slack = await startSlack();
    const inputs = controls.at(-1)?.blocks ?? [];
    const blocks = [...texts, ...richTexts]
      .filter(({ what }) => what !== 'markdown' && what !== 'table')
      .flatMap((one) => one.blocks ?? []);
    const view = (name: string) =>
      ({
        type: 'modal',
        title: plain(`${name}${short}`),
        submit: plain(`S${short}`),
        close: plain(`C${short}`),
        blocks: [...inputs, ...blocks],
      }) as unknown as ModalView;
    const app = await startApp(slack, async ({ ack, body, event }, web) => {
      if (body.type === 'view_submission') {
        const wrong = { [body.view.blocks[0].block_id]: `Error ${evil}` };
        return ack({ response_action: 'errors', errors: wrong });
      }
      await ack();
      if (event.type === 'app_home_opened') {
        await web.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [...blocks, ...(controls[0]?.blocks ?? [])] as KnownBlock[] },
        });
      }
      if (body.command) await web.views.open({ trigger_id: body.trigger_id, view: view('M') });
    });
    const tab = await enter(open, slack);
    const elsewhere = watchRequests(tab, slack);
    const { page } = tab;
    await write(page, '/ops form');
    const modal = page.getByRole('dialog', { name: `M${short}` });
    await modal.getByRole('button', { name: `C${short}` }).waitFor();
    for (const one of texts.filter(({ what }) => what !== 'markdown' && what !== 'table')) {
      await expectSaid(modal, one);
    }
    await modal.getByRole('button', { name: `S${short}` }).click();
    await modal.getByText(`Error ${evil}`).waitFor();
    await expectUnharmed(page);
    await modal.getByRole('button', { name: `C${short}` }).click();
    await modal.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Apps' }).getByRole('link', { name: 'ops' }).click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('button', { name: `B ${script}` }).waitFor();
    await expect.poll(() => allWords(page.getByRole('main')), soon).toContain(`1${evil}`);
    await expectUnharmed(page);
    expect(elsewhere).toEqual([]);
    expect(app.of('view_submission')).toHaveLength(1);
  });
});

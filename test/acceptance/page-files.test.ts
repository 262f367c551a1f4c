import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { describeInBrowser } from '../support/browser.ts';
import { startApp } from '../support/echo-app.ts';
import { channelId, composer, enter, isFocused, log, message, soon, startSlack, stored } from '../support/page.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const lines = Array.from({ length: 40 }, (_, at) => `line ${at + 1}`).join('\n');

interface Attached {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function attach(page: Page, ...files: Attached[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles(files);
  for (const { name } of files) await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
}

/** What the browser saves when a link is pressed. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const fileIn = (slack: Sandbox, name: string) =>
  stored(slack, '#ops', ({ files }) => files?.some((file) => file['name'] === name) ?? false);

await describeInBrowser('files on the page', (open) => {
  it('are attached from a folder, and sent with the words', async () => {
    const slack = await startSlack();
    const app = await startApp(slack);
    const { page } = await enter(open, slack);
    const bytes = Buffer.from([0, 255, 1, 254]);
    await attach(
      page,
      { name: 'dot.png', mimeType: 'image/png', buffer: png },
      { name: 'core dump.bin', mimeType: 'application/octet-stream', buffer: bytes },
    );
    await composer(page).fill('look');
    await page.keyboard.press('Enter');
    const row = message(log(page), 'look');
    await row.getByRole('img', { name: 'dot.png' }).waitFor();
    await expect.poll(() => app.of('message').length, soon).toBe(1);
    const [said] = app.of('message');
    expect(said?.event).toMatchObject({ subtype: 'file_share', text: 'look' });
    const contents = said?.event.files.map(({ id }: { id: string }) => slack.file(id).content);
    expect(contents).toEqual([png, bytes]);
    expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(0);
  });

  it('are attached by pasting, and taken off again', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    await composer(page).evaluate((field, content) => {
      // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
      const { DataTransfer, File, ClipboardEvent } = globalThis as any;
      const clipboardData = new DataTransfer();
      for (const name of ['pasted.txt', 'unwanted.txt']) clipboardData.items.add(new File([content], name));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, lines);
    await page.getByRole('button', { name: 'Remove unwanted.txt' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    const { files = [] } = await fileIn(slack, 'pasted.txt');
    expect(files.map(({ name }) => name)).toEqual(['pasted.txt']);
    expect(slack.file(String(files[0]?.['id'])).content.toString()).toBe(lines);
  });

  it('open large where they are pictures, and are saved as they are', async () => {
    const slack = await startSlack();
    const { page } = await enter(open, slack);
    await attach(page, { name: 'dot.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('button', { name: 'Send' }).click();
    const opener = log(page).getByRole('button', { name: 'Open dot.png' });
    await opener.click();
    const preview = page.getByRole('dialog', { name: 'dot.png' });
    const picture = preview.getByRole('img', { name: 'dot.png' });
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth), soon)
      .toBe(1);
    const press = () => preview.getByRole('link', { name: 'Download' }).click();
    expect(await saved(page, press)).toEqual({ name: 'dot.png', bytes: png });
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(opener), soon).toBe(true);
  });

  it('show their first lines where they are text, and the rest when asked', async () => {
    const slack = await startSlack();
    const { web } = await startApp(slack);
    await web.files.uploadV2({
      channel_id: channelId(slack, 'ops'),
      filename: 'a.log',
      title: 'A log',
      file: Buffer.from(lines),
    });
    const { page } = await enter(open, slack);
    const content = log(page).getByLabel('Content of the file');
    await content.getByText('line 1').waitFor();
    expect(await content.textContent()).not.toContain('line 40');
    await log(page)
      .getByRole('button', { name: /^Show \d+ more lines$/ })
      .click();
    await content.getByText('line 40').waitFor();
    await log(page).getByRole('button', { name: 'Collapse' }).click();
    await expect.poll(() => content.textContent(), soon).not.toContain('line 40');
    const press = () => log(page).getByRole('link', { name: 'Download A log' }).click();
    expect(await saved(page, press)).toEqual({ name: 'a.log', bytes: Buffer.from(lines) });
  });

  it.each([
    ['evil.html', 'text/html', '<h1>Hello</h1><script>window.__run = 1; document.title = "ran"</script>'],
    [
      'evil.svg',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="window.__run = 1"><script>window.__run = 1</script></svg>',
    ],
  ])('are never run: %s', async (name, mimeType, source) => {
    const slack = await startSlack();
    const { page, context } = await enter(open, slack);
    await attach(page, { name, mimeType, buffer: Buffer.from(source) });
    await page.getByRole('button', { name: 'Send' }).click();
    const { files = [] } = await fileIn(slack, name);
    const link = log(page).getByRole('link', { name: `Download ${name}` });
    const press = () => link.press('Enter');
    expect(await saved(page, press)).toEqual({ name, bytes: Buffer.from(source) });
    expect(await page.evaluate('window.__run')).toBe(undefined);
    const alone = await context.newPage();
    const address = String(files[0]?.['url_private']);
    const isText = mimeType === 'text/html';
    if (isText) {
      await alone.goto(address);
      expect(await alone.locator('body').textContent()).toBe(source);
      expect(await alone.title()).not.toBe('ran');
      expect(await alone.evaluate('window.__run')).toBe(undefined);
    } else {
      const press = () =>
        alone
          .goto(address)
          .then(undefined, () => undefined)
          .then(() => undefined);
      expect((await saved(alone, press)).name).toBe(name);
    }
  });
});

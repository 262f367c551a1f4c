import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { describeInBrowser } from '../support/browser.ts';
import { until } from '../support/waiting.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

let sandbox: Sandbox;
let channel: string;
let mary: string;
beforeAll(async () => {
  sandbox = await startSandbox({ channels: ['ops'] });
  channel = sandbox.channels[0]?.id ?? '';
  mary = sandbox.people[0]?.id ?? '';
});
afterAll(() => sandbox.close());

const here = (path = '/'): string => `http://127.0.0.1:${sandbox.port}${path}`;

/** Shares a file as the page does; the answer is its address. */
async function share(name: string, data: Buffer): Promise<string> {
  const uploaded = await fetch(here(`/page/upload?as=${mary}&name=${name}`), {
    method: 'POST',
    body: new Uint8Array(data),
  });
  const { file } = (await uploaded.json()) as { file: string };
  const said = { as: mary, channel, text: '', files: [file] };
  const headers = { 'content-type': 'application/json' };
  await fetch(here('/page/say'), { method: 'POST', headers, body: JSON.stringify(said) });
  return String(sandbox.messages(channel).at(-1)?.files?.[0]?.['url_private']);
}

/** A page of another program on this machine. */
async function elsewhere(script: string): Promise<{ address: string; close(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>elsewhere</title><link rel="icon" href="data:,"><script>${script}</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** What an image comes to on the page. */
const loadImage = (address: string): Promise<string> =>
  new Promise((resolve) => {
    // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
    const image = new (globalThis as any).Image();
    image.onload = () => resolve('loaded');
    image.onerror = () => resolve('refused');
    image.src = address;
  });

await describeInBrowser('the page in a browser', (open) => {
  it('starts, and its policy forbids nothing that it does', async () => {
    const { page } = await open(here());
    await page.locator('#page > *').first().waitFor();
    await page.screenshot();
  });

  it('shows images that programs need a token for', async () => {
    const address = await share('dot.png', Buffer.from(png, 'base64'));
    const { page } = await open(here());
    expect(await page.evaluate(loadImage, address)).toBe('loaded');
  });

  it('runs no script that got into it', async () => {
    const { page, problems } = await open(here());
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
      const { document } = globalThis as any;
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.ran = true">');
      document.body.appendChild(document.createElement('script')).textContent = 'globalThis.ran = true';
    });
    await until(() => problems.some((problem) => problem.includes('Content Security Policy')), 'the policy has spoken');
    expect(await page.evaluate('globalThis.ran')).toBe(undefined);
    problems.splice(0);
  });

  it.each([
    ['evil.html', 'text'],
    ['evil.svg', 'a download'],
  ])('gives %s as %s, which runs nothing', async (name, kind) => {
    const source = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "ran"</script></svg>';
    const address = await share(name, Buffer.from(source));
    const { page } = await open(here());
    if (kind === 'a download') {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.goto(address).catch((error: Error) => error),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      return;
    }
    await page.goto(address);
    expect(await page.title()).not.toBe('ran');
    expect(await page.locator('body').textContent()).toBe(source);
  });

  it('is deaf to the pages of other programs', async () => {
    const picture = await share('private.png', Buffer.from(png, 'base64'));
    const before = sandbox.messages(channel).length;
    const said = JSON.stringify({ as: mary, channel, text: 'deploy prod' });
    const other = await elsewhere(`
      const results = { };
      const outcome = (name, promise) => promise.then((value) => { results[name] = value; }, () => { results[name] = 'refused'; });
      globalThis.results = Promise.all([
        outcome('read', fetch('${here(`/page/history?as=${mary}&channel=${channel}`)}').then((response) => response.text())),
        outcome('say', fetch('${here('/page/say')}', { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(said)} }).then(() => 'sent')),
        outcome('json', fetch('${here('/page/say')}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(said)} })),
        outcome('picture', new Promise((resolve, reject) => { const image = new Image(); image.onload = () => resolve('loaded'); image.onerror = reject; image.src = '${picture}'; })),
        outcome('hear', new Promise((resolve, reject) => { const socket = new WebSocket('${here(`/page/live?as=${mary}`).replace('http', 'ws')}'); socket.onmessage = ({ data }) => resolve(data); socket.onerror = reject; })),
      ]).then(() => results);`);
    // It has the cookie of the page: both are of one site, as the port makes no site.
    const { context, page, problems } = await open(here());
    expect((await context.cookies()).map(({ name }) => name)).toEqual([`sandbox-${sandbox.port}`]);
    await page.goto(other.address);
    expect(await page.evaluate('globalThis.results')).toEqual({
      ...{ read: 'refused', say: 'refused', json: 'refused', picture: 'refused', hear: 'refused' },
    });
    expect(sandbox.messages(channel)).toHaveLength(before);
    problems.splice(0);
    other.close();
  });
});

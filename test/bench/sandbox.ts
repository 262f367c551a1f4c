import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.ts';
import { alternate, median, percentile } from './measure.ts';
import { node, ops, residentOf, root } from './processes.ts';
import { startProgram } from './program.ts';
import { startSlack } from './slack.ts';
import { bounded, type Row, type Section } from './table.ts';

const rounds = 7;
const bursts = 7;
const envelopes = 1000;
const messages = 10_000;

/** The local Slack as people meet it: until its page is there, and with a room that is full. */
export async function measureSandbox(stack: AsyncDisposableStack): Promise<Section[]> {
  const browser = await launchBrowser();
  if (typeof browser === 'string') {
    return [await measureEnvelopes(stack), { title: 'Sandbox', how: `not measured: ${browser}`, rows: [] }];
  }
  stack.defer(() => browser.close());
  return [await measureReady(browser), await measureEnvelopes(stack), await measureFull(browser, stack)];
}

interface Ready {
  page: string;
  channels: readonly { id: string; name: string }[];
  people: readonly { name: string; token: string }[];
}

interface Running extends AsyncDisposable {
  pid: number;
  ready: Ready;
}

async function startSandbox(args: readonly string[]): Promise<Running> {
  const child = spawn(ops, ['sandbox', '--json', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    return { pid: child.pid ?? 0, ready: JSON.parse(line) as Ready, [Symbol.asyncDispose]: stop };
  }
  throw new Error('ops sandbox ended before it was ready');
}

const composer = (page: Page) => page.getByRole('textbox', { name: /^Message/ }).first();

/** From the start of the process until one can type into its page. */
async function usable(browser: Browser, args: readonly string[]): Promise<number> {
  const began = performance.now();
  await using running = await startSandbox(args);
  await using context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(running.ready.page);
  await composer(page).waitFor();
  return performance.now() - began;
}

async function measureReady(browser: Browser): Promise<Section> {
  await usable(browser, []);
  const found = await alternate(
    { demo: () => usable(browser, []), 'no demo': () => usable(browser, ['--no-demo']) },
    rounds,
  );
  const assets = join(root, 'dist/page/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const size = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  return {
    title: 'Sandbox: until one can type',
    how: `from the start of ops sandbox until its page takes words in a browser that runs, median of ${rounds}`,
    rows: [
      bounded('ops sandbox', median(found.demo) / 1000, 2, 's'),
      bounded('ops sandbox --no-demo', median(found['no demo']) / 1000, 1, 's'),
      bounded("the page's script, gzip", size / 1000, 250, 'kB'),
    ],
  };
}

async function measureEnvelopes(stack: AsyncDisposableStack): Promise<Section> {
  const slack = stack.use(startSlack());
  const workspace = await slack.open(['room']);
  const client = fileURLToPath(new URL('./acking.ts', import.meta.url));
  stack.use(startProgram(node, [client, workspace.apiUrl], root, workspace.env));
  await slack.connected(workspace);
  await slack.burst(workspace, envelopes);
  const took: number[] = [];
  while (took.length < bursts) took.push(await slack.burst(workspace, envelopes));
  const how = `a burst to @slack/socket-mode in another process, from the first message to the last ack, ${bursts} bursts`;
  const rows = [
    bounded(`${envelopes} envelopes, median`, median(took) / 1000, 0.5, 's'),
    { what: `${envelopes} envelopes, slowest`, value: `${(Math.max(...took) / 1000).toFixed(2)} s` },
  ];
  return { title: 'Sandbox: acks', how, rows };
}

async function measureFull(browser: Browser, stack: AsyncDisposableStack): Promise<Section> {
  const running = stack.use(await startSandbox(['--no-demo']));
  const { ready, pid } = running;
  const room = ready.channels[0];
  for (let at = 0; at < messages; at++) {
    const line = {
      as: ready.people[at % 2]?.name,
      channel: room?.id,
      text: `message ${at} of *many*, with some words`,
    };
    await post(new URL('control/say', ready.page), line);
  }
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(new URL(`archives/${room?.id}`, ready.page).href);
  await page.getByText(`message ${messages - 1} of`).waitFor();
  const frames = await scroll(page);
  const rows: Row[] = [
    bounded(`rows of ${messages} messages in the document`, await page.getByRole('article').count(), 300, ''),
    bounded('frames while scrolling, 95 of 100 within', percentile(frames, 0.95), 34, 'ms'),
    { what: 'frames while scrolling, longest', value: `${Math.max(...frames).toFixed(0)} ms` },
    ...(process.platform === 'linux' ? [bounded('the server, RSS', residentOf(pid), 250, 'MB')] : []),
  ];
  await context.close();
  const how = `${messages} messages in a channel; wheel upwards for 5 s, frames as requestAnimationFrame tells them`;
  return { title: 'Sandbox: a full room', how, rows };
}

async function post(address: URL, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
}

/** Milliseconds of each frame while one scrolls towards older messages. */
async function scroll(page: Page): Promise<number[]> {
  await page.mouse.move(800, 400);
  const frames = page.evaluate(`new Promise((resolve) => {
    const found = [];
    const began = performance.now();
    let last = began;
    requestAnimationFrame(function frame(now) {
      found.push(now - last);
      last = now;
      if (now - began < 5000) requestAnimationFrame(frame);
      else resolve(found.slice(1));
    });
  })`) as Promise<number[]>;
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, -800);
    await page.waitForTimeout(60);
  }
  return frames;
}

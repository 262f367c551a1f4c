import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

/** Milliseconds that a step waits for the page, so that the failure says which step it was. */
const patience = 30_000;

export interface Tab {
  page: Page;
  context: BrowserContext;
  /** Console errors, uncaught errors, what the page's policy forbade. A test that expects some takes them out. */
  problems: string[];
}

/** Opens an address in a context of its own: no cookies, no storage, nothing of another test. */
export type Open = (address: string, options?: BrowserContextOptions) => Promise<Tab>;

function collectProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('the page crashed'));
}

async function openTab(browser: Browser, address: string, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  const problems: string[] = [];
  context.on('page', (page) => collectProblems(page, problems));
  const page = await context.newPage();
  await page.goto(address);
  return { page, context, problems };
}

/**
 * Tests in a real browser, one for the file. After each test all that went wrong in its pages fails it.
 * Without a browser on this machine one test fails and says what was tried.
 *
 * @example
 * await describeInBrowser('the page', (open) => {
 *   it('greets', async () => {
 *     const { page } = await open(address);
 *     await page.getByText('Hello').waitFor();
 *   });
 * });
 */
export async function describeInBrowser(title: string, tests: (open: Open) => void): Promise<void> {
  const browser = await launchBrowser();
  if (typeof browser === 'string') {
    describe(`${title} (no browser found)`, () => {
      it('needs a browser: install Chrome, Chromium or Edge, or name one in CHROME_PATH', () => {
        expect.fail(`no browser found:\n${browser}`);
      });
    });
    return;
  }
  describe(title, () => {
    const tabs: Tab[] = [];
    afterEach(async () => {
      const left = tabs.splice(0);
      await Promise.all(left.map(({ context }) => context.close()));
      expect(left.flatMap(({ problems }) => problems)).toEqual([]);
    });
    afterAll(() => browser.close());
    tests(async (address, options = {}) => {
      const tab = await openTab(browser, address, options);
      tabs.push(tab);
      return tab;
    });
  });
}

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messageWords } from '../../src/render/slack.ts';
import { describeInBrowser } from '../support/browser.ts';
import { bashScript } from '../support/listening.ts';
import { ops, timeless } from '../support/ops.ts';
import { composer, enter, log, message, sidebarRow, soon, startSlack, textsIn, write } from '../support/page.ts';
import { createProject, temporaryFolder } from '../support/project.ts';
import { openRoom } from '../support/room.ts';

/** The words of a run, without whose it was and how long it took. */
const alike = (words: string): string =>
  timeless(words)
    .replaceAll(/ · by \w+ · [\d.]+ m?s · /g, ' · ')
    .trim();

await describeInBrowser('the page with a listener', (open) => {
  it('shows a run from its line to its end, in the words of a terminal', async () => {
    const room = await openRoom(undefined, { channels: ['ops'] });
    const { page } = await enter(open, room.slack);
    await write(page, 'ops deploy uat');
    const answer = message(log(page), / · exit \d+ · /);
    await answer.waitFor();
    const said = await room.answerTo('0');
    expect(said.exitCode).toBe(0);
    const shell = await ops(createProject().folder, ['deploy', 'uat']);
    const words = messageWords(said.message.blocks ?? []);
    expect(alike(words)).toBe(alike(shell.words));
    const seen = await answer.textContent();
    for (const line of alike(shell.words).split('\n')) expect(alike(seen ?? '')).toContain(line.trim());
  });

  it('shows what a run says while it runs', async () => {
    const room = await openRoom(undefined, { channels: ['ops'] });
    const wait = 'echo first; until [ -e go-on ]; do sleep 0.05; done; echo second';
    room.project.write('scripts/steps', bashScript('steps', wait), 0o755);
    const { page } = await enter(open, room.slack);
    await write(page, 'ops steps');
    const answer = message(log(page), 'first');
    await answer.waitFor();
    expect(await answer.textContent()).not.toMatch(/second| · exit /);
    room.project.write('go-on', '');
    await message(log(page), / · exit 0 · /).waitFor();
    await expect.poll(() => answer.textContent(), soon).toMatch(/first\s*second/);
    expect(await log(page).getByRole('article').filter({ hasNotText: 'Only visible to you' }).count()).toBe(2);
  });
});

await describeInBrowser('the page and its server', (open) => {
  it('comes back when the server does, with what it missed', async () => {
    const state = join(temporaryFolder(), 'state.json');
    const first = await startSlack({ state });
    await first.say({ as: 'tom', channel: '#ops', text: 'before' });
    const { page, problems } = await enter(open, first);
    await message(log(page), 'before').waitFor();
    await composer(page).fill('a draft');
    await first.close();
    await page
      .getByText(/reconnect/i)
      .first()
      .waitFor();
    const second = await startSlack({ state, port: first.port });
    await second.say({ as: 'tom', channel: '#ops', text: 'meanwhile' });
    await message(log(page), 'meanwhile').waitFor();
    await expect.poll(() => page.getByText(/reconnect/i).count(), soon).toBe(0);
    expect(await composer(page).inputValue()).toBe('a draft');
    await composer(page).press('Enter');
    await expect.poll(() => textsIn(second, '#ops'), soon).toEqual(['before', 'meanwhile', 'a draft']);
    // Attempts to connect while there was nobody to connect to.
    expect(problems.filter((problem) => !/ERR_CONNECTION_(?:REFUSED|RESET|CLOSED)/.test(problem))).toEqual([]);
    problems.splice(0);
  });
});

await describeInBrowser('the page on a phone', (open) => {
  it('leads from the list into a room, lets one write there, and leads back', async () => {
    const slack = await startSlack();
    await slack.say({ as: 'tom', channel: '#general', text: 'hello from tom' });
    const address = new URL('/?as=mary', slack.apiUrl).href;
    const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
    const { page } = await open(address, phone);
    await sidebarRow(page, 'general').tap();
    await message(log(page), 'hello from tom').waitFor();
    await sidebarRow(page, 'general').waitFor({ state: 'hidden' });
    await composer(page).tap();
    await page.keyboard.type('hello from a phone');
    await page.getByRole('button', { name: 'Send', exact: true }).tap();
    await message(log(page), 'hello from a phone').waitFor();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(390);
    await page.getByRole('button', { name: 'Back to the conversations' }).tap();
    await sidebarRow(page, 'ops').first().waitFor();
    await composer(page).waitFor({ state: 'hidden' });
    await expect.poll(() => textsIn(slack, '#general'), soon).toEqual(['hello from tom', 'hello from a phone']);
  });
});

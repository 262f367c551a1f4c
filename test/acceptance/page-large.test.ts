import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { describeInBrowser } from '../support/browser.ts';
import { startApp } from '../support/echo-app.ts';
import { channelId, composer, enter, isFocused, log, message, soon } from '../support/page.ts';

const count = 10_000;

let slack: Sandbox;
const sent: string[] = [];
beforeAll(async () => {
  slack = await startSandbox({ channels: ['general', 'ops', 'releases', 'pages'] });
  for (let at = 0; at < count; at += 1) {
    const text = at % 10 === 0 ? `number ${at}\nwith\nmore lines` : `number ${at}`;
    sent.push((await slack.say({ as: at % 3 === 0 ? 'mary' : 'tom', channel: '#ops', text })).ts);
  }
});
afterAll(() => slack.close());

interface Seen {
  /** The numbers of the messages in sight, from the top. */
  numbers: number[];
  rows: number;
  below: number;
}

/** What a person sees of the list. */
const look = (page: Page): Promise<Seen> =>
  log(page).evaluate((element) => {
    // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
    const box = element as any;
    const frame = box.getBoundingClientRect();
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const rows: any[] = [...box.querySelectorAll('article')];
    const inSight = rows.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom && row.checkVisibility({ visibilityProperty: true });
    });
    return {
      numbers: inSight
        .map((row) => Number(/number (\d+)/.exec(row.textContent)?.[1]))
        .sort((one, other) => one - other),
      rows: rows.length,
      below: box.scrollHeight - box.clientHeight - box.scrollTop,
    };
  });

const last = async (page: Page): Promise<number | undefined> => (await look(page)).numbers.at(-1);

/** Fills the list with messages one after the other, none left out. */
const isWhole = ({ numbers }: Seen): boolean =>
  numbers.length > 3 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);

/** What is seen once it holds so, and no message is missing in it. */
async function lookUntil(page: Page, holds: (seen: Seen) => boolean = () => true): Promise<Seen> {
  let seen = await look(page);
  await expect
    .poll(async () => {
      seen = await look(page);
      return (isWhole(seen) && holds(seen)) || seen;
    }, soon)
    .toBe(true);
  return seen;
}

/** What is seen once the list has come to rest: the same twice, a while apart. */
async function lookAtRest(page: Page): Promise<Seen> {
  let seen: Seen | undefined;
  const isAtRest = async (): Promise<boolean> => {
    const before = seen;
    seen = await look(page);
    return JSON.stringify(seen) === JSON.stringify(before);
  };
  await expect.poll(isAtRest, { ...soon, interval: 200 }).toBe(true);
  return seen ?? look(page);
}

await describeInBrowser(`a room of ${count} messages`, (open) => {
  it('opens at the newest, and draws only those around', async () => {
    const { page } = await enter(open, slack);
    await expect.poll(() => last(page), soon).toBe(count - 1);
    const seen = await lookUntil(page);
    expect(seen.below).toBeLessThan(2);
    expect(seen.rows).toBeLessThan(200);
  });

  it.each(['no-preference', 'reduce'] as const)(
    'loads older ones on the way up, and keeps the place, with motion: %s',
    async (reducedMotion) => {
      const { page } = await enter(open, slack, {}, { reducedMotion });
      await expect.poll(() => last(page), soon).toBe(count - 1);
      await log(page).hover();
      let [top = 0] = (await look(page)).numbers;
      while (top > count - 330) {
        const before = top;
        await page.mouse.wheel(0, -600);
        const seen = await lookUntil(page, ({ numbers }) => (numbers[0] ?? before) < before);
        [top = 0] = seen.numbers;
        // So many messages are 600 pixels high: nothing jumps when older ones come.
        expect(before - top).toBeLessThan(30);
        expect(seen.rows).toBeLessThan(200);
      }
      await page.getByRole('button', { name: 'Jump to the latest message' }).click();
      await expect.poll(() => last(page), soon).toBe(count - 1);
    },
  );

  it('is walked through with the keyboard, over the edge of what is loaded', async () => {
    const { page } = await enter(open, slack);
    await expect.poll(() => last(page), soon).toBe(count - 1);
    await message(log(page), `number ${count - 1}`).focus();
    const focused = () => page.evaluate(`Number(/number (\\d+)/.exec(document.activeElement.textContent)?.[1])`);
    await page.keyboard.press('Home');
    await expect.poll(focused, soon).toBeLessThan(count - 50);
    const edge = Number(await focused());
    await message(log(page), new RegExp(`number ${edge - 5}`)).waitFor({ state: 'attached' });
    for (let at = edge - 1; at > edge - 5; at -= 1) {
      await page.keyboard.press('ArrowUp');
      await expect.poll(focused, soon).toBe(at);
    }
    await lookUntil(page, ({ numbers }) => numbers.includes(edge - 4));
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(composer(page)), soon).toBe(true);
  });

  it('opens at a message in its middle for a link to it, and comes back to the newest', async () => {
    const middle = count / 2 + 3;
    const { web } = await startApp(slack);
    const channel = channelId(slack, 'ops');
    const { permalink = '' } = await web.chat.getPermalink({ channel, message_ts: sent[middle] ?? '' });
    const { page } = await open(permalink);
    const row = message(log(page), new RegExp(`number ${middle}$`));
    await row.waitFor();
    await expect.poll(async () => (await look(page)).numbers, soon).toContain(middle);
    const color = (of: typeof row): Promise<string> =>
      // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
      of.evaluate((element) => (globalThis as any).getComputedStyle(element).backgroundColor);
    const neighbour = message(log(page), new RegExp(`number ${middle + 1}$`));
    expect(await color(row)).not.toBe(await color(neighbour));
    await lookUntil(page);
    await lookAtRest(page);
    await log(page).hover();
    await page.mouse.wheel(0, 4000);
    await lookUntil(page, ({ numbers }) => (numbers[0] ?? 0) > middle + 10);
    await page.getByRole('button', { name: 'Jump to the latest message' }).click();
    await expect.poll(() => last(page), soon).toBe(count - 1);
  });

  it('keeps the end of a message in sight while it grows, until one scrolls up', async () => {
    const { web } = await startApp(slack);
    const channel = channelId(slack, 'general');
    for (let at = 0; at < 60; at += 1) await slack.say({ as: 'tom', channel, text: `number ${at}` });
    const { page } = await enter(open, slack, { room: 'general' });
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'line 0' });
    const grow = async (from: number, to: number): Promise<void> => {
      for (let lines = from; lines <= to; lines += 1) {
        const text = Array.from({ length: lines }, (_, at) => `line ${at}`).join('\n');
        await web.chat.update({ channel, ts, text });
      }
      await expect.poll(() => message(log(page), 'line 0').textContent(), soon).toContain(`line ${to - 1}`);
    };
    await grow(1, 30);
    await expect.poll(async () => (await look(page)).below, soon).toBeLessThan(2);
    await log(page).hover();
    await page.mouse.wheel(0, -500);
    await expect.poll(async () => (await look(page)).below, soon).toBeGreaterThan(300);
    const before = await lookAtRest(page);
    expect(before.below).toBeGreaterThan(300);
    await grow(31, 40);
    expect((await lookAtRest(page)).numbers).toEqual(before.numbers);
  });

  it('goes up with the keyboard, though a message grows at that moment', async () => {
    const channel = channelId(slack, 'releases');
    for (let at = 0; at < 60; at += 1) await slack.say({ as: 'tom', channel, text: `number ${at}` });
    const { page } = await enter(open, slack, { room: 'releases' });
    await expect.poll(() => last(page), soon).toBe(59);
    await lookAtRest(page);
    await message(log(page), 'number 59').focus();
    await log(page).evaluate((element) => {
      // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
      const box = element as any;
      const grow = (): void => {
        box.lastElementChild.style.marginBottom = '40px';
      };
      box.addEventListener('keydown', grow, { once: true });
    });
    await page.keyboard.press('Home');
    await expect.poll(async () => (await look(page)).numbers[0], soon).toBe(0);
    const { below, numbers } = await lookAtRest(page);
    expect(below).toBeGreaterThan(300);
    expect(numbers[0]).toBe(0);
  });

  it('goes up a page with the keyboard, though a message grows meanwhile', async () => {
    const channel = channelId(slack, 'pages');
    for (let at = 0; at < 60; at += 1) await slack.say({ as: 'tom', channel, text: `number ${at}` });
    const { page } = await enter(open, slack, { room: 'pages' });
    await expect.poll(() => last(page), soon).toBe(59);
    await lookAtRest(page);
    await message(log(page), 'number 59').focus();
    await log(page).evaluate((element) => {
      // biome-ignore lint/suspicious/noExplicitAny: this runs in a browser, whose globals these tests do not know
      const box = element as any;
      const grow = (height: number): void => {
        box.lastElementChild.style.marginBottom = `${height}px`;
        if (height < 200) setTimeout(grow, 15, height + 40);
      };
      box.addEventListener('keydown', () => grow(40), { once: true });
    });
    await page.keyboard.press('PageUp');
    // What has grown below is 200 of them.
    await expect.poll(async () => (await look(page)).below, soon).toBeGreaterThan(400);
    expect((await lookAtRest(page)).below).toBeGreaterThan(400);
  });
});

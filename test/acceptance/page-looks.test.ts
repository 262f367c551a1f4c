import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { startApp } from '../support/echo-app.ts';
import { channelId, enter, log, message, soon, startSlack } from '../support/page.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

async function edges(element: Locator): Promise<{ left: number; top: number; right: number; bottom: number }> {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { left: x, top: y, right: x + width, bottom: y + height };
}

await describeInBrowser('the looks of the page', (open) => {
  it('have room for a name of two words, chosen or not', async () => {
    const people = [
      { name: 'mary', realName: 'Mary Jones' },
      { name: 'tom', realName: 'Tom Brown' },
    ];
    const slack = await startSlack({ people });
    const { page } = await enter(open, slack);
    const names = page.getByRole('navigation', { name: 'People' }).locator('.rail-name');
    const isWhole = await names.evaluateAll((all) =>
      all.map((it) => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight),
    );
    // Where the machine's letters are wide, on two lines.
    expect(isWhole).toEqual([true, true]);
  });

  it('name a day once: over the messages only when its line has gone', async () => {
    const slack = await startSlack();
    await slack.say({ as: 'tom', channel: '#ops', text: Array.from({ length: 60 }, (_, at) => `${at}`).join('\n') });
    const { page } = await enter(open, slack);
    const line = log(page).locator('.divider .day-pill');
    const floating = page.locator('.day-float .day-pill');
    await floating.waitFor();
    /** Scrolls until the line's lower edge is so far below the upper edge of the list. */
    const scrollTo = (below: number) =>
      log(page).evaluate((list, wanted) => {
        const pill = list.querySelector('.divider .day-pill');
        let box: Element | null = list;
        while (box && box.scrollTop === 0) box = box.parentElement;
        if (pill && box)
          box.scrollTop += pill.getBoundingClientRect().bottom - box.getBoundingClientRect().top - wanted;
      }, below);
    await scrollTo(-200);
    await floating.waitFor();
    // The list may still be on its way to its end, which moves it once more.
    await expect.poll(() => scrollTo(10).then(() => floating.count()), soon).toBe(0);
    await line.waitFor();
  });

  it('give a file of text a row of its own, and a small picture the room that its link takes', async () => {
    const slack = await startSlack();
    const { web } = await startApp(slack);
    await web.filesUploadV2({
      channel_id: channelId(slack, 'ops'),
      initial_comment: 'both',
      file_uploads: [
        { filename: 'dot.png', file: png },
        { filename: 'deploy.log', content: 'one line' },
      ],
    });
    const { page } = await enter(open, slack, {}, { viewport: { width: 1280, height: 800 } });
    const row = message(log(page), 'both');
    await row.getByRole('img', { name: 'dot.png' }).waitFor();
    const [frame, snippet] = [row.locator('.files-frame'), row.locator('.files-snippet')];
    await frame.hover();
    const [picture, text, link] = await Promise.all([frame, snippet, row.locator('.files-over')].map(edges));
    expect(text?.left).toBe(picture?.left);
    expect(text?.top).toBeGreaterThanOrEqual(picture?.bottom ?? Number.NaN);
    expect(link?.left).toBeGreaterThanOrEqual(picture?.left ?? Number.NaN);
    expect(link?.bottom).toBeLessThanOrEqual(picture?.bottom ?? Number.NaN);
  });
});

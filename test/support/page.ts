import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { type Message, type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts';
import type { Open, Tab } from './browser.ts';
import { patient } from './room.ts';

/** How long `expect.poll` waits for what must come. */
export const soon = { timeout: 30_000, interval: 20 };

/** A sandbox that ends with the test. No event comes twice because a busy machine was late to say that it came. */
export async function startSlack(options: SandboxOptions = {}): Promise<Sandbox> {
  const slack = await startSandbox({ ...patient, ackTimeout: 60_000, ...options });
  onTestFinished(() => slack.close());
  return slack;
}

export function channelId(slack: Pick<Sandbox, 'channels'>, name: string): string {
  const channel = slack.channels.find((known) => known.name === name);
  if (!channel) throw new Error(`there is no channel ${name}`);
  return channel.id;
}

export interface Place {
  /** @default mary */
  as?: string;
  /** The name of a channel, or any room's id. @default ops */
  room?: string;
  thread?: string;
  tab?: 'home';
}

export function addressOf(slack: Sandbox, { as = 'mary', room = 'ops', ...more }: Place = {}): string {
  const known = slack.channels.some(({ name }) => name === room);
  const query = { as, room: known ? channelId(slack, room) : room, ...more };
  return new URL(`/?${new URLSearchParams(query)}`, slack.apiUrl).href;
}

/** Opens the page as a person, in a room, and waits until one can write there. */
export async function enter(
  open: Open,
  slack: Sandbox,
  place: Place = {},
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const tab = await open(addressOf(slack, place), options);
  await (place.tab === 'home' ? tab.page.getByRole('main') : composer(tab.page)).waitFor();
  return tab;
}

export const composer = (page: Page): Locator => page.getByRole('form', { name: 'Message' }).getByRole('textbox');

export const replyComposer = (page: Page): Locator => page.getByRole('form', { name: 'Reply' }).getByRole('textbox');

/** The messages of the room. */
export const log = (page: Page): Locator => page.getByRole('main').getByRole('log');

export const threadPane = (page: Page): Locator => page.getByRole('complementary', { name: 'Thread' });

/** A message by something that stands in it, in the room or in a pane of it. */
export const message = (inside: Page | Locator, text: string | RegExp): Locator =>
  inside.getByRole('article').filter({ hasText: text });

export const sidebarRow = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Conversations' }).getByRole('link', { name });

export const isFocused = (element: Locator): Promise<boolean> => element.evaluate((it) => it.matches(':focus'));

/** Writes into the room, as fingers do. */
export async function write(page: Page, text: string): Promise<void> {
  await composer(page).pressSequentially(text);
  await page.keyboard.press('Enter');
}

/** The tools of a message, which are there as long as it is pointed at. */
export async function toolsOf(row: Locator): Promise<Locator> {
  const tools = row.getByRole('toolbar', { name: 'Message actions' });
  const point = async (): Promise<boolean> => {
    await row.hover({ force: true });
    return tools.isVisible();
  };
  // The row may move away from the pointer, as when others come in, and is deaf to it while the list scrolls.
  await expect.poll(point, soon).toBe(true);
  return tools;
}

/** A message of the workspace that holds so, once there is one. */
export const stored = (slack: Sandbox, channel: string, holds: (message: Message) => boolean): Promise<Message> =>
  slack.waitFor(() => slack.messages(channel).find(holds));

export const textsIn = (slack: Sandbox, channel: string): string[] => slack.messages(channel).map(({ text }) => text);

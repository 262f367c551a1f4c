import type { RunRecord } from '../../src/context/journal.ts';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { inRoom, inRoomOptions } from './approved.ts';
import { labels, message, press } from './buttons.ts';
import { recorded, whispers } from './listening.ts';
import { openRoom, type Room } from './room.ts';

/** A room in which prod takes the approval of a lead. */
export const openApprovalRoom = (change: (config: string) => string = (config) => config): Promise<Room> =>
  openRoom((slack) => change(inRoom(slack)), inRoomOptions);

/** Mary asks for prod; what then waits for an answer. */
export async function ask(room: Room, line = 'ops deploy prod'): Promise<Message & { run: string }> {
  const before = new Set(room.slack.messages(room.channel).map(({ ts }) => ts));
  await room.slack.say({ as: 'mary', channel: room.channel, text: line });
  const asked = await message(room, (_, shown) => !before.has(shown.ts) && labels(shown).includes('Approve'));
  return { ...asked, run: /run (\w{8})$/.exec(messageText(asked))?.[1] ?? '' };
}

export const approve = (room: Room, { ts }: Message, as = 'tom') => press(room, ts, 'Approve', as);

/** The message as it reads once it holds that. */
export async function reads(room: Room, { ts }: Message, words: RegExp): Promise<string> {
  return messageText(await message(room, (text, shown) => shown.ts === ts && words.test(text)));
}

/** What somebody alone is told, once it is. */
export function told(room: Room, to: string, words: RegExp): Promise<string> {
  return room.slack.waitFor(() => whispers(room).find((one) => one.to === to && words.test(one.text))?.text);
}

export async function rowOf({ project }: Room, run: string): Promise<RunRecord> {
  const row = (await recorded(project)).find(({ id }) => id === run);
  if (row === undefined) throw new Error(`there is no run ${run}`);
  return row;
}

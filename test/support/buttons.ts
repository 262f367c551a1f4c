import type { Interacted, Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { buttonsOf } from '../../src/testing/buttons.ts';
import { bashScript, saidInRoom } from './listening.ts';
import type { Project } from './project.ts';
import type { Room } from './room.ts';

/** What stands on the buttons of a message. */
export function labels(message: { blocks?: readonly unknown[] } | undefined): string[] {
  const blocks = (message?.blocks ?? []) as readonly Record<string, unknown>[];
  const shown = { ts: '', blocks } as unknown as Message;
  return buttonsOf(shown, { channel: '', person: '' }, {} as never).map(({ text }) => text);
}

/** Presses a button of a message as it stands now. */
export async function press(
  room: Pick<Room, 'slack' | 'channel'>,
  ts: string,
  label: string,
  as = 'mary',
  channel = room.channel,
): Promise<Interacted> {
  const message = room.slack.messages(channel).find((known) => known.ts === ts);
  const buttons = message === undefined ? [] : buttonsOf(message, { channel, person: as }, room.slack);
  const button = buttons.find(({ text }) => text === label);
  if (button === undefined) throw new Error(`there is no ${label}: ${message && messageText(message)}`);
  return button.press();
}

/** The first message of ours that holds so, once there is one. */
export function message(room: Room, holds: (text: string, message: Message) => boolean): Promise<Message> {
  const look = () => saidInRoom(room).find((known) => holds(messageText(known), known));
  return room.slack.waitFor(look);
}

/** Scripts that go on until they are stopped or a file says `go`, say much, and fail. */
export function writeScripts({ write }: Project): void {
  write('scripts/wait', bashScript('wait', 'echo begun; until [ -e go ]; do sleep 0.05; done'), 0o755);
  write('scripts/count', bashScript('count', 'seq 1000'), 0o755);
  write('scripts/fail', bashScript('fail', 'echo broken; exit 3'), 0o755);
}

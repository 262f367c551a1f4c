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
  room: Room,
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
  return room.slack.waitFor(look, 15_000);
}

const aboutARun = '# args:\n#   run: { summary: Which run, required: true }\n';

/** A script that goes on until it is told to stop, and stand-ins for the lines that buttons stand for. */
export function writeScripts({ write }: Project): void {
  const wait = `echo begun; for _ in $(seq 600); do
    if [ -e "stop-$OPS_RUN" ]; then echo "it was stopped by $(cat "stop-$OPS_RUN")"; exit 3; fi; sleep 0.05
  done`;
  write('scripts/wait', bashScript('wait', wait), 0o755);
  write('scripts/count', bashScript('count', 'echo "$OPS_RUN" >> counted; seq 1000'), 0o755);
  write('scripts/fail', bashScript('fail', 'echo broken; exit 3'), 0o755);
  const stop = `[ "$OPS_ACTOR" = tom ] || { echo 'only tom may'; exit 77; }; echo "$OPS_ACTOR" > "stop-$1"`;
  write('scripts/stop', bashScript('stop', stop, aboutARun), 0o755);
  write('scripts/rerun', bashScript('rerun', 'echo "again $1"; echo "$1" >> again', aboutARun), 0o755);
  write('scripts/log', bashScript('log', 'echo "all that $1 said"', aboutARun), 0o755);
}

import type { PageCommand } from '../protocol.ts';

export type Outgoing =
  | { kind: 'nothing' }
  | { kind: 'say'; text: string }
  | { kind: 'command'; command: string; text: string }
  | { kind: 'refused'; why: string };

interface Around {
  commands: readonly PageCommand[];
  inThread: boolean;
  files: number;
}

/** What Slack takes of one message. */
const longest = 40_000;

const number = new Intl.NumberFormat('en');

/** Said while it is typed, too. */
export const tooLong = (typed: string): string | undefined =>
  typed.length > longest
    ? `Your message is too long: ${number.format(typed.length)} of at most ${number.format(longest)} characters.`
    : undefined;

const unknown = (command: string): string =>
  `${command} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.\n` +
  'If you are trying to send a message and not run a command, try preceding the “/” with an empty space.';

function readCommand(typed: string, { commands, inThread, files }: Around): Outgoing {
  const [typedName = ''] = /^\S+/u.exec(typed) ?? [];
  const command = commands.find((known) => known.command === typedName.toLowerCase())?.command;
  if (command === undefined) return { kind: 'refused', why: unknown(typedName) };
  if (inThread) return { kind: 'refused', why: `${typedName} is not supported in threads. Sorry!` };
  if (files > 0) return { kind: 'refused', why: `${typedName} cannot be sent with files: remove them first.` };
  return { kind: 'command', command, text: typed.slice(typedName.length).trim() };
}

/** What pressing Enter on the typed text comes to. */
export function readOutgoing(typed: string, around: Around): Outgoing {
  const text = typed.trim();
  if (text === '' && around.files === 0) return { kind: 'nothing' };
  const why = tooLong(text);
  if (why !== undefined) return { kind: 'refused', why };
  return typed.startsWith('/') ? readCommand(typed, around) : { kind: 'say', text };
}

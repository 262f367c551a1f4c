import { OpsError } from '../context/errors.ts';
import type { Origin } from '../context/host.ts';
import { recognize } from '../context/secrets/recognize.ts';
import type { Command } from './define.ts';
import type { RawInput } from './input.ts';

/**
 * What is to be told to somebody who typed a secret in a room; undefined where nothing of the text has a secret's shape.
 * `isPosted`: others can read it there.
 */
export function pastedSecret(text: string, isPosted: boolean): OpsError | undefined {
  const what = recognize(text);
  if (what === undefined) return undefined;
  const deleting = isPosted ? 'Delete the message, which ops cannot do for you. ' : '';
  return new OpsError('usage', `this looks like ${what}: nothing was run, and nothing of it is kept by ops`, {
    hint: `revoke it, for Slack has it now. ${deleting}${elsewhere}`,
  });
}

const elsewhere =
  'What a command needs it can take from the configuration (${env:NAME}, ${file:path}), or you type the line in a terminal';

/** No line of a room may hold a secret: all who are in it could read it, and Slack keeps it. */
export function refusePasted(argv: readonly string[], origin: Origin): void {
  if (origin.type !== 'room') return;
  const refusal = pastedSecret(argv.join(' '), isPosted(origin));
  if (refusal !== undefined) throw refusal;
}

/** What was pressed or filled in stands in no message. */
function isPosted({ message, way }: Extract<Origin, { type: 'room' }>): boolean {
  return message !== undefined && way !== 'button' && way !== 'form';
}

export function refuseSecretOptions({ name, options = {} }: Command, raw: RawInput, origin: Origin): void {
  if (origin.type !== 'room') return;
  const given = Object.keys(options).filter((one) => options[one]?.secret === true && raw.options[one] !== undefined);
  if (given.length === 0) return;
  const named = given.map((one) => `--${one}`).join(' and ');
  const are = given.length === 1 ? 'is' : 'are';
  throw new OpsError('usage', `${named} of ${name} ${are} secret and cannot be given in a room: nothing was run`, {
    hint: `if that was a real one, change it, for Slack has it now. ${elsewhere}`,
  });
}

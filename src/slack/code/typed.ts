import { codeIn } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import { type Ask, askOf, personId, type Request } from '../ask/ask.ts';
import type { RoomMessage } from '../ask/message.ts';
import { loneCode } from '../words/code.ts';
import type { CodeParts } from './code.ts';

export interface TypedParts extends CodeParts {
  word: string;
  forms: { form(argv: readonly string[]): Promise<{ fields: readonly { name: string }[] } | undefined> };
  warn(message: string): void;
}

/** A message that is a one-time code: sent to the bot, or in a room where a run asks for one. Others read it there. */
export async function typedCode(message: RoomMessage, parts: TypedParts): Promise<Request | undefined> {
  const { identity, word, codes } = parts;
  const typed = loneCode(message, { botUserId: identity.userId, word });
  if (typed === undefined) return undefined;
  const asked = await codes.asking(message.team, message.channel);
  const isMeant = typed.isAddressed || message.channelType === 'im' || asked !== undefined;
  return isMeant ? refuse(askOf(message), typed.code, parts) : undefined;
}

/** A line is nothing that a code may stand in, whatever way it came. */
export async function withoutCode(request: Request, parts: TypedParts): Promise<Request> {
  const { ask, address } = request;
  if (address.kind !== 'line') return request;
  const { identity, word } = parts;
  const lone = loneCode({ text: address.argv.join(' ') }, { botUserId: identity.userId, word });
  const code = lone?.code ?? codeOption(address.argv);
  if (code === undefined || (await takesCode(address.argv, parts))) return request;
  return refuse(ask, code, parts);
}

const options = new Set(['--code', '--otp', '--totp']);

function codeOption(argv: readonly string[]): string | undefined {
  for (const [index, word] of argv.entries()) {
    const [name = '', value = argv[index + 1]] = word.split('=', 2);
    const code = options.has(name) && value !== undefined ? codeIn(value) : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** A script may have an option of that name for something else. */
async function takesCode(argv: readonly string[], { forms }: TypedParts): Promise<boolean> {
  const form = await forms.form(argv).catch(() => undefined);
  return form?.fields.some(({ name }) => options.has(`--${name}`)) === true;
}

async function refuse(ask: Ask, code: string, { codes, warn }: TypedParts): Promise<Request> {
  const actor = { id: personId(ask), name: ask.user };
  const spend = async (): Promise<void> =>
    codes.spend({ code, actor, asked: await codes.asking(ask.team, ask.channel) });
  const isSpent = await spend().then(
    () => true,
    () => false,
  );
  if (!isSpent) warn('a one-time code that was typed in a room could not be made useless');
  const isPosted = ask.way === 'message' || ask.way === 'shortcut';
  const deleting = isPosted ? 'Delete the message: Slack lets ops delete only its own. ' : '';
  const error = new OpsError('usage', `this looks like a one-time code: nothing was run, and it ${fate(isSpent)}`, {
    hint: `${deleting}Where a run asks for one, press Give code … under it, and give the next one there`,
  });
  return { ask, address: { kind: 'refused', error } };
}

const fate = (isSpent: boolean): string => (isSpent ? 'counts no more if it was one' : 'is no secret any more');

import { addressOf } from './ask/address-of.ts';
import { askOf, type Fields, fieldsOf, type Reply, type Request, textOf } from './ask/ask.ts';
import { type RoomMessage, readMessage } from './ask/message.ts';
import { readSlash } from './ask/slash.ts';
import { typedCode, withoutCode } from './code/typed.ts';
import type { Homes } from './home/keep.ts';
import { type InteractionParts, readInteraction } from './interactions.ts';
import type { Addressed } from './words/address.ts';

export interface RequestParts extends InteractionParts {
  homes: Pick<Homes, 'opened'>;
}

type Read = (body: Fields, parts: RequestParts) => Promise<Request | Reply | undefined>;

/** Every way to ask: each kind of envelope becomes the same request. */
const kinds: Readonly<Record<string, Read>> = {
  events_api: readTyped,
  slash_commands: async (body, { identity, word }) => readSlash(body, identity, word),
  interactive: readInteraction,
};

/** What an envelope asks for; undefined where that is nothing, or nothing of ours. */
export async function readRequest(
  type: string,
  body: Fields,
  parts: RequestParts,
): Promise<Request | Reply | undefined> {
  const request = Object.hasOwn(kinds, type) ? await kinds[type]?.(body, parts) : undefined;
  return request === undefined || 'reply' in request ? request : withoutCode(request, parts);
}

async function readTyped(body: Fields, parts: RequestParts): Promise<Request | undefined> {
  const event = fieldsOf(body['event']);
  const user = textOf(event['user']);
  if (event['type'] === 'app_home_opened' && event['tab'] === 'home' && user !== undefined)
    void parts.homes.opened(user);
  const message = readMessage(body, parts.identity);
  if (message === undefined) return undefined;
  const code = await typedCode(message, parts);
  if (code !== undefined) return code;
  const address = await lineOf(message, parts);
  return address.kind === 'talk' ? undefined : { ask: askOf(message), address };
}

async function lineOf(message: RoomMessage, parts: InteractionParts): Promise<Addressed> {
  const address = await addressOf(message, parts);
  // A picture alone, sent to the bot, asks for nothing.
  if (address.kind === 'line' && address.argv.length === 0 && message.text.trim() === '') return { kind: 'talk' };
  return address;
}

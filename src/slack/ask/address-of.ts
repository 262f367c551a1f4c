import type { Identity } from '../connection/client.ts';
import { type Addressed, addressed } from '../words/address.ts';
import type { RoomMessage } from './message.ts';

export interface AddressParts {
  identity: Pick<Identity, 'userId'>;
  /** The first word of a line. */
  word: string;
  commands(): Promise<readonly string[]>;
}

/** Whether a message, or what it said before it was edited, is for `ops`: with the commands that there are now. */
export async function addressOf(
  { text, blocks, channelType }: Pick<RoomMessage, 'text' | 'blocks' | 'channelType'>,
  { identity, word, commands }: AddressParts,
): Promise<Addressed> {
  return addressed({ text, blocks, channelType, botUserId: identity.userId, word, commands: await commands() });
}

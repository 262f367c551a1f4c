import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import { addressOf } from '../ask/address-of.ts';
import type { RoomMessage } from '../ask/message.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call, Identity } from '../connection/client.ts';
import { tooLate } from '../connection/lateness.ts';
import { readEdited } from './edited.ts';
import { type Offered, runEdited } from './offer.ts';

export interface RunEditedParts {
  identity: Identity;
  call: Call;
  clock: Clock;
  /** Milliseconds after which an offer is not taken any more. */
  longestWait: number;
  word: string;
  commands(): Promise<readonly string[]>;
}

/** A line to be run once: the message has the claim of its edit. */
export interface EditedLine {
  message: RoomMessage;
  argv: string[];
}

const again = 'type the line again';

/** The line that a press of an offer's button stands for, read anew: nothing of the offer itself is run. */
export async function editedLine(body: Record<string, unknown>, parts: RunEditedParts): Promise<EditedLine | OpsError> {
  try {
    return await read(body, parts);
  } catch (error) {
    if (error instanceof OpsError) return error;
    throw error;
  }
}

async function read(body: Record<string, unknown>, parts: RunEditedParts): Promise<EditedLine> {
  const { channel, ts, edit } = offeredIn(body);
  const { user, team } = body as { user?: { id?: string; team_id?: string }; team?: { id?: string } };
  const shown = await messageAt(channel, ts, parts.call);
  const message = readEdited({ team: team?.id ?? parts.identity.team, channel, message: shown }, parts.identity);
  if (message === undefined) throw new OpsError('denied', 'this is no message that its author edited', { hint: again });
  if (message.user !== user?.id) throw new OpsError('denied', 'this line is another person’s', { hint: again });
  if (message.edit !== edit) {
    throw new OpsError('retry', 'the line was edited once more since', {
      hint: 'press the button of the newest offer',
    });
  }
  const late = tooLate({ at: edit }, parts.clock.now(), parts.longestWait);
  if (late !== undefined) throw late;
  const address = await addressOf(message, parts);
  if (address.kind === 'refused') throw address.error;
  if (address.kind === 'line')
    return { message: { ...message, userTeam: user.team_id ?? message.userTeam }, argv: address.argv };
  throw new OpsError('usage', 'the message is no line any more', { hint: again });
}

function offeredIn({ actions }: { actions?: unknown }): Offered {
  const [action] = (Array.isArray(actions) ? actions : []) as { action_id?: unknown; value?: unknown }[];
  const { v, channel, ts, edit } = action?.action_id === runEdited ? parsed(action.value) : {};
  if (v === 1 && [channel, ts, edit].every((value) => typeof value === 'string')) {
    return { v, channel, ts, edit } as Offered;
  }
  throw new OpsError('usage', 'this button is of another version of ops', { hint: again });
}

function parsed(value: unknown): Record<string, unknown> {
  try {
    return Object(JSON.parse(String(value)));
  } catch {
    return {};
  }
}

/** A reply is found like the first message of a thread. */
async function messageAt(channel: string, ts: string, call: Call): Promise<Record<string, unknown>> {
  const args = { channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 2 };
  try {
    const { messages } = (await call('conversations.replies', args)) as { messages?: Record<string, unknown>[] };
    const found = messages?.find((message) => message.ts === ts);
    if (found !== undefined) return found;
  } catch (error) {
    if (!(error instanceof SlackCallError)) throw error;
    if (error.refusal === undefined)
      throw new OpsError('retry', error.message, { hint: 'press the button again', cause: error });
    if (error.refusal !== 'thread_not_found')
      throw new OpsError('unavailable', error.message, { hint: again, cause: error });
  }
  throw new OpsError('usage', 'the line was deleted', { hint: again });
}

import type { Clock } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import type { Recent } from '../answer/recent.ts';
import { literal, whisperRefusal, whisperUnknown } from '../answer/whisper.ts';
import { addressOf } from '../ask/address-of.ts';
import { claimOf, type RoomMessage } from '../ask/message.ts';
import type { Identity } from '../connection/client.ts';
import type { Content, Delivery } from '../delivery/deliver.ts';
import type { Addressed } from '../words/address.ts';
import type { Edit } from './edited.ts';

export interface OfferParts {
  identity: Identity;
  delivery: Delivery;
  journal: Journal;
  clock: Clock;
  word: string;
  commands(): Promise<readonly string[]>;
  mask(argv: readonly string[]): Promise<readonly string[]>;
  /** The edits that were told of. */
  told: Recent;
}

/** What the button of an offer is called. */
export const runEdited = 'edited:run';

/** Where an offered line stands; its words are read again when the button is pressed. */
export interface Offered {
  v: 1;
  channel: string;
  ts: string;
  /** The edit that was offered. */
  edit: string;
}

/** How long ago a line that is edited may have been taken. */
const memory = 60 * 60_000;
const most = 1000;

/** Offers a line that failed, and that its author has mended, to its author alone. It is never run by itself. */
export async function offerEdited({ message, before }: Edit, parts: OfferParts): Promise<void> {
  // The claim itself is for the press of the button.
  const key = `offer:${claimOf(message)}`;
  if (parts.told.has(key)) return;
  parts.told.add(key);
  const was = await addressOf({ ...message, ...before }, parts);
  if (was.kind === 'talk') return;
  const rows = await runsOf(message, parts);
  const now = await addressOf(message, parts);
  await tellOfEdit(rows, now, parts);
  if (!hasFailed(rows, was)) return;
  const { delivery, word } = parts;
  if (now.kind === 'unknown') return whisperUnknown(delivery, message, now, word);
  if (now.kind === 'refused') return whisperRefusal(delivery, message, now.error);
  if (now.kind === 'talk' || now.argv.length === 0) return;
  const line = formatLine(await parts.mask(now.argv));
  return delivery.whisper(message.channel, message.thread, message.user, offer(line, message));
}

/** Those of the line as it was typed, and of its earlier edits. */
async function runsOf({ team, channel, ts }: RoomMessage, { journal, clock }: OfferParts): Promise<RunRecord[]> {
  const since = new Date(clock.now().getTime() - memory);
  return (await journal.runs({ team, since, limit: most })).filter(
    ({ origin }) => origin.type === 'room' && origin.channel === channel && origin.message === ts,
  );
}

/** Whatever became of the line as it was typed, and of each earlier edit of it: none succeeded, none is under way. */
function hasFailed(rows: readonly RunRecord[], was: Addressed): boolean {
  if (rows.length === 0) return was.kind !== 'line';
  return rows.every(({ outcome }) => outcome !== undefined && outcome !== 'ok');
}

/** What stands in the room from now on is not what ran. */
async function tellOfEdit([run]: readonly RunRecord[], now: Addressed, parts: OfferParts): Promise<void> {
  if (run === undefined) return;
  const facts = now.kind === 'line' ? { line: formatLine(await parts.mask(now.argv)) } : {};
  await parts.journal.append({ kind: 'line-edited', subject: run.id, facts, actor: run.actor });
}

const longestLabel = 75;

function offer(line: string, { channel, ts, edit = '' }: RoomMessage): Content {
  const label = `Run it: ${line}`;
  const value: Offered = { v: 1, channel, ts, edit };
  const button = {
    type: 'button',
    action_id: runEdited,
    text: {
      type: 'plain_text',
      text: label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).toWellFormed()}…`,
      emoji: false,
    },
    value: JSON.stringify(value),
  };
  const said = literal(`Your edit was seen, and not run: ${line}`);
  return { ...said, blocks: [...said.blocks, { type: 'actions', elements: [button] }] };
}

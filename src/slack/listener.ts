import type { CodeDesk } from '../context/codes.ts';
import type { AttachedFile } from '../context/file-input.ts';
import type { Actor, Clock, System } from '../context/host.ts';
import type { Journal, NewRun, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { wordsOf } from '../run/failure.ts';
import { notRecorded } from '../run/record.ts';
import type { Runner } from '../run/runner.ts';
import { answer, goOn } from './answer/answer.ts';
import type { Bell } from './answer/bell.ts';
import type { Manners } from './answer/manners.ts';
import { deliveryTo } from './answer/reach.ts';
import { createRecent, type Recent } from './answer/recent.ts';
import type { Respond } from './answer/respond.ts';
import { createSeal, type Seal } from './answer/seal.ts';
import { createUnderWay } from './answer/under-way.ts';
import { whisperRefusal, whisperUnknown } from './answer/whisper.ts';
import { type Ask, originOf, personId } from './ask/ask.ts';
import { SlackCallError } from './connection/call-error.ts';
import type { Call, Identity } from './connection/client.ts';
import { tooLate } from './connection/lateness.ts';
import type { Envelope } from './connection/socket.ts';
import type { Delivery } from './delivery/deliver.ts';
import type { Download } from './delivery/download.ts';
import type { Forms } from './form/form.ts';
import type { Homes } from './home/keep.ts';
import { readEdit } from './mend/edited.ts';
import { offerEdited } from './mend/offer.ts';
import { readRequest } from './requests.ts';
import type { Addressed } from './words/address.ts';

export interface ListenerParts {
  identity: Identity;
  call: Call;
  delivery: Delivery;
  respond: Respond;
  journal: Journal;
  runner: Runner;
  clock: Clock;
  /** Where the output of runs is kept. */
  outputs: string;
  processes: Pick<System, 'identify' | 'alive' | 'killGroup' | 'killRun'>;
  manners: Manners;
  bell: Bell;
  /** The first word of a line. */
  word: string;
  commands(): Promise<readonly string[]>;
  isUrgent(argv: readonly string[]): Promise<boolean>;
  /** Milliseconds after which a line is not run any more. */
  longestWait: number;
  /** A line's words as they may be kept and shown. */
  mask(argv: readonly string[]): Promise<readonly string[]>;
  forms: Forms;
  homes: Homes;
  codes: CodeDesk;
  name(user: string): Promise<string>;
  /** What people call a room. */
  roomName(channel: string): Promise<string>;
  /** Writes down what the room of a line is called. */
  keepName(run: RunRecord): Promise<void>;
  warn(message: string): void;
  download: Download;
  /** Aborted when no more lines are taken. @default signal */
  closing?: AbortSignal;
  /** Aborted when those that run are to end. */
  signal: AbortSignal;
}

export interface Listener {
  onEnvelope(envelope: Envelope): Promise<void>;
  /** Whether that run's room is being told of it. */
  isBusy(run: string): boolean;
  /** Carries on a run that was put aside and that this process has taken. */
  goOn(row: RunRecord): void;
  /** How many runs are under way. */
  busy(): number;
  /** Resolves when no run is under way, nor about to be. */
  idle(): Promise<void>;
}

/** Envelope → argv → claim → run → one live message. The ack goes out once the claim is on the disk, while the run begins. */
export function createListener(parts: ListenerParts): Listener {
  const running = createUnderWay(parts);
  // The journal knows which lines ran. These did not, and their senders were told why.
  const told = createRecent(1000);
  const taking = new Map<string, Promise<RunRecord | undefined>>();
  const seal = createSeal(parts);
  const keep = createKeeper(parts);
  return {
    onEnvelope: async ({ type, body, ack }) => {
      const edit = type === 'events_api' ? readEdit(body, parts.identity) : undefined;
      if (edit !== undefined) return ack().then(() => offerEdited(edit, { ...parts, told }));
      const request = await readRequest(type, body, parts);
      if (request === undefined) return ack();
      if ('reply' in request) return ack(request.reply);
      const { ask: message, address } = request;
      const key = message.claim;
      const late = address.kind === 'line' ? tooLate(message, parts.clock.now(), parts.longestWait) : undefined;
      if (told.has(key) || (late !== undefined && (await isTaken(message, parts)))) return ack();
      if (address.kind !== 'line' || late !== undefined) {
        told.add(key);
        await ack();
        return whisper(message, late === undefined ? address : { kind: 'refused', error: late }, parts);
      }
      // Without an ack it comes again, to the next listener.
      if ((parts.closing ?? parts.signal).aborted) return;
      const earlier = taking.get(key);
      if (earlier !== undefined) return earlier.then(() => keep(ack).acked);
      const taken = take(message, address.argv, { told, seal }, parts).finally(() => taking.delete(key));
      taking.set(key, taken);
      const row = await taken;
      const { go, acked } = keep(ack);
      if (row === undefined) return acked;
      running.track(
        row,
        go.then(() => answer(message, row, address.argv, parts)),
      );
      return acked.then(() => void parts.keepName(row));
    },
    isBusy: running.has,
    goOn: (row) => running.track(row, goOn(row, parts)),
    busy: running.size,
    idle: async () => {
      while (taking.size + running.size() > 0) {
        await Promise.all(taking.values()).catch(() => {});
        await running.over();
      }
    },
  };
}

/** What comes so late may have run long ago. */
async function isTaken({ claim }: Ask, { journal }: ListenerParts): Promise<boolean> {
  return (await journal.runs({ claim, limit: 1 })).length > 0;
}

interface Kept {
  /** Resolves when what was claimed may begin. */
  go: Promise<void>;
  acked: Promise<void>;
}

/**
 * Acknowledges once the claim is on the disk. What comes alone need not wait to begin: no change does before its claim is
 * on the disk, since its own beginning is written after it, and flushed. Of many, all are acknowledged before they take
 * the processors.
 */
function createKeeper({ journal }: Pick<ListenerParts, 'journal'>): (ack: Envelope['ack']) => Kept {
  let underWay = 0;
  return (ack) => {
    const isAlone = underWay++ === 0;
    const flush = (): Promise<void> => journal.flush();
    // One that is alone goes to its child first.
    const flushed = (isAlone ? nextTurn().then(flush) : flush()).finally(() => {
      underWay -= 1;
    });
    const acked = flushed.then(() => ack());
    return { go: isAlone ? Promise.resolve() : acked.catch(() => {}), acked };
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function whisper(message: Ask, address: Addressed, parts: ListenerParts): Promise<void> {
  const [delivery, { word }] = [deliveryTo(message, parts), parts];
  if (address.kind === 'unknown') return whisperUnknown(delivery, message, address, word);
  if (address.kind === 'refused') return whisperRefusal(delivery, message, address.error);
  throw new Error(`nothing is to be whispered of a ${address.kind}`);
}

/**
 * Claimed before it is acknowledged: what Slack sends again is known, what was not claimed comes again. Nothing comes
 * back where it was claimed before, and where it cannot be: then its sender has been told.
 */
async function take(
  message: Ask,
  argv: readonly string[],
  { told, seal }: { told: Recent; seal: Seal },
  parts: ListenerParts,
): Promise<RunRecord | undefined> {
  const run = await newRun(message, argv, parts);
  try {
    return await parts.journal.accept(run);
  } catch (error) {
    const refusal = notRecorded(error, `${formatLine(run.argv)} was not run`);
    const key = message.claim;
    told.add(key);
    await whisperRefusal(deliveryTo(message, parts), message, refusal).catch((fault: unknown) => {
      // Perhaps it was told, and only the answer is lost.
      if (!(fault instanceof SlackCallError) || fault.refusal === undefined) return parts.warn(wordsOf(fault));
      // Nobody knows of it yet: when it comes again, it may run.
      told.forget(key);
      throw fault;
    });
    seal(message, run, refusal);
    return undefined;
  }
}

async function newRun(message: Ask, argv: readonly string[], parts: ListenerParts): Promise<NewRun> {
  const actor: Actor = { id: personId(message), name: await parts.name(message.user) };
  return {
    argv: await parts.mask(argv),
    actor,
    origin: originOf({ ...message, files: await maskedFiles(message, parts) }),
    process: parts.processes.identify(),
    at: parts.clock.now(),
    claim: message.claim,
  };
}

/** Whoever called a file so did not mean it to be kept. */
async function maskedFiles({ files = [] }: Ask, { mask }: ListenerParts): Promise<AttachedFile[]> {
  if (files.length === 0) return [];
  // After `--` nothing is an option.
  const [, ...names] = await mask(['--', ...files.map(({ name }) => name)]);
  return files.map((file, index) => ({ ...file, name: names[index] ?? file.name }));
}

import { text as paragraph } from '../../context/blocks.ts';
import { exitCodes, OpsError, type Outcome } from '../../context/errors.ts';
import type { Event } from '../../context/events.ts';
import type { FileInput } from '../../context/file-input.ts';
import type { Clock, InputLines } from '../../context/host.ts';
import type { Redactor } from '../../context/redact.ts';
import { redactFile } from '../../context/redact-file.ts';
import { keepFiles } from '../../run/keep-files.ts';
import { folderOf } from '../../run/output-folder.ts';
import { createSpool } from '../../run/spool.ts';
import { handOver } from '../answer/hand-over.ts';
import { createLiveMessage, type LiveMessage } from '../answer/live.ts';
import type { Delivery, Place } from '../delivery/deliver.ts';
import type { OutputFile } from '../delivery/output.ts';
import { renderSaid, type SaidView } from './said.ts';

export interface SpeechParts {
  delivery: Delivery;
  clock: Clock;
  place: Place;
  actor: string;
  view: SaidView;
  redactor: Redactor;
  /** Where output is kept until the room has it. */
  outputs: string;
  cwd: string;
  /** Bytes of one picture. */
  largest: number;
  signal: AbortSignal;
  warn(message: string): void;
}

interface Speech {
  add(event: Event): undefined | Promise<void>;
  finish(outcome: Outcome): Promise<string | undefined>;
}

/** Says words that are all there. */
export async function saySentence(text: string, parts: SpeechParts): Promise<string | undefined> {
  const speech = createSpeech(parts, true);
  await speech.add({ type: 'note', level: 'info', blocks: [paragraph(text)] });
  return speech.finish('ok');
}

/** Says lines as they come, in one message that follows them; nothing where none come. */
export async function sayLines(lines: AsyncIterable<InputLines>, parts: SpeechParts): Promise<string | undefined> {
  let speech: Speech | undefined;
  try {
    for await (const some of lines) {
      speech ??= createSpeech(parts, false);
      await speech.add({ type: 'line', stream: 'stdout', ...some });
    }
  } catch (error) {
    const outcome = error instanceof OpsError && error.outcome !== 'ok' ? error.outcome : 'failed';
    await speech?.finish(parts.signal.aborted ? 'cancelled' : outcome);
    throw error;
  }
  return speech?.finish('ok');
}

/** Files that are read, whatever happens to them until there is a message to put them under. */
export async function readFiles(files: readonly FileInput[], redactor: Redactor): Promise<OutputFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const content = redactFile(await file.read(), redactor);
      return { name: redactor.text(file.name), content: new Blob([new Uint8Array(content)]) };
    }),
  );
}

/** Brings them into the thread of a message. */
export async function sayFiles(files: readonly OutputFile[], ts: string, parts: SpeechParts): Promise<void> {
  const { channel, thread = ts } = parts.place;
  for (const file of files) await parts.delivery.upload(file, { channel, thread, title: file.name });
}

function createSpeech(parts: SpeechParts, isOneCall: boolean): Speech {
  const { clock, place, outputs, redactor } = parts;
  const began = clock.now().getTime();
  const live = openMessage(parts);
  const passing = folderOf(outputs, place.run, 'passing');
  const spool = createSpool(passing);
  const ended: Event[] = isOneCall ? [{ type: 'finished', outcome: 'ok', exitCode: 0, ms: 0 }] : [];
  const pass = (event: Event): undefined | Promise<void> => {
    live.add([event, ...ended]);
    return spool.sink(event);
  };
  const limits = { largest: parts.largest, redactor: () => redactor };
  const sink = redactor.sink(keepFiles(passing, parts.cwd, limits, pass));
  return {
    add: sink,
    finish: async (outcome) => {
      await spool.end();
      const ms = clock.now().getTime() - began;
      const { ts, thread, isWhole } = await live.finished({ outcome, exitCode: exitCodes[outcome], ms });
      if (ts === undefined) return undefined;
      const under = { ...place, thread: thread ?? ts };
      await handOver(
        { id: place.run, argv: ['say'] },
        { place: under, isWhole, isAtRoot: thread === undefined },
        parts,
      );
      return ts;
    },
  };
}

function openMessage({ delivery, clock, place, actor, view }: SpeechParts): LiveMessage {
  const draw = (message: Parameters<typeof renderSaid>[0]) => renderSaid(message, view);
  const sayPlace = async (): Promise<boolean> => false;
  const settings = { isRepeatable: false, whisperUsage: false, quiet: false };
  return createLiveMessage({ delivery, clock, place, user: '', line: '', actor, sayPlace, draw, ...settings });
}

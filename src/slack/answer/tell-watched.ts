import { type Span, styled, text } from '../../context/blocks.ts';
import { endOf, goneHint, goneWords } from '../../context/build-end.ts';
import type { Config } from '../../context/config.ts';
import type { Culprit } from '../../context/culprits.ts';
import { formatDuration } from '../../context/duration.ts';
import type { Clock } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { mention } from '../../context/mention.ts';
import { type Watch, watchedWord, watchKind } from '../../context/watches.ts';
import { layoutEvent } from '../../render/layout.ts';
import { toRichText } from '../../render/rich-text.ts';
import { escapeText } from '../../render/slack.ts';
import { lineWords } from '../../render/words.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Content, Delivery } from '../delivery/deliver.ts';
import { placeOf } from './announce.ts';
import { deliveryAbout } from './answered.ts';
import type { Manners } from './manners.ts';
import type { Respond } from './respond.ts';
import type { Looked } from './watching.ts';

export interface TellWatchedParts {
  journal: Journal;
  delivery: Delivery;
  respond: Respond;
  clock: Clock;
  manners: Pick<Manners, 'rooms'>;
  people: Config['people'];
  warn(message: string): void;
  /** It may have been told before. */
  isUnsure: boolean;
  /** Builds whose changes somebody was called for, by room: once is enough, however many watch them. */
  called: Set<string>;
}

type Words = readonly (string | Span)[];

interface Told {
  isGood: boolean;
  says: Words;
  hint?: string | undefined;
}

/** Calls whoever watched it, in a message of its own: an edit calls nobody. Then it is watched no longer. */
export async function tellWatched(
  watch: Watch,
  row: RunRecord,
  looked: Looked,
  parts: TellWatchedParts,
): Promise<void> {
  const { journal, clock, manners, warn } = parts;
  const told = await wordsFor(looked, row, parts);
  const { place } = await placeOf(row, manners.rooms);
  const own = { ...place, run: `${watch.id}:watch` };
  const delivery = await deliveryAbout(row, parts);
  try {
    const isThere = parts.isUnsure && (await delivery.find(own)) !== undefined;
    if (!isThere) await delivery.post(own, () => contentOf(row, told));
  } catch (error) {
    // A room that says no stays so.
    if (!(error instanceof SlackCallError) || error.refusal === undefined) throw error;
    warn(`how ${watchedWord(watch.of)} ended could not be told: ${error.message}`);
  }
  const data = { isOpen: false, of: watch.of };
  await journal.record({ run: watch.id, kind: watchKind, subject: watch.id, data, at: clock.now(), actor: row.actor });
}

async function wordsFor(
  looked: Looked,
  { origin }: RunRecord,
  { people, journal, called }: TellWatchedParts,
): Promise<Told> {
  switch (looked.how) {
    case 'ended': {
      const { build, builds } = looked;
      const room = origin.type === 'room' ? origin.channel : '';
      const key = [room, builds.system, build.job, build.number].join(' ');
      const isFirst = !called.has(key);
      called.add(key);
      const shown = ({ name, isKnown }: Culprit) =>
        isKnown && isFirst ? mention(name, { config: { people }, origin }) : name;
      return endOf(build, builds, { people, journal, shown });
    }
    case 'gone':
      return { isGood: false, says: [goneWords(looked.of, looked.builds)], hint: goneHint(looked.of) };
    case 'late': {
      const how = looked.why === undefined ? 'has not ended within a day' : `could not be looked at: ${looked.why}`;
      return { isGood: false, says: [`${watchedWord(looked.of)} ${how}. It is watched no longer`] };
    }
    case 'run':
      return runWords(looked.run);
  }
}

function runWords(run: RunRecord | undefined): Told {
  if (run === undefined) return { isGood: false, says: ['the run is not in the journal any more'] };
  const { id, argv, state, message, startedAt, finishedAt } = run;
  const ms =
    startedAt === undefined || finishedAt === undefined ? undefined : finishedAt.getTime() - startedAt.getTime();
  const time = ms === undefined ? '' : ` after ${formatDuration(ms)}`;
  const why = message === undefined ? '' : `: ${message}`;
  return { isGood: state === 'succeeded', says: [`${formatLine(argv)} (run ${id}) ${state}${time}${why}`] };
}

function contentOf({ actor }: RunRecord, { isGood, says, hint }: Told): Content {
  const [, , user = ''] = actor.id.split(':');
  const mark = isGood ? styled('✓ ', { color: 'green' }) : styled('✗ ', { color: 'red' });
  const blocks = [
    text(mark, { text: actor.name, user }, ': ', ...says),
    ...(hint === undefined ? [] : [text(`  → ${hint}`)]),
  ];
  const lines = layoutEvent({ type: 'note', level: 'info', blocks });
  const words = escapeText(lines.map(lineWords).join('\n'), longest);
  return { text: words, blocks: [{ type: 'rich_text', elements: toRichText(lines) }], isFinal: true };
}

const longest = 3900;

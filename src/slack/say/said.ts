import { formatDuration } from '../../context/duration.ts';
import { toRichText } from '../../render/rich-text.ts';
import type { MessageView } from '../../render/slack.ts';
import { bodyLines, escapeText } from '../../render/slack.ts';
import { lineWords } from '../../render/words.ts';

export interface SaidView {
  title: string | undefined;
  /** Ids of people who are to look. */
  mentions: readonly string[];
}

const longestText = 3900;
const longestTitle = 300;
const shownAfter = 1000;

/** What somebody says through the bot: a title where they gave one, the words as they are, and who says so. */
export function renderSaid(view: MessageView, { title = '', mentions }: SaidView): { text: string; blocks: unknown[] } {
  const body = bodyLines(view.window);
  const heading = title.replace(/\s+/g, ' ').slice(0, longestTitle).toWellFormed();
  const people = mentions.flatMap((user) => [
    { type: 'user', user_id: user },
    { type: 'text', text: ' ' },
  ]);
  const words = heading === '' ? [] : [{ type: 'text', text: heading, style: { bold: true } }];
  const first = [...people, ...words];
  const blocks = [
    ...(first.length === 0 ? [] : [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: first }] }]),
    ...(body.length === 0 ? [] : [{ type: 'rich_text', elements: toRichText(body) }]),
    { type: 'context', elements: [{ type: 'plain_text', text: footOf(view), emoji: false }] },
  ];
  const pings = mentions.map((user) => `<@${user}> `).join('');
  const lines = [...(heading === '' ? [] : [heading]), ...body.map(lineWords)];
  return { text: pings + escapeText(lines.join('\n'), longestText), blocks };
}

function footOf({ actor, state, ms = 0, run = '' }: MessageView): string {
  const isUnderWay = state === 'waiting' || state === 'running';
  const how = isUnderWay ? ['…'] : state === 'ok' ? [] : [`✗ ${state}`];
  const time = isUnderWay || ms < shownAfter ? [] : [formatDuration(ms)];
  return [actor, ...how, ...time, `run ${run}`].join(' · ');
}

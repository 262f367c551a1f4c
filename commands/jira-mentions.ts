import { defineCommand, formatTime, linked, OpsError, parseSince, styled, text } from '../src/index.ts';
import { findMentions, gistOf } from './jira/mentions.ts';
import { meant, personOption, projectOption, projectsOf, requireProject } from './jira/scope.ts';
import { moreWords } from './jira/show.ts';

/** Tickets whose comments are looked through: those that changed last. */
const mostCandidates = 300;

export default defineCommand({
  name: 'jira-mentions',
  summary: 'Show tickets whose comments mention you',
  description:
    'Newest first, with who said it, when and what. The comments themselves are read, of the tickets that changed within the time.',
  options: {
    since: { summary: 'From then on: a duration or a date', default: '14d', value: 'when' },
    person: personOption,
    project: projectOption,
    limit: { summary: 'At most so many tickets', type: 'integer', default: 10, short: 'n' },
  },
  examples: [
    { line: 'ops jira-mentions', says: 'who wants something of you' },
    { line: 'ops jira-mentions --since 2d --project PS', says: 'of two days, in one project' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ since: typed, person, project, limit }, context) => {
    if (limit < 1) throw new OpsError('usage', `--limit takes 1 or more, not ${limit}`, { hint: '--limit 10' });
    const since = parseSince(typed, context.clock.now());
    const { name, ids } = meant(person, context);
    const tickets = await context.services.tickets();
    await requireProject(project, tickets);
    const candidates = await tickets.search({
      ...{ projects: projectsOf(project, context.config), updatedSince: since, order: 'updated' },
      ...{ with: ['comments'], most: mostCandidates },
    });
    const { found, isPartial } = await findMentions(candidates.items, { ids, since }, tickets);
    const mentions = found.slice(0, limit).map(({ ticket: { key, url, title, state }, comment, count }) => ({
      ...{ key, url, title, state, count, by: comment.author?.name ?? 'somebody', at: comment.at.toISOString() },
      edited: comment.edited > comment.at ? comment.edited.toISOString() : undefined,
      ...{ text: comment.text, comment: comment.url },
    }));
    const more = { hasMore: found.length > limit, isPartial: isPartial || candidates.hasMore };
    return { person: name, since: since.toISOString(), mentions, looked: candidates.items.length, ...more };
  },
  show: ({ person, since, mentions, looked, hasMore, isPartial }) => {
    const partial = moreWords(
      `Not all comments were read, of the ${looked} tickets that changed last: --since and --project narrow it`,
    );
    if (mentions.length === 0) {
      const words = `No comment mentions ${person} since ${formatTime(new Date(since))}`;
      return [text(words), ...(isPartial ? [partial] : [])];
    }
    const each = mentions.flatMap(({ key, url, title, by, at, edited, text: said, comment, count }) => [
      text(linked(key, url), ' ', styled(title, { bold: true })),
      text(
        `  ${by}, ${edited === undefined ? '' : 'edited '}`,
        linked(formatTime(new Date(edited ?? at)), comment),
        `${count > 1 ? `, the newest of ${count}` : ''}: ${gistOf(said)}`,
      ),
    ]);
    const more = hasMore ? [moreWords('There are more: --limit shows them')] : [];
    return [...each, ...more, ...(isPartial ? [partial] : [])];
  },
});

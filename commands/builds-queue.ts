import { defineCommand, formatTime, table, text } from '../src/index.ts';
import { buildWord } from './builds/name.ts';
import { systemOption } from './builds/options.ts';

const most = 100;

export default defineCommand({
  name: 'builds-queue',
  summary: 'Show what waits to be built, and why',
  options: { system: systemOption },
  examples: [{ line: 'ops builds-queue', says: 'what waits, since when and for what' }],
  effect: 'read',
  keep: false,
  run: async ({ system }, { services }) => {
    const builds = await services.builds(system);
    const { items, hasMore } = await builds.builds({ states: ['queued'], most });
    return { queue: items, hasMore };
  },
  show: ({ queue, hasMore }) => {
    if (queue.length === 0) return [text('Nothing waits')];
    const rows = queue.map((build) => [buildWord(build), formatTime(build.at), build.by ?? '', build.why ?? '']);
    return [table(['Build', 'Since', 'By', 'Why'], rows), ...(hasMore ? [text(`and more than these ${most}`)] : [])];
  },
});

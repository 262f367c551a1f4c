import {
  type Block,
  chartThemes,
  type DrawnChart,
  defineCommand,
  drawIfPossible,
  formatDuration,
  image,
  OpsError,
  styled,
  text,
} from '../../src/index.ts';
import { requireJob } from '../builds/name.ts';
import { systemOption } from '../builds/options.ts';
import { type Trend, trendChart, trendOf, trendWords } from './trend.ts';

/** More bars than that nobody can tell apart. */
const most = 200;

export default defineCommand({
  name: 'builds-trend',
  summary: 'Draw how long the builds of a job take, and how they end',
  args: { job: { summary: 'Which job, such as web/deploy', required: true } },
  options: {
    limit: { summary: `The newest so many, ${most} at the most`, type: 'integer', default: 30, short: 'n' },
    branch: { summary: 'Only of this branch', short: 'b' },
    theme: { summary: 'The colours, where others suit better', choices: chartThemes },
    out: { summary: 'The file that the picture is written to, over what is there', value: 'file.png' },
    system: systemOption,
  },
  examples: [
    { line: 'ops builds-trend shop', says: 'a bar for each of the last 30 builds, and what is usual' },
    { line: 'ops builds-trend web/deploy --limit 10 --theme dark', says: 'fewer of them, on black' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ job: named, limit, branch, theme, out, system }, context) => {
    if (limit < 1 || limit > most) {
      throw new OpsError('usage', `--limit takes 1 to ${most}, not ${limit}`, { hint: `--limit ${most}` });
    }
    const builds = await context.services.builds(system);
    const { name: job } = await requireJob(builds, named);
    const found = await builds.builds({ job, branch, states: ['running', 'ended'], most: limit });
    const trend = trendOf(found.items, { job, branch, hasMore: found.hasMore });
    if (trend.builds.length === 0) return { ...trend, picture: undefined };
    const wanted = { name: `builds-trend-${job}`, theme, out };
    return { ...trend, picture: await drawIfPossible(trendChart(trend), wanted, context) };
  },
  show: showTrend,
});

function showTrend(trend: Trend & { picture: DrawnChart | undefined }): Block[] {
  const { job, branch, builds, slowest, hasMore, picture } = trend;
  if (builds.length === 0) return [text(`${job} has no builds${branch === undefined ? '' : ` on ${branch}`} yet`)];
  const words = trendWords(trend);
  const isLongest = builds.length >= most;
  return [
    picture === undefined ? text(words) : image(picture, words),
    ...(slowest?.ms === undefined || builds.length === 1
      ? []
      : [text(`The slowest is #${slowest.number}: ${formatDuration(slowest.ms)}`)]),
    ...(hasMore ? [text(styled(`There are older ones${isLongest ? '' : ': --limit shows them'}`, { dim: true }))] : []),
  ];
}

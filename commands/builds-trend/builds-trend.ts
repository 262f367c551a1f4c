import {
  type Block,
  type Charts,
  chartThemes,
  type DrawnChart,
  defineCommand,
  formatDuration,
  image,
  OpsError,
  type Output,
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
  run: async ({ job: named, limit, branch, theme, out, system }, { services, charts, output }) => {
    if (limit < 1 || limit > most) {
      throw new OpsError('usage', `--limit takes 1 to ${most}, not ${limit}`, { hint: `--limit ${most}` });
    }
    const builds = await services.builds(system);
    const { name: job } = await requireJob(builds, named);
    const found = await builds.builds({ job, branch, states: ['running', 'ended'], most: limit });
    const trend = trendOf(found.items, { job, branch, hasMore: found.hasMore });
    if (trend.builds.length === 0) return { ...trend, picture: undefined };
    const name = `builds-trend-${job}`;
    const draw = () => charts.draw(trendChart(trend), { name, theme: chartThemes.find((one) => one === theme), out });
    return { ...trend, picture: out === undefined ? await drawIfPossible(draw, output) : await draw() };
  },
  show: showTrend,
});

/** Its words say the same: they are shown also where no picture can be drawn. */
async function drawIfPossible(draw: () => ReturnType<Charts['draw']>, output: Output): ReturnType<Charts['draw']> {
  try {
    return await draw();
  } catch (error) {
    if (!(error instanceof OpsError) || error.outcome !== 'unavailable') throw error;
    output.warn(error.message);
    return undefined;
  }
}

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

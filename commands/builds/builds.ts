import { type BuildState, defineCommand, OpsError, styled, text } from '../../src/index.ts';
import { withClaims } from './claim.ts';
import { requireJob } from './name.ts';
import { systemOption } from './options.ts';
import { buildTable } from './show.ts';

export default defineCommand({
  name: 'builds',
  summary: 'Show builds: what runs, what waits, what failed',
  description:
    'Without a job: what waits, what runs, and the newest build of each job. A build is named by its job and its number: web/deploy#17.',
  options: {
    job: { summary: 'All builds of this job', short: 'j' },
    branch: { summary: 'Only of this branch', short: 'b' },
    running: { summary: 'Only those that run', type: 'boolean' },
    queued: { summary: 'Only those that wait', type: 'boolean' },
    failed: { summary: 'Only those that failed', type: 'boolean' },
    limit: { summary: 'At most so many', type: 'integer', default: 20, short: 'n' },
    system: systemOption,
  },
  examples: [
    { line: 'ops builds', says: 'how it is with all jobs' },
    { line: 'ops builds --job web/deploy --failed', says: 'the builds of one job that failed' },
    { line: 'ops builds --running', says: 'what the machines are busy with' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ job, branch, running, queued, failed, limit, system }, context) => {
    if (limit < 1) throw new OpsError('usage', `--limit takes 1 or more, not ${limit}`, { hint: '--limit 20' });
    const builds = await context.services.builds(system);
    const { name } = job === undefined ? { name: undefined } : await requireJob(builds, job);
    const states: BuildState[] = [
      ...(running ? ['running' as const] : []),
      ...(queued ? ['queued' as const] : []),
      ...(failed ? ['ended' as const] : []),
    ];
    const outcomes = failed && !running && !queued ? (['failed', 'unstable'] as const) : undefined;
    const found = await builds.builds({
      job: name,
      branch,
      ...(states.length === 0 ? {} : { states }),
      ...(outcomes === undefined ? {} : { outcomes }),
      most: limit,
    });
    return { builds: await withClaims(found.items, builds, context), hasMore: found.hasMore };
  },
  show: ({ builds, hasMore }) => {
    if (builds.length === 0) {
      return [text('No builds match', hasMore ? ' among the newest, and older ones were not looked at' : '')];
    }
    const more = text(styled('There are more: --limit shows them', { dim: true }));
    return [buildTable(builds), ...(hasMore ? [more] : [])];
  },
});

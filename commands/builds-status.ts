import { blameOf, defineCommand } from '../src/index.ts';
import { withClaims } from './builds/claim.ts';
import { requireBuild } from './builds/name.ts';
import { systemOption } from './builds/options.ts';
import { buildBlocks } from './builds/show.ts';

export default defineCommand({
  name: 'builds-status',
  summary: 'Show how it is with a build, and what it brings',
  args: { build: { summary: 'A build such as web/deploy#17, or a job for its newest', required: true } },
  options: { system: systemOption },
  examples: [
    { line: 'ops builds-status web/deploy', says: 'the newest build of a job' },
    { line: "ops builds-status 'web/deploy#17'", says: 'one build' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ build: typed, system }, context) => {
    const builds = await context.services.builds(system);
    const build = await requireBuild(builds, typed);
    const [claimed = build] = await withClaims([build], builds, context);
    return { build: claimed, ...(await blameOf(build, builds, context.config.people)) };
  },
  show: ({ build, ...blame }) => buildBlocks(build, blame),
});

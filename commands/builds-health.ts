import { type Claim, defineCommand, formatDuration, list, styled, text } from '../src/index.ts';
import { claimWords, withClaims } from './builds/claim.ts';
import { requireJob } from './builds/name.ts';
import { systemOption } from './builds/options.ts';
import { buildTable } from './builds/show.ts';

const looked = 20;

export default defineCommand({
  name: 'builds-health',
  summary: 'Show how a job has been going lately',
  args: { job: { summary: 'Which job, such as web/deploy', required: true } },
  options: { system: systemOption },
  examples: [{ line: 'ops builds-health shop', says: 'how many of the last builds went well, and how long they took' }],
  effect: 'read',
  keep: false,
  run: async ({ job: named, system }, context) => {
    const builds = await context.services.builds(system);
    const { name, health, isOff } = await requireJob(builds, named);
    const { items } = await builds.builds({ job: name, states: ['ended'], most: looked });
    const good = items.filter(({ outcome }) => outcome === 'ok');
    const times = good.flatMap(({ ms }) => ms ?? []).sort((one, other) => one - other);
    const lastGood = good[0];
    const [newest] = items;
    const [{ claim } = {}]: { claim?: Claim }[] = await withClaims(
      newest === undefined ? [] : [newest],
      builds,
      context,
    );
    return {
      job: name,
      isOff,
      health,
      builds: items,
      good: good.length,
      usual: times[Math.floor(times.length / 2)],
      lastGood,
      claim,
    };
  },
  show: ({ job, isOff, health, builds, good, usual, lastGood, claim }) => [
    text(
      builds.length === 0
        ? `${job} has no builds that ended`
        : `${job}: ${good} of the last ${builds.length} went well${usual === undefined ? '' : `, in ${formatDuration(usual)} as a rule`}`,
      isOff ? styled(', and it is switched off', { color: 'red' }) : '',
    ),
    ...(claim === undefined ? [] : [text(`It is broken, and ${claimWords(claim)}`)]),
    ...(health.length === 0 ? [] : [list(health)]),
    ...(lastGood === undefined
      ? []
      : [buildTable([...builds.slice(0, 5), ...(builds.slice(0, 5).includes(lastGood) ? [] : [lastGood])])]),
  ],
});

import { defineCommand, formatLine, OpsError, text } from '../src/index.ts';
import { buildWord, requireBuild } from './builds/name.ts';
import { systemOption } from './builds/options.ts';
import { stateWord } from './builds/show.ts';

export default defineCommand({
  name: 'builds-stop',
  summary: 'Stop a build, or take it out of the queue',
  args: { build: { summary: 'A build such as web/deploy#17, or a job for its newest', required: true } },
  options: { system: systemOption },
  examples: [
    { line: "ops builds-stop 'web/deploy#18'", says: 'one build' },
    { line: 'ops builds-stop web/deploy --dry-run', says: 'which one is the newest' },
  ],
  effect: 'change',
  plan: async ({ build: typed, system }, { services }) => {
    const { job, number, state, outcome, url } = await requireBuild(await services.builds(system), typed);
    if (state === 'ended') {
      const word = buildWord({ job, number });
      throw new OpsError('failed', `${word} has ended already: ${stateWord({ state, outcome })}`, {
        hint: formatLine(['builds-status', word]),
      });
    }
    return { system, job, number, url, isQueued: state === 'queued' };
  },
  preview: ({ job, number, isQueued }) => [
    text(`${isQueued ? 'Take out of the queue' : 'Stop'}: ${buildWord({ job, number })}`),
  ],
  run: async ({ system, job, number }, { services }) => {
    const builds = await services.builds(system);
    const stopped = await builds.stop({ job, number });
    const build = await builds.build({ job, number });
    return { job, number, stopped, state: build === undefined ? undefined : stateWord(build) };
  },
  show: ({ job, number, stopped, state }) => [
    text(
      stopped
        ? `${buildWord({ job, number })} is told to stop${state === undefined || state === 'running' ? '' : `: ${state}`}`
        : `${buildWord({ job, number })} had ended by itself`,
    ),
  ],
});

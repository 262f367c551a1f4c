import { defineCommand, OpsError } from '../src/index.ts';
import { requireBuild } from './builds/name.ts';
import { systemOption } from './builds/options.ts';
import { readLines } from './builds/read-log.ts';
import { stateWord } from './builds/show.ts';
import { createPick } from './log/pick.ts';

export default defineCommand({
  name: 'builds-log',
  summary: 'Print what a build prints',
  args: { build: { summary: 'A build such as web/deploy#17, or a job for its newest', required: true } },
  options: {
    follow: { summary: 'Go on until the build has ended', type: 'boolean', short: 'f' },
    tail: { summary: 'Only the last lines, so many', type: 'integer', short: 'n' },
    grep: { summary: 'Only lines that hold this text, in capitals or not', value: 'text', short: 'g' },
    system: systemOption,
  },
  examples: [
    { line: 'ops builds-log shop', says: 'all of the newest build' },
    { line: "ops builds-log 'web/deploy#17' --follow", says: 'what it prints, as it prints it' },
    { line: 'ops builds-log shop --grep error', says: 'the lines with an error' },
  ],
  effect: 'read',
  keep: false,
  timeout: 3 * 3_600_000,
  run: async ({ build: typed, follow, system, ...wanted }, { services, output, clock, signal }) => {
    if (wanted.tail !== undefined && wanted.tail < 1) {
      throw new OpsError('usage', `--tail takes 1 or more, not ${wanted.tail}`, { hint: '--tail 20' });
    }
    const builds = await services.builds(system);
    const { job, number } = await requireBuild(builds, typed);
    const pick = createPick(wanted);
    let printed = 0;
    const print = async (lines: readonly string[]): Promise<void> => {
      printed += lines.length;
      if (lines.length > 0) await output.lines('stdout', lines.join('\n'));
    };
    for await (const text of readLines({ job, number }, { builds, follow, clock, signal })) {
      await print(text === '' ? pick.release() : pick.add(text));
    }
    await print(pick.release());
    const now = await builds.build({ job, number });
    const state = now === undefined ? undefined : stateWord(now);
    if (!follow && now?.state !== 'ended') output.note(`${job}#${number} goes on: --follow goes on with it`);
    return { job, number, state, lines: printed };
  },
  show: () => [],
});

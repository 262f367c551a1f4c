import { defineCommand, type FailedTest, styled, table, text } from '../src/index.ts';
import { buildWord, requireBuild } from './builds/name.ts';
import { systemOption } from './builds/options.ts';

const longestMessage = 100;

export default defineCommand({
  name: 'builds-tests',
  summary: 'Show the tests that failed in a build',
  args: { build: { summary: 'A build such as shop#17, or a job for its newest', required: true } },
  options: { system: systemOption },
  examples: [{ line: 'ops builds-tests shop', says: 'what failed in the newest build' }],
  effect: 'read',
  keep: false,
  run: async ({ build: typed, system }, { services }) => {
    const builds = await services.builds(system);
    const { job, number } = await requireBuild(builds, typed);
    return { job, number, ...(await builds.failedTests({ job, number })) };
  },
  show: ({ job, number, failed, passed, skipped, hasMore }) => {
    const word = buildWord({ job, number });
    if (failed.length + passed + skipped === 0) return [text(`${word} reports no tests`)];
    const rest = [
      ...(passed === 0 ? [] : [`${passed} passed`]),
      ...(skipped === 0 ? [] : [`${skipped} were left out`]),
    ];
    const sum = [`${hasMore ? 'More than ' : ''}${failed.length || 'No'} failed`, ...rest].join(', ');
    return [
      text(`${word}: ${sum}`),
      ...(failed.length === 0
        ? []
        : [table(['Test', 'Says', { name: 'Fails since', align: 'right' }], failed.map(row))]),
    ];
  },
});

const row = ({ name, message, age }: FailedTest) => [
  styled(name, { color: 'red' }),
  message.length > longestMessage ? `${message.slice(0, longestMessage - 1)}…` : message,
  age === undefined ? '' : age <= 1 ? 'this build' : `${age} builds`,
];

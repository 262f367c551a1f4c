import { describe, expect, it } from 'vitest';
import type { JobShape } from '../../../../src/services/github/shapes.ts';
import { tellJobs } from '../../../../src/services/github/steps.ts';

type Step = [name: string, status: string, conclusion?: string];

const job = (status: string, steps: Step[] = [], more: Partial<JobShape> = {}): JobShape => ({
  ...{ id: 1, name: 'test', status, conclusion: null, labels: ['linux'], runner_name: null },
  steps: steps.map(([name, state, conclusion = null], index) => ({
    name,
    number: index + 1,
    status: state,
    conclusion,
  })),
  ...more,
});

const done: Step = ['build', 'completed', 'success'];

describe('the news of a run', () => {
  it.each<[string, JobShape[], string[]]>([
    ['a job that waits', [job('queued'), job('queued')], ['test: waits for a runner (linux)']],
    ['one that waits for people', [job('waiting')], ['test: waits for a review or another run']],
    [
      'one that begins',
      [job('queued'), job('in_progress', [['build', 'in_progress']], { runner_name: 'mac\n1' })],
      ['test: waits for a runner (linux)', 'test: begins on mac 1', 'test › build'],
    ],
    [
      'steps that come',
      [
        job('in_progress', [
          ['build', 'in_progress'],
          ['check', 'queued'],
        ]),
        job('in_progress', [done, ['check', 'in_progress']]),
      ],
      ['test: begins', 'test › build', 'test › check'],
    ],
    [
      'a step that fails, and those left out',
      [
        job('in_progress', [
          ['build', 'in_progress'],
          ['check', 'queued'],
        ]),
        job(
          'completed',
          [
            ['build', 'completed', 'failure'],
            ['check', 'completed', 'skipped'],
          ],
          { conclusion: 'failure' },
        ),
      ],
      ['test: begins', 'test › build', 'test › build: failure', 'test: failure'],
    ],
    ['one that had ended before', [job('completed', [done], { conclusion: 'success' })], ['test: success']],
    [
      'one that begins anew',
      [job('completed', [done], { conclusion: 'failure' }), job('in_progress', [['build', 'in_progress']])],
      ['test: failure', 'test: begins', 'test › build'],
    ],
  ])('is %s, each told once', (_, looks, expected) => {
    const lines: string[] = [];
    let told = {};
    for (const look of looks.flatMap((one) => [one, one])) {
      const news = tellJobs([look], told);
      lines.push(...news.lines);
      told = news.told;
    }
    expect(lines).toEqual(expected);
  });
});

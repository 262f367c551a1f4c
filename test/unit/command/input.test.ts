import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/command/define.ts';
import { readInput } from '../../../src/command/input.ts';
import type { LoadedConfig } from '../../../src/context/config.ts';
import { OpsError } from '../../../src/context/errors.ts';
import { parseCommand } from '../../../src/program.ts';
import { noLimits } from '../../support/limits.ts';

const command = defineCommand({
  name: 'build',
  summary: 'Start a build',
  args: {
    job: { summary: 'Which job', required: true, choices: ['web', 'api', 'mac-nightly'] },
    values: { summary: 'name=value', variadic: true },
  },
  options: {
    branch: { summary: 'Which branch', short: 'b', default: 'main' },
    count: { summary: 'How many', type: 'integer' },
    wait: { summary: 'Wait so long', type: 'duration' },
    n: { summary: 'How often', type: 'integer' },
    clean: { summary: 'From scratch', type: 'boolean' },
    environment: { summary: 'Where', choices: (config) => Object.keys(config.environments) },
  },
  examples: [{ line: 'ops build web', says: 'a build' }],
  effect: 'read',
  run: () => ({}),
  show: () => [],
});

const loaded = (environments: string[], file?: string): LoadedConfig => ({
  file,
  entries: [],
  secrets: [],
  config: {
    apps: {},
    environments: Object.fromEntries(environments.map((name) => [name, { confirm: false }])),
    scripts: [],
    files: { largest: 25_000_000 },
    journal: { path: '/p/.ops/journal.db' },
    ...{ people: {}, roles: {} },
    rooms: {},
    limits: noLimits,
    output: { keep: 1e9, size: 1e7, total: 1e9 },
  },
});

const read = (...words: string[]) =>
  readInput(command, parseCommand(command, words), loaded(['dev', 'uat'], '/p/.chatopsrc'));
const defaults = {
  values: [],
  branch: 'main',
  count: undefined,
  wait: undefined,
  n: undefined,
  clean: false,
  environment: undefined,
};

describe('words become typed input', () => {
  it.each([
    [['web'], { job: 'web' }],
    [['web', 'a=1', 'b=2'], { job: 'web', values: ['a=1', 'b=2'] }],
    [['web', '--branch', 'next'], { job: 'web', branch: 'next' }],
    [['--branch=next', 'web'], { job: 'web', branch: 'next' }],
    [['-b', 'next', 'web'], { job: 'web', branch: 'next' }],
    [['web', '--branch', '--clean'], { job: 'web', branch: '--clean' }],
    [['web', '--count', '-3'], { job: 'web', count: -3 }],
    [['web', '--wait', '90s'], { job: 'web', wait: 90_000 }],
    [['web', '--wait', '1.5h'], { job: 'web', wait: 5_400_000 }],
    [['web', '--clean'], { job: 'web', clean: true }],
    [['web', '--environment', 'uat'], { job: 'web', environment: 'uat' }],
    [['web', '--', '--clean', '-x'], { job: 'web', values: ['--clean', '-x'] }],
    [['web', ''], { job: 'web', values: [''] }],
  ])('%j', (words, expected) => {
    expect(read(...words)).toEqual({ ...defaults, ...expected });
  });
});

describe('words that do not parse are a usage error', () => {
  it.each([
    [[], 'build needs <job>: Which job (web, api or mac-nightly)', 'ops help build'],
    [['wbe'], '"wbe" is not a known job: choose web, api or mac-nightly', 'did you mean web?'],
    [['web', '--brnach', 'x'], 'build has no option --brnach', 'did you mean --branch?'],
    [['web', '--brnach=x'], 'build has no option --brnach', 'did you mean --branch?'],
    [['web', '--jsn'], 'build has no option --jsn', 'did you mean --json?'],
    [['web', '--branch'], '--branch needs a value', 'ops help build'],
    [['web', '--branch', 'a', '--branch', 'b'], '--branch was given 2 times', 'give it once'],
    [['web', '--count', 'many'], '--count takes a whole number, not "many"', '--count 10'],
    [['web', '--count', '1e3'], '--count takes a whole number, not "1e3"', '--count 10'],
    [['web', '--wait', 'soon'], '--wait takes a duration, not "soon"', '--wait 90s, 10m, 2h or 1d'],
    [['web', '--environment', 'prd'], '"prd" is not a known environment: choose dev or uat', 'ops help build'],
    [['web', '--clean=yes'], '--clean takes no value', '--clean'],
    [['web', '-n', '5'], '-n is not a short form here', '--n'],
    [['web', '-json'], '-json is not a short form here', '--json'],
  ])('%j: %s', (words, message, hint) => {
    const refused = refusal(() => read(...words));
    expect(refused).toMatchObject({ outcome: 'usage', exitCode: 64, message, hint });
  });

  it('says what is missing where there is nothing to choose', () => {
    const parsed = parseCommand(command, ['web', '--environment', 'uat']);
    expect(refusal(() => readInput(command, parsed, loaded([])))).toMatchObject({
      outcome: 'config',
      hint: 'ops init',
    });
    expect(refusal(() => readInput(command, parsed, loaded([], '/p/.chatopsrc')))).toMatchObject({
      outcome: 'config',
      hint: 'ops config',
    });
  });
});

function refusal(work: () => unknown): OpsError {
  try {
    work();
  } catch (error) {
    if (error instanceof OpsError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

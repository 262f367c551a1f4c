import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Typed } from '../../src/context/host.ts';
import { ask } from '../../src/host/ask.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

const config = configuration.replace('confirm: true', 'protected: true');
const frozen = (override = ''): string =>
  configuration.replace(
    'confirm: true',
    `freeze: [{ start: 2020-01-01, end: 2199-12-31, zone: UTC, reason: 'no more'${override} }]`,
  );
const question = 'ops deploy prod changes prod, which is protected. Go on in prod?';

describe('a protected environment', () => {
  it('takes its name, on a button that says it', async () => {
    const asked: [string, Typed | undefined][] = [];
    const answer = (yes: boolean) => async (said: string, _signal: AbortSignal, _id: number, typed?: Typed) => {
      asked.push([said, typed]);
      return yes;
    };
    const { folder } = createProject(config);
    expect((await ops(folder, ['deploy', 'prod'], { ask: answer(true) })).exitCode).toBe(0);
    const { exitCode, stderr } = await ops(folder, ['rollback', 'prod'], { ask: answer(false) });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('no version of web before')]);
    const no = await ops(folder, ['deploy', 'prod'], { ask: answer(false) });
    expect([no.exitCode, no.stderr]).toEqual([
      130,
      expect.stringContaining('prod was left as it is: the answer was not its name'),
    ]);
    expect(asked).toEqual(Array.from({ length: 2 }, () => [question, { word: 'prod', button: 'Deploy to prod' }]));
  });

  it.each([
    [[], 64, `${question} Nobody can be asked here\n  → add --confirm prod to the line`],
    [['--yes'], 64, `ops deploy prod --yes changes prod, which is protected. Go on in prod? Nobody can be asked here`],
    [['--confirm', 'uat'], 64, '--confirm names uat, and the line is about prod: nothing was run\n  → --confirm prod'],
    [['--confirm', 'PROD'], 64, '--confirm names PROD, and the line is about prod'],
    [['--confirm', ''], 64, '--confirm names , and the line is about prod'],
    [['--confirm', 'prod'], 0, 'Release web v3 to prod'],
  ])('with %j a script that deploys there ends with %i', async (words, code, said) => {
    const { exitCode, stderr } = await ops(createProject(config).folder, ['deploy', 'prod', ...words]);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(said)]);
  });

  it('has no name to be said of others', async () => {
    const { folder } = createProject(config);
    expect((await ops(folder, ['deploy', 'uat', '--confirm', 'prod'])).exitCode).toBe(64);
    expect((await ops(folder, ['deploy', 'uat', '--confirm', 'uat'])).exitCode).toBe(0);
    const { exitCode, stderr } = await ops(folder, ['stop', 'k3f9', '--confirm', 'prod']);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('there is no run k3f9')]);
  });

  it('is not confirmed again by who repeats a line', async () => {
    const { folder } = createProject(config);
    await ops(folder, ['deploy', 'prod', '--confirm', 'prod']);
    const [{ id }] = JSON.parse((await ops(folder, ['history', '--json'])).stdout).runs;
    expect((await ops(folder, ['rerun', id, '--yes'])).exitCode).toBe(64);
    expect((await ops(folder, ['rerun', id, '--confirm', 'prod'])).exitCode).toBe(0);
  });

  it('may also be one that a yes was enough for', async () => {
    const { exitCode } = await ops(createProject().folder, ['deploy', 'prod', '--confirm', 'prod']);
    expect(exitCode).toBe(0);
  });
});

describe('a terminal that asks for a name', () => {
  const put = async (answer: string): Promise<[boolean, string]> => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = '';
    output.on('data', (chunk) => {
      shown += chunk;
    });
    const asked = ask(input, output, 'Go on?', new AbortController().signal, 'prod');
    input.write(`${answer}\n`);
    return [await asked, shown];
  };

  it.each([
    ['prod', true],
    [' prod ', true],
    ['y', false],
    ['yes', false],
    ['Prod', false],
    ['prod uat', false],
    ['', false],
  ])('takes %j for a yes: %s', async (answer, expected) => {
    expect(await put(answer)).toEqual([expected, expect.stringContaining('Go on? [type prod] ')]);
  });
});

describe('a frozen environment', () => {
  it('is refused before anything is planned, and others are not', async () => {
    const { folder } = createProject(frozen());
    const { exitCode, stderr } = await ops(folder, ['deploy', 'prod', '--override', 'hotfix']);
    expect([exitCode, stderr]).toEqual([
      77,
      '✗ ana may not run ops deploy prod --override hotfix: prod is frozen until 2200-01-01 00:00:00 UTC: no more\n  → type it again then\n',
    ]);
    expect((await ops(folder, ['deploy', 'uat'])).exitCode).toBe(0);
    expect((await ops(folder, ['deployed', 'prod'])).exitCode).toBe(0);
  });

  it('is told of by ops can', async () => {
    const { folder } = createProject(frozen());
    const { exitCode, stderr } = await ops(folder, ['can', 'stranger', 'deploy', 'prod']);
    expect([exitCode, stderr]).toEqual([77, expect.stringContaining('prod is frozen until')]);
  });

  it('asks for approvals where it can be overridden, and passes nothing without them', async () => {
    const { folder } = createProject(`${frozen(', override: { from: lead }')}roles: { lead: [] }\n`);
    expect((await ops(folder, ['deploy', 'prod'])).stderr).toContain("takes an approval of lead: --override '<why>'");
    const can = await ops(folder, ['can', 'stranger', 'deploy', 'prod', '--override', 'hotfix', '--json']);
    expect(can.stdout).toContain('in spite of it: hotfix');
    const { exitCode } = await ops(folder, ['deploy', 'prod', '--override', 'hotfix']);
    expect(exitCode).not.toBe(0);
  });

  it.each([
    ["{ start: 2026-02-30, zone: UTC, reason: 'x' }", 'freeze.0.start: expected a date such as 2026-12-20'],
    ["{ start: 2026-12-20, end: 2026-12-19, zone: UTC, reason: 'x' }", 'freeze.0.end: expected a date after the start'],
    ["{ start: 2026-12-20, reason: 'x' }", 'freeze.0.zone: expected a time zone'],
    ['{ start: 2026-12-20, zone: UTC }', 'freeze.0.reason: expected text, got nothing'],
    ["{ zone: UTC, reason: 'x', override: { from: nobody } }", 'freeze.0.override.from: expected'],
    ["{ zone: UTC, reason: 'x', untill: '18:00' }", 'freeze.0.untill: unknown key, did you mean "until"?'],
  ])('is configured wrongly with %s', async (freeze, words) => {
    const { folder } = createProject(configuration.replace('confirm: true', `freeze: [${freeze}]`));
    const { exitCode, stderr } = await ops(folder, ['deployed']);
    expect([exitCode, stderr]).toEqual([78, expect.stringContaining(`environments.prod.${words}`)]);
  });
});

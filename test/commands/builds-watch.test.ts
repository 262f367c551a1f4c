import { describe, expect, it } from 'vitest';
import { OpsError } from '../../src/context/errors.ts';
import { terminalSink } from '../../src/render/terminal.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { cronHost, ops, type Said } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { until } from '../support/waiting.ts';

const people = `people:
  ada: { email: [ada@example.com] }
`;

async function openShop() {
  const jenkins = await openFarm();
  const project = createProject(configuration + people + jenkinsConfig(jenkins));
  const { farm } = jenkins;
  const job = farm.add('slow');
  return { jenkins, farm, job, project, type: (...argv: string[]) => ops(project.folder, argv) };
}

const asksFor = (asked: readonly string[], path: string) =>
  asked.filter((line) => line.startsWith(`GET ${path}`)).length;

describe('ops builds-watch in a terminal', () => {
  it('waits for the build that runs, and leaves with 0', async () => {
    const { farm, jenkins, job, type } = await openShop();
    await type('builds-start', 'slow');
    const watching = type('builds-watch', 'slow');
    await until(() => asksFor(jenkins.asked, '/job/slow/1/api/json') > 1, 'it looks');
    const [build] = job.builds;
    if (build !== undefined) farm.finish(build, 'SUCCESS');
    const { exitCode, words } = await watching;
    expect(exitCode).toBe(0);
    expect(words).toMatch(/^slow#1 runs\. You are told how slow#1 ends\nslow#1 \(\S+\) ended ok after /);
  });

  it('waits for the next build where none runs', async () => {
    const { farm, jenkins, job, type } = await openShop();
    const watching = type('builds-watch', 'slow');
    await until(() => asksFor(jenkins.asked, '/job/slow/api/json') > 2, 'it looks');
    await type('builds-start', 'slow');
    await until(() => asksFor(jenkins.asked, '/job/slow/1/api/json') > 0, 'it knows the build');
    const [build] = job.builds;
    if (build !== undefined) farm.finish(build, 'SUCCESS');
    const { exitCode, stdout, stderr } = await watching;
    expect([exitCode, stderr]).toEqual([0, 'slow builds nothing now. You are told how the next build of slow ends\n']);
    expect(stdout).toMatch(/^slow#1 \(http\S+\) ended ok after/);
  });

  it('says whose changes came in since it last went well, and leaves with 1', async () => {
    const { farm, type } = await openShop();
    const [broken, before] = farm.jobs.get('shop')?.builds ?? [];
    broken?.commits.push({ commitId: 'b'.repeat(40), msg: 'More', author: 'AL', email: 'ada@example.com' });
    if (before !== undefined) before.result = 'FAILURE';
    const { exitCode, stderr } = await type('builds-watch', 'shop#8');
    expect([exitCode, stderr]).toEqual([
      1,
      "✗ shop#8 ended failed after 2 min 12 s on main: changes by ada, Tom, Mary since shop#6\n  → ops builds-log 'shop#8'\n",
    ]);
    const { stdout } = await type('builds-watch', 'shop#8', '--json');
    expect(JSON.parse(stdout).error.details).toMatchObject({
      job: 'shop',
      number: '8',
      state: 'failed',
      culprits: ['ada', 'Tom', 'Mary'],
    });
  });

  it('tells that what waited was taken out of the queue, or that its job is gone', async () => {
    const { farm, jenkins, type } = await openShop();
    for (const agent of farm.agents) agent.executors = 0;
    await type('builds-start', 'slow');
    const cancelled = type('builds-watch', 'slow');
    await until(() => asksFor(jenkins.asked, '/queue/item/1/api/json') > 1, 'it looks');
    await type('builds-stop', 'slow#q1');
    expect(await cancelled).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/✗ slow#q1 ended cancelled\n/),
    });
    for (const agent of farm.agents) agent.executors = 2;
    await type('builds-start', 'slow');
    const gone = type('builds-watch', 'slow#1');
    await until(() => asksFor(jenkins.asked, '/job/slow/1/api/json') > 2, 'it looks');
    farm.jobs.delete('slow');
    expect(await gone).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('✗ Jenkins has slow#1 no longer: how it went is not known'),
    });
  });

  it('tells that the job is gone whose next build was waited for', async () => {
    const { farm, jenkins, type } = await openShop();
    const watching = type('builds-watch', 'slow');
    await until(() => asksFor(jenkins.asked, '/job/slow/api/json') > 2, 'it looks');
    farm.jobs.delete('slow');
    expect(await watching).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('✗ Jenkins has no job slow any more\n  → ops builds\n'),
    });
  });

  it('says how it ended also where nobody can tell whose changes it brought', async () => {
    const { jenkins, type } = await openShop();
    jenkins.fault = ({ url = '' }, response) => {
      const isList = url.startsWith('/job/shop/api/json');
      if (isList) response.writeHead(403).end();
      return isList;
    };
    const { exitCode, stderr } = await type('builds-watch', 'shop#8');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(
        /✗ shop#8 ended failed after 2 min 12 s on main\. Whose changes it brought is not known: Jenkins .* 403\n {2}→ ops builds-log 'shop#8'\n/,
      ),
    ]);
  });

  it('rings the bell of a terminal once it is over', async () => {
    const { project } = await openShop();
    const said: Said = { exitCode: -1, stdout: '', stderr: '', words: '' };
    const written: string[] = [];
    const host = cronHost(project.folder, said);
    const stream = { write: (text: string) => void written.push(text), on: () => {}, once: () => {} };
    const output = () =>
      terminalSink({
        stdout: stream,
        stderr: stream,
        color: false,
        live: false,
        bell: true,
        hyperlinks: false,
        columns: () => 80,
      });
    await ops(project.folder, ['builds-start', 'shop', '--notify'], { ...host, output });
    expect(written.filter((text) => text === '\u0007')).toHaveLength(1);
    expect(written.at(-1)).toMatch(/^shop#9 .*ended ok after/);
  });

  it('can be stopped, and leaves the build alone', async () => {
    const { jenkins, job, project, type } = await openShop();
    await type('builds-start', 'slow');
    const stopping = new AbortController();
    const watching = ops(project.folder, ['builds-watch', 'slow'], { signal: stopping.signal });
    await until(() => asksFor(jenkins.asked, '/job/slow/1/api/json') > 1, 'it looks');
    stopping.abort(new OpsError('cancelled', 'it was stopped'));
    expect((await watching).exitCode).toBe(130);
    expect(job.builds[0]?.result).toBeUndefined();
  });

  it.each([
    [['builds-watch'], 64, 'which build?'],
    [['builds-watch', 'shp'], 64, 'Jenkins has no job shp'],
    [['builds-watch', 'shop#99'], 1, 'Jenkins has no build shop#99'],
    [['builds-watch', 'shop', '--stop'], 1, 'you do not watch shop'],
  ] as const)('%j is refused', async (argv, code, words) => {
    const { type } = await openShop();
    const { exitCode, stderr } = await type(...argv);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(`✗ ${words}`)]);
  });

  it('lists nothing that it does not watch', async () => {
    const { type } = await openShop();
    expect((await type('builds-watch', '--list')).stdout).toBe('You watch nothing\n');
  });
});

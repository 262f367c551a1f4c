import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

const secret = 'token-of-nobody-else';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${(server.address() as AddressInfo).port}`;
}

/** What each of the systems says where a server answers so whatever it is asked. */
async function ask(line: string, listener: RequestListener) {
  const url = `http://127.0.0.1:${await serve(listener)}`;
  process.env['BUILDS_TOKEN'] = secret;
  onTestFinished(() => void delete process.env['BUILDS_TOKEN']);
  const more = { jenkins: ', user: ops', teamcity: '', github: ', repositories: [acme/shop]' };
  const settings = Object.entries(more).map(
    ([name, rest]) => `${name}: { url: '${url}', token: '\${env:BUILDS_TOKEN}'${rest} }\n`,
  );
  const { folder } = createProject(configuration + settings.join(''));
  return Promise.all(Object.keys(more).map((system) => ops(folder, [...line.split(' '), '--system', system])));
}

const lines = ['builds', 'builds-agents', 'builds-start shop/ci a=b'];
const json = { 'content-type': 'application/json' };
const answers: readonly (readonly [string, number, RequestListener])[] = [
  ['a page for people', 69, (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
  ['half of it', 69, (_, response) => response.writeHead(200, json).end('{"jobs":[{"na')],
  ['nothing', 69, (_, response) => response.writeHead(200, json).end()],
  ['null', 69, (_, response) => response.writeHead(200, json).end('null')],
  ['500', 69, (_, response) => response.writeHead(500).end()],
  ['429', 75, (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end()],
];

describe('a server that answers in an odd way', () => {
  it.each(lines.flatMap((line) => answers.map(([what, code, listener]) => [line, what, code, listener] as const)))(
    'is no fault of ops %s: %s',
    async (line, _, code, listener) => {
      const told = await ask(line, listener);
      expect(told.map(({ exitCode }) => exitCode)).toEqual([code, code, code]);
    },
  );

  it('elsewhere gets no token', async () => {
    const asked: unknown[] = [];
    const elsewhere = await serve(({ headers }, response) => {
      asked.push(headers.authorization);
      response.writeHead(200, json).end('{}');
    });
    await ask('builds', (_, response) => response.writeHead(302, { location: `http://localhost:${elsewhere}/` }).end());
    expect([asked.length > 0, new Set(asked)]).toEqual([true, new Set([undefined])]);
  });

  it('with the token in it is told without', async () => {
    const told = await ask('builds', ({ headers }, response) => {
      const message = `no ${headers.authorization}`;
      response.writeHead(400, json).end(JSON.stringify({ message, errors: [{ message }] }));
    });
    expect(told.map(({ exitCode, words }) => [exitCode, words.includes(secret)])).toEqual([
      [1, false],
      [1, false],
      [1, false],
    ]);
  });

  it('with times that are none is no fault of ops', async () => {
    const run = { id: 1, run_number: 1, path: 'ci.yml', html_url: '', event: 'push', head_sha: '', created_at: 'soon' };
    const build = { number: 1, url: '/job/shop/1/', timestamp: 1e20 };
    const body = JSON.stringify({ workflow_runs: [run], items: [], jobs: [{ lastBuild: build }], computer: [] });
    const [jenkins, , github] = await ask('builds', (_, response) => response.writeHead(200, json).end(body));
    expect([jenkins?.words, github?.words]).toEqual([
      expect.stringContaining('answers in another shape than Jenkins does, at jobs.0.lastBuild.timestamp'),
      expect.stringContaining('answers in another shape than GitHub does, at workflow_runs.0.created_at'),
    ]);
  });
});

describe('a job with an odd name or an odd parameter', () => {
  async function openShop() {
    const jenkins = await openFarm();
    jenkins.farm.add('my job', { parameters: [{ name: '__proto__' }] });
    jenkins.farm.add('off', { isDisabled: true });
    const { folder } = createProject(configuration + jenkinsConfig(jenkins));
    return { jenkins, type: (...argv: string[]) => ops(folder, argv) };
  }

  it('is named so that the line can be typed', async () => {
    const { type } = await openShop();
    expect((await type('builds-status', 'my job#7')).stderr).toContain("→ ops builds --job 'my job'\n");
    expect((await type('builds-status', 'my job')).stderr).toContain("→ ops builds-start 'my job'\n");
    expect((await type('builds-start', 'my job', 'a=b')).stderr).toContain("→ ops builds-start 'my job' [__proto__=…]");
  });

  it('is told what was typed', async () => {
    const { jenkins, type } = await openShop();
    await type('builds-start', 'my job', '__proto__=x');
    expect(Object.entries(jenkins.farm.jobs.get('my job')?.builds[0]?.parameters ?? {})).toEqual([['__proto__', 'x']]);
  });

  it('that is switched off is refused before anything is asked for', async () => {
    const { jenkins, type } = await openShop();
    const { exitCode, stderr } = await type('builds-start', 'off', '--dry-run');
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('✗ off takes no builds: it is switched off')]);
    expect(jenkins.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('is asked for its newest build, and not for hundreds', async () => {
    const { jenkins, type } = await openShop();
    await type('builds-status', 'shop');
    const counts = jenkins.asked.flatMap((line) => /\{0,(\d+)\}$/.exec(decodeURIComponent(line))?.[1] ?? []);
    expect(Number(counts[0])).toBeLessThan(20);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { tree } from '../support/directory-tree.ts';
import { bindDn, bindPassword, startSlapd } from '../support/slapd.ts';
import { startGraphite } from './graphite.ts';
import { graphite, install, isThere, openLdap, type Packaged, prometheus } from './packages.ts';
import { prometheusStep, startPrometheus } from './prometheus.ts';
import type { Service } from './service.ts';

const help = `test/services/up              starts real services on ports of this machine, until Ctrl-C
test/services/up COMMAND…     for as long as a command runs: it finds them in its environment
test/services/up --install    only has them installed
test/services/up --installed COMMAND…    with those that are installed already

What is missing is installed, where apt-get and root are to be had, and stays; all else is gone at the end.
`;

type Start = (home: string, end: number, stack: AsyncDisposableStack) => Promise<Service>;

const services: readonly (Packaged & { start: Start })[] = [
  { ...graphite, start: startGraphite },
  { ...prometheus, start: startPrometheus },
  { ...openLdap, start: startDirectory },
];

async function startDirectory(_home: string, _end: number, stack: AsyncDisposableStack): Promise<Service> {
  const slapd = await startSlapd(tree);
  stack.defer(() => slapd.stop());
  return { says: `OpenLDAP     ldap://127.0.0.1:${slapd.port}/   as ${bindDn}, "${bindPassword}"`, env: {} };
}

const unavailable = 69;

async function main(words: readonly string[]): Promise<number> {
  if (words[0] === '--help' || words[0] === '-h') {
    process.stdout.write(help);
    return 0;
  }
  const whys = words[0] === '--installed' ? {} : install(services, say);
  for (const { service, packages } of services.filter((one) => !isThere(one))) {
    say(`not run: ${service}: ${whys[service] ?? `${packages.join(' and ')} are not installed`}`);
  }
  const there = services.filter(isThere);
  if (there.length === 0) return unavailable;
  if (words[0] === '--install') {
    say(`installed: ${there.map(({ service }) => service).join(', ')}`);
    return 0;
  }
  return await withServices(there, words[0] === '--installed' ? words.slice(1) : words);
}

async function withServices(there: typeof services, words: readonly string[]): Promise<number> {
  await using stack = new AsyncDisposableStack();
  const stopped = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve(128 + constants.signals[signal]));
    }
  });
  const home = mkdtempSync(join(tmpdir(), 'ops-services-'));
  stack.defer(() => rmSync(home, { recursive: true, force: true }));
  const end = Math.floor(Date.now() / prometheusStep) * prometheusStep;
  const began = performance.now();
  const started = await Promise.all(there.map(({ start }) => start(home, end, stack)));
  for (const { says } of started) say(says);
  say(`ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const env = Object.assign({ METRICS_END: String(end) }, ...started.map((service) => service.env));
  if (words.length > 0) return await Promise.race([run(words, env, stack), stopped]);
  say('Ctrl-C ends them');
  const alive = setInterval(() => undefined, 60_000);
  await stopped;
  clearInterval(alive);
  return 0;
}

async function run(
  [program = '', ...words]: readonly string[],
  env: object,
  stack: AsyncDisposableStack,
): Promise<number> {
  const child = spawn(program, words, { stdio: 'inherit', env: { ...process.env, ...env } });
  stack.defer(() => void child.kill());
  const [code, signal] = await once(child, 'close');
  return typeof code === 'number' ? code : 128 + constants.signals[signal as NodeJS.Signals];
}

function say(text: string): void {
  process.stderr.write(`services: ${text}\n`);
}

process.exitCode = await main(process.argv.slice(2));

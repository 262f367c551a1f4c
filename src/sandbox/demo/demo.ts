import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, OpsError } from '../../index.ts';
import { type Cast, policyOf } from './cast.ts';
import { demoPrefix } from './leftover.ts';
import { deployProgram, greetProgram, loadProgram } from './programs.ts';
import { shopVersions } from './shop.ts';
import { type Site, startSite } from './site.ts';
import { startSystems } from './systems.ts';

export interface Demo {
  folder: string;
  configuration: string;
  site: Site;
  /** Resolves when its repository is complete; its configuration and its commands are there at once. */
  complete: Promise<void>;
  remove(): Promise<void>;
}

export const environments = ['dev', 'uat', 'prod'] as const;

/** A project to try things in: a git repository with three versions, and a program that really releases them. */
export async function createDemo(exec: Context['exec'], cast: Cast): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), demoPrefix));
  // Where the process is ended in a hurry, nothing else is left to do it.
  const removeAtOnce = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeAtOnce);
  const [site, systems] = await Promise.all([startSite(join(folder, 'sites'), environments), startSystems()]);
  const configuration = join(folder, '.chatopsrc');
  await mkdir(join(folder, 'scripts'));
  await Promise.all([
    writeFile(configuration, `${configurationOf(site)}${systems.lines}${policyOf(cast)}`),
    ...Object.entries(systems.secrets).map(([name, secret]) => writeFile(join(folder, name), secret, { mode: 0o600 })),
    writeFile(join(folder, 'deploy'), deployProgram, { mode: 0o755 }),
    writeFile(join(folder, 'scripts', 'greet'), greetProgram, { mode: 0o755 }),
    writeFile(join(folder, 'scripts', 'load'), loadProgram, { mode: 0o755 }),
  ]);
  const complete = createRepository(join(folder, 'web'), exec);
  // Whoever needs it hears of it.
  complete.catch(() => {});
  return {
    ...{ folder, configuration, site, complete },
    remove: async () => {
      await Promise.allSettled([complete, site.close(), systems.running[Symbol.asyncDispose]()]);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      process.off('exit', removeAtOnce);
    },
  };
}

async function createRepository(folder: string, exec: Context['exec']): Promise<void> {
  const git = async (date: string, ...args: string[]): Promise<void> => {
    const { exitCode, stderr } = await exec('git', ['-C', folder, ...args], { env: gitEnvironment(date) });
    if (exitCode !== 0) throw new OpsError('failed', `git ${args[0]} failed in the demo project: ${stderr}`);
  };
  await mkdir(folder);
  await git('', 'init', '--quiet', '--initial-branch=main');
  for (const [at, { tag, change, files }] of shopVersions.entries()) {
    const date = `2026-0${at + 1}-12T09:30:00Z`;
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    await git(date, 'add', '.');
    await git(date, 'commit', '--quiet', '--message', change);
    await git(date, 'tag', tag);
  }
}

/** The same commits every time, whatever the person's own settings are. */
const gitEnvironment = (date: string): Record<string, string> => ({
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Mary Jones'],
      [`GIT_${who}_EMAIL`, 'mary@sandbox.example'],
      [`GIT_${who}_DATE`, date],
    ]),
  ),
});

const configurationOf = (site: Site): string => `environments:
  dev:
  uat:
  prod:
    confirm: true

apps:
  web:
    repository: ./web
    ref: main
    deploy: [./deploy, '{environment}', '{commit}']
    environments:
${environments.map((name) => `      ${name}: { url: '${site.url(name)}', health: { url: '${site.url(name)}' } }`).join('\n')}

scripts: [./scripts]
`;

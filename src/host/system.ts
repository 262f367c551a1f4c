import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import type { Groups } from '../context/groups.ts';
import type { System } from '../context/host.ts';
import type { HttpProxy } from '../context/system.ts';
import { systemClock } from '../system/clock.ts';
import { systemFiles } from '../system/files.ts';
import { moment } from '../system/moment.ts';
import { identify, isAlive, killGroup, killRun } from '../system/process.ts';

export interface SystemOptions {
  /** The folder that holds `commands/`. */
  root: URL;
  execPath: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** The real outside world. Each adapter is loaded when it is first used. */
export function createSystem({ root, execPath, env }: SystemOptions): System {
  const at = (path: string): string => fileURLToPath(new URL(path, root));
  const project = () => import('./project.ts');
  const programs = () => import('./programs.ts');
  const built = !import.meta.url.endsWith('.ts');
  const { proxy, quickFetch, http } = waysOut(env);
  return {
    root: at('.'),
    version: manifest.version,
    clock: systemClock,
    files: systemFiles,
    identify,
    moment,
    alive: isAlive,
    killGroup,
    killRun,
    onFault: (report) => {
      process.on('unhandledRejection', report);
      return { [Symbol.dispose]: () => void process.off('unhandledRejection', report) };
    },
    program: [execPath, at(built ? 'bin/ops.js' : 'bin/ops.ts')],
    worker: at(built ? 'host/worker.js' : 'src/host/worker.ts'),
    config: async (cwd, file) => (await project()).loadConfig(cwd, file, env),
    journal: async (path) => (await project()).openSqliteJournal(path),
    exec: async (file, args, options) => (await programs()).createExec(env)(file, args, options),
    codes: async (path) => (await import('../system/code-keys.ts')).openCodeKeys(path),
    draw: async (chart, options, place) => (await import('./charts.ts')).drawFile(chart, options, place, at),
    git: async (repository, exec) => (await programs()).openGit(exec, repository),
    builds: async (name, config, parts) => (await import('./builds.ts')).openBuilds(name, config, parts),
    pulls: async (config, parts) => (await import('./pulls.ts')).openConfiguredPulls(config, parts),
    metrics: async (name, config, parts) => (await import('./metrics.ts')).openMetrics(name, config, parts),
    tickets: async (config, parts) => (await import('./tickets.ts')).openTickets(config, parts),
    groups: (config) =>
      lazyGroups(async () => (await import('./groups.ts')).openGroups(config, { clock: systemClock, proxy })),
    proxy,
    quickFetch,
    http,
  };
}

function lazyGroups(open: () => Promise<Groups>): Groups {
  return {
    members: async (group, of) => (await open()).members(group, of),
    refresh: async (group) => (await open()).refresh(group),
  };
}

/** Over the network. */
function waysOut(env: SystemOptions['env']): Pick<System, 'proxy' | 'quickFetch' | 'http'> {
  const library = () => import('../system/proxy.ts');
  let found: Promise<HttpProxy | undefined> | undefined;
  const proxy = (): Promise<HttpProxy | undefined> => (found ??= openProxyOf(env));
  const trust = async (ca: string): Promise<typeof fetch> => (await library()).fetchTrusting(ca, env);
  return {
    proxy,
    quickFetch: async () => (await library()).openQuickFetch(),
    http: async (url, options) =>
      (await import('../system/http.ts')).createHttp((await proxy())?.fetch, trust)(url, options),
  };
}

async function openProxyOf(env: SystemOptions['env']): Promise<HttpProxy | undefined> {
  const { proxySettings, openProxy } = await import('../system/proxy.ts');
  const settings = proxySettings(env);
  return settings === undefined ? undefined : openProxy(settings);
}

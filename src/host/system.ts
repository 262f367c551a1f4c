import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import type { System } from '../context/host.ts';
import { systemClock } from '../system/clock.ts';
import { systemFiles } from '../system/files.ts';
import { identify, isAlive, killGroup } from '../system/process.ts';

export interface SystemOptions {
  /** The folder that holds `commands/`. */
  root: URL;
  execPath: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** The real outside world. Each adapter is loaded when it is first used. */
export function createSystem({ root, execPath, env }: SystemOptions): System {
  const at = (path: string): string => fileURLToPath(new URL(path, root));
  const built = !import.meta.url.endsWith('.ts');
  return {
    root: at('.'),
    version: manifest.version,
    clock: systemClock,
    files: systemFiles,
    identify,
    alive: isAlive,
    killGroup,
    program: [execPath, at(built ? 'bin/ops.js' : 'bin/ops.ts')],
    worker: at(built ? 'host/worker.js' : 'src/host/worker.ts'),
    config: async (cwd, file) => (await import('../system/config.ts')).loadConfig(cwd, file, env),
    journal: async (path) => (await import('../journal/sqlite.ts')).openSqliteJournal(path),
    exec: async (file, args, options) => (await import('../system/exec.ts')).createExec(env)(file, args, options),
    http: async (url, options) => (await import('../system/http.ts')).createHttp()(url, options),
    git: async (repository, exec) => (await import('../services/git/git.ts')).openGit(exec, repository),
  };
}

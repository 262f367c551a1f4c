import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Program extends AsyncDisposable {
  pid: number;
  /** Rejects when it ends before it is told to. */
  early: Promise<never>;
}

const patience = 15_000;

/** A program that runs until it is not needed any more. */
export function startProgram(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Program {
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000);
    });
  }
  const gone = once(child, 'close');
  const early = gone.then(([code, signal]) => {
    throw new Error(`${file} ${args.join(' ')} ended with ${code ?? signal}: ${said}`);
  });
  early.catch(() => {});
  return {
    pid: child.pid ?? 0,
    early,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      await gone.catch(() => {});
      clearTimeout(timer);
    },
  };
}

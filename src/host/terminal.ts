import { OpsError } from '../context/errors.ts';
import type { Sink } from '../context/events.ts';
import type { Form } from '../context/form.ts';
import type { CheckForm, Drawing, Host, OutputMode, Typed } from '../context/host.ts';
import { hasCharactersOnly, type PictureProtocol, pictureProtocol, terminalTheme } from '../render/picture.ts';
import { terminalSink } from '../render/terminal.ts';
import { readLines } from './input.ts';
import { guardLastWords } from './last-words.ts';
import { createPictures } from './pictures.ts';
import { type OutputStream, openLate } from './stream.ts';
import { createSystem } from './system.ts';

export { main } from '../main.ts';

/** What a terminal, cron or Jenkins lends a run. `root` is the folder that holds `commands/`. */
export function terminalHost(process: NodeJS.Process, root: URL): Host {
  const { env, execPath } = process;
  const stdout = openLate(1, () => process.stdout);
  const stderr = openLate(2, () => process.stderr);
  const system = createSystem({ root, execPath, env });
  const { host } = system.identify();
  const cwd = process.cwd();
  // One of them may go to a file, which is no place for escape codes.
  const color = wantsColor(env, stdout.isTTY && stderr.isTTY);
  const protocol = color && stdout.isTTY ? pictureProtocol(env) : undefined;
  return {
    actor: osActor(process, host),
    origin: { type: 'terminal', host, directory: cwd },
    signal: stopSignal(process),
    cwd,
    env,
    system,
    guard: guardLastWords(process),
    drawing: drawingFor(protocol, env),
    output: (mode) => openSink(mode, { stdout, stderr, color, cwd, protocol }),
    get input() {
      return process.stdin.isTTY === true ? undefined : (signal: AbortSignal) => readLines(process.stdin, signal);
    },
    // A getter: looking at stdin opens it, which costs 5 ms and is needed by few.
    get ask() {
      if (!stderr.isTTY || process.stdin.isTTY !== true) return undefined;
      return async (question: string, signal: AbortSignal, _id: number, typed?: Typed) =>
        (await import('./ask.ts')).ask(process.stdin, process.stderr, question, signal, typed?.word);
    },
    get privately() {
      if (!stderr.isTTY || process.stdin.isTTY !== true) return undefined;
      return {
        show: (lines: readonly string[]) => void process.stderr.write(`${lines.join('\n')}\n`),
        ask: async (question: string, signal: AbortSignal) =>
          (await import('./privately.ts')).askUnseen(process.stdin, process.stderr, question, signal),
      };
    },
    get fill() {
      if (!stderr.isTTY || process.stdin.isTTY !== true) return undefined;
      return async (form: Form, check: CheckForm, signal: AbortSignal) =>
        (await import('./fill.ts')).fill(process.stdin, process.stderr, form, check, signal);
    },
  };
}

function drawingFor(protocol: PictureProtocol | undefined, env: NodeJS.ProcessEnv): Drawing {
  return protocol === undefined ? {} : { theme: terminalTheme(env), hasSketch: hasCharactersOnly(protocol) };
}

interface Screen {
  stdout: OutputStream;
  stderr: OutputStream;
  color: boolean;
  cwd: string;
  protocol: PictureProtocol | undefined;
}

function openSink(mode: OutputMode, { stdout, stderr, color, cwd, protocol }: Screen): Sink {
  // A terminal that does not know how wide it is says 0.
  const columns = (): number => stderr.columns || 80;
  const hasPictures = protocol !== undefined && mode.color && !mode.json;
  return terminalSink({
    stdout,
    stderr,
    color: color && mode.color,
    live: stderr.isTTY && !mode.json,
    bell: stderr.isTTY,
    hyperlinks: color && stdout.isTTY,
    columns,
    pictures: hasPictures ? createPictures(protocol, cwd, columns) : undefined,
  });
}

/** https://no-color.org and https://force-color.org */
function wantsColor(env: NodeJS.ProcessEnv, tty: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0';
  return tty && env.TERM !== 'dumb';
}

/** The system's own word for who runs this: nothing in the environment can claim another. */
function osActor(process: NodeJS.Process, host: string): Host['actor'] {
  const uid = process.getuid?.() ?? -1;
  return { id: `os:${host}:${uid}`, name: loginOf(process) ?? `uid ${uid}` };
}

/** In a container, a number may be all that somebody has. */
function loginOf(process: NodeJS.Process): string | undefined {
  try {
    return process.getBuiltinModule('node:os').userInfo().username;
  } catch {
    return undefined;
  }
}

/** The first Ctrl-C stops the run and all that it started, in good order; the second at once. */
function stopSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  const names = { SIGINT: 'Ctrl-C', SIGTERM: 'SIGTERM', SIGHUP: 'SIGHUP' } as const;
  for (const [signal, word] of Object.entries(names)) {
    process.on(signal, () => {
      if (controller.signal.aborted) return void endNow(process);
      setTimeout(() => process.stderr.write('stopping: once more ends it at once\n'), 1000).unref();
      controller.abort(new OpsError('cancelled', `it was stopped by ${word}`));
    });
  }
  return controller.signal;
}

async function endNow(process: NodeJS.Process): Promise<void> {
  const { endChildren } = await import('../system/tree.ts');
  await endChildren(process.pid).finally(() => process.exit(130));
}

import { type Context, OpsError } from '../../index.ts';
import type { Sandbox } from '../server.ts';
import type { Demo } from './demo.ts';

export interface Listening {
  /** Resolves when the listener was stopped; rejects where it ended by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds that the listener has to end the lines that run: less than a stopped command has itself. */
const grace = 8000;
const patience = 30_000;

/** Starts the real listener on the demo project, in a process of its own, and waits until it is connected. */
export async function startListener(slack: Sandbox, demo: Demo, context: Context): Promise<Listening> {
  const [program, ...args] = context.project.program;
  const { origin } = new URL(slack.apiUrl);
  const stopping = new AbortController();
  const signal = AbortSignal.any([context.signal, stopping.signal]);
  let heard = '';
  let isReady = false;
  const speaking = Promise.withResolvers<void>();
  const onLines = (_stream: 'stdout' | 'stderr', text: string): undefined | Promise<void> => {
    heard = `${heard}${text}\n`.slice(-4000);
    speaking.resolve();
    // What it warns of.
    return isReady && !signal.aborted ? context.output.lines('stderr', text) : undefined;
  };
  const words = [...args, 'listen', '--sandbox', origin, '--config', demo.configuration];
  const running = context.exec(program, words, { cwd: demo.folder, signal, grace, onLines });
  const ended = running.then(
    ({ exitCode }) => {
      if (!signal.aborted) throw new OpsError('failed', `the listener ended with ${exitCode}: ${heard.trim()}`);
    },
    (error: unknown) => {
      if (!signal.aborted) throw error;
    },
  );
  const stop = async (): Promise<void> => {
    stopping.abort(new OpsError('cancelled', 'the sandbox ends'));
    await ended.catch(() => {});
  };
  try {
    // Its first words are that it listens.
    const connected = slack.waitFor(() => slack.connections() > 0 || undefined, patience);
    await Promise.race([ended, connected.then(() => speaking.promise)]);
    signal.throwIfAborted();
  } catch (error) {
    await stop();
    throw error;
  }
  isReady = true;
  return { ended, stop };
}

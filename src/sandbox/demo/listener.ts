import { type Context, formatDuration, OpsError } from '../../index.ts';
import type { Sandbox } from '../server.ts';
import type { Demo } from './demo.ts';

export interface Listening {
  /** Resolves when the listener was stopped; rejects where it ended by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds that the listener has to end the lines that run: less than a stopped command has itself. */
const grace = 8000;
/** Milliseconds until it is told that the listener takes long, and until it is waited for no more. */
const patience = { told: 30_000, most: 300_000 } as const;

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
  const waiting = new AbortController();
  try {
    // Its first words are that it listens.
    const connected = slack.waitFor(() => slack.connections() > 0 || undefined, 2 * patience.most);
    const late = outwait(context, AbortSignal.any([signal, waiting.signal]));
    await Promise.race([ended, connected.then(() => speaking.promise), late]);
    signal.throwIfAborted();
  } catch (error) {
    await stop();
    throw error;
  } finally {
    waiting.abort();
  }
  isReady = true;
  return { ended, stop };
}

/** Says that it still waits, and rejects in the end. */
async function outwait({ clock, output }: Pick<Context, 'clock' | 'output'>, signal: AbortSignal): Promise<void> {
  await clock.sleep(patience.told, signal);
  const most = formatDuration(patience.most);
  output.warn(
    `the listener is not connected after ${formatDuration(patience.told)}: this machine may be busy. It is waited for, up to ${most}`,
  );
  await clock.sleep(patience.most - patience.told, signal);
  throw new OpsError('timeout', `the listener of the demo did not connect within ${most}`, {
    hint: 'type it again when this machine has less to do; the Slack alone needs no listener: ops sandbox --no-demo',
  });
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { OpsError } from '../context/errors.ts';

/** Asks at the terminal for what is not to be seen: nothing that is typed comes back on the screen. */
export async function askUnseen(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  // As a terminal it reads each key itself, and the system echoes none.
  const prompt = createInterface({ input, output: unseen, terminal: true, historySize: 0 });
  prompt.on('SIGCONT', () => {
    prompt.resume();
    output.write(question);
  });
  output.write(question);
  try {
    return await prompt.question('', { signal });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new OpsError('cancelled', 'nothing was changed: no one-time code was given', { cause: error });
  } finally {
    output.write('\n');
    prompt.close();
  }
}

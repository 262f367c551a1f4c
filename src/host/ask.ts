import { createInterface } from 'node:readline/promises';
import { OpsError } from '../context/errors.ts';

/** Asks at the terminal; anything but yes is no. */
export async function ask(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
  signal: AbortSignal,
): Promise<boolean> {
  const prompt = createInterface({ input, output });
  prompt.on('SIGCONT', () => prompt.resume());
  try {
    const answer = await prompt.question(`${question} [y/N] `, { signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    output.write('\n');
    if (signal.aborted) throw signal.reason;
    throw new OpsError('cancelled', 'nothing was changed: the question was not answered', { cause: error });
  } finally {
    prompt.close();
  }
}

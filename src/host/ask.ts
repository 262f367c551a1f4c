import { createInterface } from 'node:readline/promises';
import { OpsError } from '../context/errors.ts';

/** Asks at the terminal; anything but yes, or the word that is to be typed, is no. */
export async function ask(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
  signal: AbortSignal,
  word?: string,
): Promise<boolean> {
  const prompt = createInterface({ input, output });
  prompt.on('SIGCONT', () => prompt.resume());
  try {
    const how = word === undefined ? 'y/N' : `type ${word}`;
    const answer = (await prompt.question(`${question} [${how}] `, { signal })).trim();
    return word === undefined ? /^y(es)?$/i.test(answer) : answer === word;
  } catch (error) {
    output.write('\n');
    if (signal.aborted) throw signal.reason;
    throw new OpsError('cancelled', 'nothing was changed: the question was not answered', { cause: error });
  } finally {
    prompt.close();
  }
}

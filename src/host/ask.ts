import { createInterface } from 'node:readline/promises';

/** Asks at the terminal; anything but yes is no. */
export async function ask(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
  signal: AbortSignal,
): Promise<boolean> {
  const prompt = createInterface({ input, output });
  try {
    const answer = await prompt.question(`${question} [y/N] `, { signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error;
  } finally {
    prompt.close();
  }
}

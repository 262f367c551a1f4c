import type { InputLines } from '../context/host.ts';
import { createLineSplitter } from '../system/lines.ts';
import { createPictureReader } from '../system/pictures.ts';

/** Whole lines of a stream as they come, until it ends; throws the signal's reason. */
export async function* readLines(stream: NodeJS.ReadStream, signal: AbortSignal): AsyncGenerator<InputLines> {
  const splitter = createLineSplitter();
  const pictures = createPictureReader();
  const stop = (): void => void stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream) {
      const text = splitter.push(pictures.push(Buffer.from(chunk)));
      if (text !== undefined) yield { text, pictures: pictures.take() };
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  const rest = [splitter.push(pictures.end()), splitter.end()].filter((text) => text !== undefined).join('\n');
  if (rest !== '') yield { text: rest, pictures: pictures.take() };
}

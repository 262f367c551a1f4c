import type { IncomingMessage } from 'node:http';
import { type PageReply, refused } from './answer.ts';

const mostIgnored = 64 * 1024 * 1024;

/** The whole body; undefined as soon as it is seen to be larger than that, with the rest of it not kept. */
export async function takeBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > most) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Refuses a body at once. Its sender may first want to get rid of the rest, of which only so much is thrown away. */
export function tooLarge(request: IncomingMessage, error: string): PageReply {
  let left = mostIgnored;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  return refused(413, error);
}

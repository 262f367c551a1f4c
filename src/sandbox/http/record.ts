import { createWriteStream, type WriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Reply } from '../api/reply.ts';
import type { FrameLog } from '../socket/connection.ts';
import type { Clock } from '../state/clock.ts';
import { isTooDeep } from '../state/depth.ts';
import { SandboxError } from '../state/errors.ts';

/** One request, and what it was answered with. */
export interface Exchange {
  body(bytes: Buffer): void;
  answer(reply: Reply): void;
}

export interface Recorder extends FrameLog {
  request(request: IncomingMessage, url: URL): Exchange;
  close(): Promise<void>;
}

/** Characters of a body that are written down; of a longer one, how long it is. */
const longest = 256 * 1024;
/** What may wait for a slow disk. */
const mostWaiting = 64 * 1024 * 1024;

/** Tokens cut to their prefix, wherever they stand. */
export const redact = (line: string): string => line.replace(/\b(xox[a-z]|xapp)(?:-|%2d)[\w%-]+/giu, '$1-…');

const silent: Recorder = {
  frame() {},
  request: () => ({ body() {}, answer() {} }),
  close: async () => {},
};

function bodyText(bytes: Buffer, contentType = ''): string {
  const isText = /json|urlencoded|^text/iu.test(contentType);
  return isText && bytes.length <= longest ? bytes.toString('utf8') : `${bytes.length} bytes`;
}

function answerOf(reply: Reply): object {
  if (typeof reply === 'string') return { answer: reply };
  const { status, headers, body } = reply;
  return { status, headers, body: Buffer.isBuffer(body) ? `${body.length} bytes` : body };
}

function parsed(frame: string): unknown {
  try {
    const value: unknown = JSON.parse(frame);
    return isTooDeep(value) ? frame : value;
  } catch {
    return frame;
  }
}

async function open(path: string): Promise<WriteStream> {
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  stream.once('open', () => resolve());
  stream.once('error', (error) =>
    reject(new SandboxError('record_failed', `${path} cannot be written to: ${error.message}`, { cause: error })),
  );
  await promise;
  return stream;
}

/** Lines to a file. One that cannot be written any more says so once and is given up. */
function createLines(stream: WriteStream, path: string, warn: (message: string) => void): (line: string) => void {
  let isBroken = false;
  const giveUp = (why: string): void => {
    if (isBroken) return;
    isBroken = true;
    warn(`the record in ${path} ends here: ${why}`);
  };
  stream.on('error', (error) => giveUp(error.message));
  return (line) => {
    if (isBroken) return;
    if (stream.writableLength > mostWaiting) giveUp('the disk is too slow');
    else stream.write(`${redact(line)}\n`);
  };
}

/** Writes down every request, answer and frame, one JSON object a line. */
export async function createRecorder(
  path: string | undefined,
  clock: Clock,
  warn: (message: string) => void,
): Promise<Recorder> {
  if (path === undefined) return silent;
  const stream = await open(path);
  const line = createLines(stream, path, warn);
  const write = (kind: string, entry: object): void =>
    line(JSON.stringify({ time: new Date(clock.now()).toISOString(), kind, ...entry }));
  let count = 0;
  return {
    frame: (connection, direction, frame) => write('frame', { connection, direction, frame: parsed(frame) }),
    request(request, url) {
      const id = ++count;
      const contentType = request.headers['content-type'];
      const asked = { id, method: request.method, path: url.pathname + url.search, contentType };
      let told = false;
      const tell = (body?: string): void => {
        if (!told) write('request', { ...asked, body });
        told = true;
      };
      return {
        body: (bytes) => tell(bodyText(bytes, contentType)),
        answer(reply) {
          tell();
          write('answer', { id, ...answerOf(reply) });
        },
      };
    },
    async close() {
      stream.end();
      await finished(stream).catch(() => {});
    },
  };
}

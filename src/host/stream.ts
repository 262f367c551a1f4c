import { fstatSync, writeSync } from 'node:fs';
import type { TextStream } from '../render/outlet.ts';

/** Bytes. A pipe has room for them although nobody reads it yet; of more, whoever is slow must be waited for. */
const few = 16_384;

export interface OutputStream extends TextStream {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

type Fault = Error & { code?: string };

/**
 * A stream of this process. To open Node's own takes 5 ms, so that what is little, and does not go to a terminal, is
 * written without it.
 */
export function openLate(fd: number, open: () => NodeJS.WriteStream): OutputStream {
  const isDirect = takesText(fd);
  const faulty: ((fault: Fault) => void)[] = [];
  const registered: ((stream: NodeJS.WriteStream) => void)[] = [];
  let stream: NodeJS.WriteStream | undefined;
  let left = isDirect ? few : 0;
  const opened = (): NodeJS.WriteStream => {
    if (stream !== undefined) return stream;
    stream = open();
    for (const register of registered) register(stream);
    return stream;
  };
  const register = (listen: (stream: NodeJS.WriteStream) => void): void => {
    if (stream === undefined) registered.push(listen);
    else listen(stream);
  };
  return {
    get isTTY() {
      return !isDirect && opened().isTTY === true;
    },
    get columns() {
      return isDirect ? undefined : opened().columns;
    },
    write: (text) => {
      const bytes = Buffer.from(stream === undefined && text.length <= left ? text : '');
      if (bytes.length === 0 || bytes.length > left) return opened().write(text);
      left -= bytes.length;
      const { rest, fault } = writeAll(fd, bytes);
      if (fault?.code === 'EAGAIN') return opened().write(rest);
      if (fault !== undefined) for (const listener of faulty) listener(fault);
      return true;
    },
    once: (event, listener) => register((now) => now.once(event, listener)),
    on: (event, listener) => {
      faulty.push(listener);
      register((now) => now.on(event, listener));
    },
  };
}

/** A file, a pipe or a socket; no terminal, and nothing that is not open. */
function takesText(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

function writeAll(fd: number, bytes: Buffer): { rest: Buffer; fault?: Fault } {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(fd, bytes, written);
    return { rest: bytes.subarray(written) };
  } catch (error) {
    return { rest: bytes.subarray(written), fault: error as Fault };
  }
}

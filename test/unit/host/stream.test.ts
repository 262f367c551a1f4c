import { execFileSync } from 'node:child_process';
import { closeSync, constants, createWriteStream, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { WriteStream } from 'node:tty';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLate } from '../../../src/host/stream.ts';
import { temporaryFolder } from '../../support/folder.ts';

const never = () => expect.unreachable('the stream was opened');

function openFile(path: string, flags: string | number): number {
  const fd = openSync(path, flags);
  onTestFinished(() => {
    try {
      closeSync(fd);
    } catch {}
  });
  return fd;
}

/** A pipe of which both ends are here. */
function openPipe(): { reader: number; writer: number } {
  const path = join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openFile(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { reader, writer: openFile(path, constants.O_WRONLY | constants.O_NONBLOCK) };
}

describe('a stream that is opened late', () => {
  it('writes a few words to a file without being opened', () => {
    const path = join(temporaryFolder(), 'out');
    const stream = openLate(openFile(path, 'w'), never);
    for (const text of ['one ', 'zwölf ', 'end\n']) expect(stream.write(text)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('one zwölf end\n');
  });

  it('writes a few words to a pipe without being opened', () => {
    const { reader, writer } = openPipe();
    openLate(writer, never).write('hello\n');
    const bytes = Buffer.alloc(100);
    expect(bytes.toString('utf8', 0, readSync(reader, bytes))).toBe('hello\n');
  });

  it('is opened for what is more, and keeps the order', async () => {
    const path = join(temporaryFolder(), 'out');
    const fd = openFile(path, 'w');
    const opened = createWriteStream('', { fd, autoClose: false });
    const stream = openLate(fd, () => opened as unknown as WriteStream);
    for (const letter of 'abc') stream.write(letter.repeat(7000));
    stream.write('d');
    await finished(opened.end());
    expect(readFileSync(path, 'utf8')).toBe(`${'a'.repeat(7000)}${'b'.repeat(7000)}${'c'.repeat(7000)}d`);
  });

  it('leaves what a full pipe does not take to the opened stream', () => {
    const { writer } = openPipe();
    expect(() => {
      for (;;) writeSync(writer, Buffer.alloc(4096));
    }).toThrow('EAGAIN');
    let passed = '';
    const write = (bytes: Buffer): boolean => {
      passed += bytes.toString();
      return false;
    };
    expect(openLate(writer, () => ({ write }) as unknown as WriteStream).write('late')).toBe(false);
    expect(passed).toBe('late');
  });

  it('tells whoever listens that the reader left', () => {
    const { reader, writer } = openPipe();
    const stream = openLate(writer, never);
    const heard: (string | undefined)[] = [];
    stream.on('error', ({ code }) => heard.push(code));
    closeSync(reader);
    stream.write('to nobody');
    expect(heard).toEqual(['EPIPE']);
  });

  it('hands listeners on to the stream that is opened', () => {
    const heard: string[] = [];
    const opened = {
      write: () => true,
      on: (event: string) => heard.push(`on ${event}`),
      once: (event: string) => heard.push(`once ${event}`),
    };
    const stream = openLate(openFile('/dev/null', 'w'), () => opened as unknown as WriteStream);
    stream.on('error', () => {});
    stream.once('close', () => {});
    expect(heard).toEqual([]);
    stream.write('x');
    stream.once('drain', () => {});
    expect(heard).toEqual(['on error', 'once close', 'once drain']);
  });

  it('asks the opened stream whether it is a terminal only where it may be one', () => {
    const terminal = { isTTY: true, columns: 120 } as WriteStream;
    expect(openLate(openFile('/dev/null', 'w'), () => terminal)).toMatchObject({ isTTY: true, columns: 120 });
    expect(openLate(openFile(join(temporaryFolder(), 'out'), 'w'), never)).toMatchObject({
      isTTY: false,
      columns: undefined,
    });
  });
});

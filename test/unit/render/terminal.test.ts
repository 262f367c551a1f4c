import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { linked, styled, table, text } from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import { type TerminalOptions, terminalSink } from '../../../src/render/terminal.ts';

/** One real stream for each way out, both written down in the order of their writes. */
function openTerminal(options: Partial<TerminalOptions> = {}) {
  const written: { stream: 'stdout' | 'stderr'; text: string }[] = [];
  const streamTo = (stream: 'stdout' | 'stderr') =>
    new Writable({
      decodeStrings: false,
      write: (chunk: string, _, done) => {
        written.push({ stream, text: chunk });
        done();
      },
    });
  const sink = terminalSink({
    stdout: streamTo('stdout'),
    stderr: streamTo('stderr'),
    color: false,
    live: false,
    hyperlinks: false,
    columns: () => 40,
    ...options,
  });
  const textOf = (stream?: 'stdout' | 'stderr') =>
    written.flatMap((part) => (stream === undefined || part.stream === stream ? [part.text] : [])).join('');
  return { sink, written, textOf };
}

/** What a screen shows after the bytes, as far as the live area uses its codes. */
function screenOf(bytes: string): string[] {
  const rows = [''];
  let row = 0;
  const visible = bytes.replaceAll('\u001b[A', '⇧').replaceAll('\u001b[2K', '⌫');
  for (const [part] of visible.matchAll(/[⇧⌫\r\n]|[^⇧⌫\r\n]+/g)) {
    if (part === '⇧') row -= 1;
    else if (part === '⌫') rows[row] = '';
    else if (part === '\n') row += 1;
    else if (part !== '\r') rows[row] = (rows[row] ?? '') + part;
    rows[row] ??= '';
  }
  return rows.slice(0, rows.findLastIndex((line) => line !== '') + 1);
}

const step = (id: number, title: string, state: 'running' | 'done' | 'failed', ms?: number): Event => ({
  type: 'step',
  id,
  title,
  state,
  ...(ms === undefined ? {} : { ms }),
});
const line = (words: string, stream: 'stdout' | 'stderr' = 'stdout'): Event => ({ type: 'line', stream, text: words });
const progress = (text: string): Event => ({ type: 'progress', stream: 'stdout', text });
const result = (...parts: Parameters<typeof text>): Event => ({ type: 'result', data: {}, blocks: [text(...parts)] });
const finished: Event = { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 };

describe('streams', () => {
  it('results go to stdout; steps, notes and errors to stderr; lines where the program wrote them', async () => {
    const { sink, textOf } = openTerminal();
    for (const event of [
      step(1, 'Build', 'running'),
      line('out'),
      line('err', 'stderr'),
      step(1, 'Build', 'done', 1500),
      { type: 'note', level: 'warning', blocks: [text('careful')] },
      result('done'),
      { type: 'error', outcome: 'failed', exitCode: 1, message: 'Broke', hint: 'ops doctor' },
      finished,
    ] satisfies Event[]) {
      await sink(event);
    }
    expect(textOf('stdout')).toBe('out\ndone\n');
    expect(textOf('stderr')).toBe('err\n✓ Build (1.5 s)\n! careful\n✗ Broke\n  → ops doctor\n');
  });

  it('answers at once while the streams take what it writes', () => {
    const { sink } = openTerminal();
    expect(sink(line('x'))).toBeUndefined();
  });

  it('waits while a stream cannot take more', async () => {
    const held: (() => void)[] = [];
    const slow = new Writable({ highWaterMark: 4, write: (_chunk, _encoding, done) => void held.push(done) });
    const { sink } = openTerminal({ stdout: slow });
    let waits = true;
    const waiting = sink(line('longer than four'))?.then(() => {
      waits = false;
    });
    const second = sink(line('and more'));
    await new Promise(setImmediate);
    expect(waits).toBe(true);
    held.shift()?.();
    await new Promise(setImmediate);
    held.shift()?.();
    await Promise.all([waiting, second]);
    expect(waits).toBe(false);
    expect(slow.listenerCount('drain')).toBe(0);
  });

  it('goes on without a word when its reader has left', async () => {
    const { sink, textOf } = openTerminal({
      stdout: new Writable({
        highWaterMark: 1,
        write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
      }),
    });
    await sink(line('one'));
    await new Promise(setImmediate);
    await sink(line('two'));
    await sink(line('three', 'stderr'));
    expect(textOf()).toBe('three\n');
  });

  it('says so when the output cannot be written', async () => {
    const { sink } = openTerminal({
      stdout: new Writable({
        write: (_chunk, _encoding, done) => done(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })),
      }),
    });
    await sink(line('one'));
    await new Promise(setImmediate);
    expect(() => sink(line('two'))).toThrow('cannot write to stdout: ENOSPC: no space left');
  });

  it('a real process whose reader leaves ends well', async () => {
    const program = `
      import { terminalSink } from './src/render/terminal.ts';
      const { stdout, stderr } = process;
      const sink = terminalSink({ stdout, stderr, color: false, live: false, hyperlinks: false, columns: () => 80 });
      for (let i = 0; i < 200; i += 1) await sink({ type: 'line', stream: 'stdout', text: 'x'.repeat(65536) });
      await sink({ type: 'note', level: 'info', blocks: [{ type: 'text', text: 'still here' }] });`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, errors }).toEqual({ code: 0, errors: 'still here\n' });
  });
});

describe('without colour', () => {
  it('no escape code is written, and links show their address', async () => {
    const { sink, textOf } = openTerminal();
    await sink(line('\u001b[31mred\u001b[0m \u001b]8;;https://a.b\u0007docs\u001b]8;;\u0007 end'));
    await sink(
      result(
        styled('bold', { bold: true }),
        ' ',
        linked('home', 'https://c.d'),
        ' ',
        linked('https://e.f', 'https://e.f'),
      ),
    );
    expect(textOf()).toBe('red docs end (https://a.b)\nbold home (https://c.d) https://e.f\n');
  });

  it('an address behind a table row leaves the columns where they are', async () => {
    const { sink, textOf } = openTerminal();
    await sink({
      type: 'result',
      data: {},
      blocks: [
        table(
          ['a', 'b'],
          [
            [linked('x', 'https://a.b'), 'y'],
            ['long', 'z'],
          ],
        ),
      ],
    });
    expect(textOf()).toBe('a     b\nx     y (https://a.b)\nlong  z\n');
  });
});

describe('with colour', () => {
  it('styles are drawn, in order, however many events come while they load', async () => {
    const { sink, textOf } = openTerminal({ color: true });
    const pending = [
      sink(line('plain')),
      sink(line('\u001b[1;31mred\u001b[0m')),
      sink(line('plain again')),
      sink(result(styled('x', { dim: true, italic: true, underline: true, strike: true, color: 'gray' }))),
      sink(result(styled('ops help', { code: true }))),
    ];
    expect(pending[0]).toBeUndefined();
    await Promise.all(pending);
    expect(textOf('stdout').split('\n')).toEqual([
      'plain',
      '\u001b[1m\u001b[31mred\u001b[39m\u001b[22m',
      'plain again',
      '\u001b[2m\u001b[3m\u001b[4m\u001b[9m\u001b[90mx\u001b[39m\u001b[29m\u001b[24m\u001b[23m\u001b[22m',
      '\u001b[36mops help\u001b[39m',
      '',
    ]);
    expect(sink(line('\u001b[32mgreen'))).toBeUndefined();
  });

  it('the words are those without colour', async () => {
    const events = [
      step(1, 'Build', 'done', 2000),
      result(styled('a', { bold: true }), linked('b', 'https://c.d')),
      line('\u001b[44mx\ty'),
    ];
    const [plain, colored] = [openTerminal(), openTerminal({ color: true })];
    for (const event of events) await Promise.all([plain.sink(event), colored.sink(event)]);
    expect(stripVTControlCharacters(colored.textOf())).toBe(plain.textOf());
  });
});

it('hyperlinks are OSC 8, one for neighbours with one address', async () => {
  const { sink, textOf } = openTerminal({ hyperlinks: true });
  await sink(
    result('see ', linked('the ', 'https://a.b'), { ...linked('docs', 'https://a.b'), style: { bold: true } }, '.'),
  );
  expect(textOf()).toBe('see \u001b]8;;https://a.b\u001b\\the docs\u001b]8;;\u001b\\.\n');
});

describe('the live area', () => {
  const opened: { close(): void }[] = [];
  const openLive = (options: Partial<TerminalOptions> = {}) => {
    let time = 0;
    const terminal = openTerminal({ live: true, now: () => time, ...options });
    opened.push(terminal.sink);
    const pass = (ms: number) => {
      time += ms;
    };
    return { ...terminal, pass, screen: () => screenOf(terminal.textOf()) };
  };
  afterEach(() => {
    for (const sink of opened.splice(0)) sink.close();
  });

  it('shows running steps below what is printed, and then how they ended', async () => {
    const { sink, screen, pass, textOf } = openLive();
    await sink(step(1, 'Build', 'running'));
    expect(screen()).toEqual(['⠋ Build']);
    await sink(step(2, 'Test', 'running'));
    await sink(line('compiling', 'stderr'));
    expect(screen()).toEqual(['compiling', '⠋ Build', '⠋ Test']);
    pass(3250);
    await sink(line('on stdout'));
    expect(screen()).toEqual(['compiling', 'on stdout', '⠹ Build (3 s)', '⠹ Test (3 s)']);
    await sink(step(1, 'Build', 'done', 3250));
    expect(screen()).toEqual(['compiling', 'on stdout', '✓ Build (3.3 s)', '⠹ Test (3 s)']);
    await sink(step(2, 'Test', 'failed', 10));
    expect(screen()).toEqual(['compiling', 'on stdout', '✓ Build (3.3 s)', '✗ Test']);
    expect(textOf('stdout')).toBe('on stdout\n');
  });

  it('cuts a title to the width of the screen, by cells', async () => {
    const { sink, screen } = openLive({ columns: () => 12 });
    await sink(step(1, '部署部署部署', 'running'));
    expect(screen()).toEqual(['⠋ 部署部署…']);
  });

  it('erases rows that a narrower window has wrapped', async () => {
    let width = 40;
    const { sink, written } = openLive({ columns: () => width });
    await sink(step(1, 'a title of 30 characters, yes.', 'running'));
    width = 20;
    await sink(step(1, 'a title of 30 characters, yes.', 'done'));
    expect(written.at(-1)?.text).toBe('\r\u001b[A\u001b[2K\u001b[A\u001b[2K✓ a title of 30 characters, yes.\n');
  });

  it('names no more than eight rows', async () => {
    const { sink, screen } = openLive();
    for (let id = 1; id <= 12; id += 1) await sink(step(id, `Step ${id}`, 'running'));
    expect(screen()).toHaveLength(8);
    expect(screen().at(-1)).toBe('  … and 5 more');
  });

  it('leaves the screen to a question, and comes back after it', async () => {
    const { sink, screen } = openLive();
    await sink(step(1, 'Deploy', 'running'));
    await sink({ type: 'ask', id: 1, question: 'Sure?' });
    expect(screen()).toEqual([]);
    await sink(line('yes', 'stderr'));
    expect(screen()).toEqual(['yes', '⠋ Deploy']);
  });

  it('is gone when the run ends, though a step never did', async () => {
    const { sink, screen } = openLive();
    await sink(step(1, 'Deploy', 'running'));
    await sink({ type: 'error', outcome: 'cancelled', exitCode: 130, message: 'Stopped' });
    await sink(finished);
    expect(screen()).toEqual(['✗ Stopped']);
  });

  it('turns its spinner by itself', async () => {
    const { sink, screen, pass, written } = openLive();
    await sink(step(1, 'Deploy', 'running'));
    const count = written.length;
    pass(100);
    while (written.length === count) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(screen()).toEqual(['⠙ Deploy']);
  });

  it('shows what is not whole yet below the steps, until its line comes', async () => {
    const { sink, screen, textOf } = openLive({ columns: () => 20 });
    await sink(step(1, 'Build', 'running'));
    await sink(progress('10 %'));
    await sink(progress('20 % \u001b[31mof a long way to go'));
    expect(screen()).toEqual(['⠋ Build', '20 % of a long way…']);
    await sink(line('other', 'stderr'));
    expect(screen()).toEqual(['other', '⠋ Build', '20 % of a long way…']);
    await sink(line('10 %\r100 %'));
    expect(screen()).toEqual(['other', '100 %', '⠋ Build']);
    expect(textOf('stdout')).toBe('100 %\n');
  });

  it('shows what is not whole yet where no step runs, and nothing of it in the end', async () => {
    const { sink, screen } = openLive();
    await sink(progress('Password:'));
    expect(screen()).toEqual(['Password:']);
    await sink(progress(''));
    expect(screen()).toEqual([]);
    await sink(progress('20 %'));
    await sink(finished);
    expect(screen()).toEqual([]);
  });

  it('leaves the screen to a question though something goes on', async () => {
    const { sink, screen } = openLive();
    await sink({ type: 'ask', id: 1, question: 'Sure?' });
    await sink(progress('20 %'));
    expect(screen()).toEqual([]);
  });

  it('what is not whole yet prints nothing where nothing is live', async () => {
    const { sink, textOf } = openTerminal();
    await sink(progress('10 %'));
    await sink(line('100 %'));
    expect(textOf()).toBe('100 %\n');
  });

  it('a step that is running prints nothing where nothing is live', async () => {
    const { sink, textOf } = openTerminal();
    await sink(step(1, 'Deploy', 'running'));
    await sink(finished);
    expect(textOf()).toBe('');
  });
});

it('a bell rings where the terminal has one, and nowhere else', async () => {
  const [ringing, silent] = [openTerminal({ bell: true }), openTerminal()];
  for (const { sink } of [ringing, silent]) await sink({ type: 'ring' });
  expect([ringing.textOf('stderr'), ringing.textOf('stdout'), silent.textOf()]).toEqual(['\u0007', '', '']);
});

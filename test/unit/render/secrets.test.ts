import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/context/events.ts';
import { createRedactor } from '../../../src/context/redact.ts';
import { shownOf } from '../../../src/render/ansi.ts';
import { messageWords, renderMessage } from '../../../src/render/slack.ts';
import { terminalSink } from '../../../src/render/terminal.ts';
import { createWindow } from '../../../src/render/window.ts';
import { createLineSplitter } from '../../../src/system/lines.ts';

const secret = 'hunter2-Xyz_9';

/** What a terminal and a room show of a program's output, which came in these pieces. */
function shown(pieces: readonly Buffer[], secrets = [secret]): string {
  const redactor = createRedactor(secrets, shownOf);
  const splitter = createLineSplitter();
  const texts = [...pieces.map(splitter.push), splitter.end()].filter((text) => text !== undefined);
  const events = texts.map((text): Event => redactor.event({ type: 'line', stream: 'stdout', text }));
  return [terminal(events, false), terminal(events, true), room(events)].join('\n');
}

function terminal(events: readonly Event[], hyperlinks: boolean): string {
  let written = '';
  const stream = { write: (text: string) => (written += text), on: () => {}, once: () => {} };
  const sink = terminalSink({
    stdout: stream,
    stderr: stream,
    color: false,
    live: false,
    columns: () => 80,
    hyperlinks,
  });
  for (const event of events) void sink(event);
  return written;
}

function room(events: readonly Event[]): string {
  const window = createWindow({ head: 1000, tail: 2000 });
  for (const event of events) window.add(event);
  const view = { line: 'ops x', actor: 'mary', state: 'ok', window: { ...window.lines(), live: [] } } as const;
  const { text, blocks } = renderMessage(view);
  return `${text}\n${messageWords(blocks)}\n${JSON.stringify(blocks)}`;
}

const once = (text: string, secrets?: string[]): string => shown([Buffer.from(text)], secrets);
const [first, last] = [secret.slice(0, 5), secret.slice(5)];
const link = (address: string, text: string) => `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\`;

describe('a secret that a program prints', () => {
  it.each([
    ['as it is', secret],
    ['in the address of a link', link(`https://x:${secret}@host.example/?t=${secret}`, 'click')],
    ['in an address that lasts over lines', `\x1b]8;;https://x.example/${secret}\x1b\\\none\ntwo`],
    ['with a colour in its midst', `${first}\x1b[31m${last}`],
    ['with a colour of one byte in its midst', `${first}\u009b31m${last}`],
    ['with a character set in its midst', `${first}\x1b(B${last}`],
    ['with a step back in its midst', `${first}x\b${last}`],
    ['with a cursor that goes back in its midst', `${first}xyz\x1b[3D${last}`],
    ['with its end first', `\x1b[6G${last}\r${first}`],
    ['over what stood there', `${'x'.repeat(30)}\r${secret}`],
    ['with a title in its midst', `${first}\x1b]0;title\x07${last}`],
    ['with a link in its midst', `${first}${link('https://x.example', last)}`],
    ['with nothing in its midst', `${first}\0${last}`],
    ['with what nobody sees in its midst', `${first}\u200b\u2060${last}`],
    ['as the name of a picture', `\x1b]1337;File=name=${btoa(secret)};inline=1:AAAA\x07`],
  ])('%s is not shown', (_, output) => {
    expect(once(`before\n${output}\nafter`).replace(/[\u200b\u2060]/g, '')).not.toContain(secret);
    expect(once(`before\n${output}\nafter`)).toContain('••••');
  });

  it('over several lines is not shown', () => {
    expect(once('one\n\x1b[1mtwo\x1b[0m\r\nthree', ['one\ntwo'])).not.toContain('two');
  });

  it('leaves the colours and the links of other lines', () => {
    const { event } = createRedactor([secret, '1'], shownOf);
    const lines = ['\x1b[1;31mred\x1b[0m', link('https://x.example', 'logs')];
    const text = [lines[0], `\x1b[1m${secret}`, lines[1]].join('\n');
    expect(event({ type: 'line', stream: 'stdout', text })).toMatchObject({
      text: [lines[0], '\x1b[1m••••', lines[1]].join('\n'),
    });
  });
});

const noise = fc.constantFrom(
  ...['\x1b[1m', '\x1b[0m', '\x1b[38;5;1m', '\x1b(B', '\x1b=', '\u009b31m', '\u009d0;t\u009c', 'x\b', 'xy\x1b[2D'],
  ...['\x1b[C\x1b[D', '\0', '\x07', '\x0e', '\x1b]0;t\x07', '\x1b]8;;https://a.example\x1b\\', '\x1b]8;;\x1b\\'],
  ...['\x1bPq\x1b\\', '\x1b[K', '\u200b', '\u00ad', '\x1b', '\x1b[', '\x1b]8;;x', '', '', '', ''],
);

/** The secret with something between its characters, and something around it. */
const hidden = fc
  .tuple(fc.array(noise, { minLength: secret.length + 1, maxLength: secret.length + 1 }), noise, noise)
  .map(([between, before, after]) => {
    const characters = [...secret].map((character, at) => `${at === 0 ? '' : between[at]}${character}`);
    return `${before}${characters.join('')}${after}`;
  });

const output = fc.array(
  fc.oneof(
    hidden,
    hidden.map((text) => link(`https://x.example/${text}`, text)),
    noise,
    fc.string(),
    fc.constant('\n'),
  ),
);

describe('no secret', () => {
  it('is shown by either surface, whatever is written between its characters and however the output is cut', () => {
    fc.assert(
      fc.property(output, fc.array(fc.nat(400)), (parts, cuts) => {
        const bytes = Buffer.from(parts.join(''));
        const ends = [...cuts.filter((cut) => cut < bytes.length).sort((one, other) => one - other), bytes.length];
        const pieces = ends.map((end, at) => bytes.subarray(at === 0 ? 0 : ends[at - 1], end));
        expect(shown(pieces).replace(/\p{Default_Ignorable_Code_Point}/gu, '')).not.toContain(secret);
      }),
      { numRuns: 2000 },
    );
  });
});

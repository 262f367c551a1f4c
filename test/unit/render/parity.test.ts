import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, Span } from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import { messageWords, renderMessage } from '../../../src/render/slack.ts';
import { terminalSink } from '../../../src/render/terminal.ts';
import { createWindow } from '../../../src/render/window.ts';
import { checkBlocks } from '../../../src/sandbox/api/blocks/check.ts';

async function terminalWords(events: readonly Event[]): Promise<string> {
  let printed = '';
  const open = () =>
    new Writable({
      decodeStrings: false,
      write: (chunk: string, _, done) => {
        printed += chunk;
        done();
      },
    });
  const sink = terminalSink({
    stdout: open(),
    stderr: open(),
    color: false,
    live: false,
    hyperlinks: false,
    columns: () => 80,
  });
  for (const event of events) await sink(event);
  return printed;
}

function roomBlocks(events: readonly Event[]): unknown[] {
  const window = createWindow({ head: 5000, tail: 100_000 });
  for (const event of events) window.add(JSON.parse(JSON.stringify(event)));
  const { blocks } = renderMessage({
    line: 'ops x',
    actor: 'Ana',
    state: 'ok',
    exitCode: 0,
    ms: 10,
    run: 'r1',
    window: { ...window.lines(), live: window.live(), progress: window.progress() },
  });
  return JSON.parse(JSON.stringify(blocks));
}

const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    'a\tb',
    'one\r\ntwo',
    '日本',
    '👩‍💻',
    'שלום',
    '\u202e',
    '\ud800',
    '\0',
    '\u200b\u200b',
    '<!channel>',
    '`x`',
    '&amp;',
  ),
);
const url = fc.constantFrom('https://a.b', 'https://a.b/c?d=e&f', 'mailto:a@b.c', 'javascript:x', 'https://a\u0007');
const style = fc.record(
  {
    bold: fc.boolean(),
    italic: fc.boolean(),
    strike: fc.boolean(),
    code: fc.boolean(),
    color: fc.constantFrom('red', 'gray'),
  },
  { requiredKeys: [] },
);
const linkSpan = fc.oneof(
  fc.tuple(words, url).map(([text, link]): Span => ({ text, link })),
  url.map((link): Span => ({ text: link, link })),
);
const mentioned: Span = { text: 'ada', user: 'U1' };
const span = fc.oneof(linkSpan, fc.record({ text: words, style }), fc.constant(mentioned));
const inline: fc.Arbitrary<Inline> = fc.oneof(words, span, fc.array(fc.oneof(words, span), { maxLength: 4 }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('text'), text: inline }),
  fc.record({
    type: fc.constant('fields'),
    fields: fc.array(fc.record({ name: words, value: inline }), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('table'),
    columns: fc.array(fc.record({ name: words, align: fc.constantFrom('left', 'right') }), { maxLength: 3 }),
    rows: fc.array(fc.array(inline, { maxLength: 4 }), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('list'), items: fc.array(inline, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('code'), text: words }),
  fc.record({ type: fc.constant('link'), url, text: words }),
  fc.record({ type: fc.constant('link'), url }),
  fc.record({ type: fc.constant('image'), path: words, alt: words }),
  fc.record({ type: fc.constant('file'), path: words, title: words }),
) as fc.Arbitrary<Block>;

const escapes = fc.constantFrom(
  '\u001b[1;31m',
  '\u001b[0m',
  '\u001b]8;;https://e.f\u0007',
  '\u001b]8;;\u0007',
  '\u001b[K',
  '\u001b[2K',
  '\u001b[3D',
  '\u001b]1337;File=inline=1:QUJD\u0007',
  '\r',
  '\b',
  '\t',
);
const programText = fc.array(fc.oneof(words, escapes), { maxLength: 8 }).map((parts) => parts.join(''));
const stream = fc.constantFrom('stdout', 'stderr');
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('line'), stream, text: programText }) },
  fc.record({ type: fc.constant('progress'), stream, text: programText }),
  fc.record({
    type: fc.constant('step'),
    id: fc.integer({ min: 1, max: 3 }),
    title: words,
    state: fc.constantFrom('running', 'done', 'failed'),
    ms: fc.integer({ min: 0, max: 5000 }),
  }),
  fc.record({
    type: fc.constant('note'),
    level: fc.constantFrom('info', 'warning'),
    blocks: fc.array(block, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('result'), data: fc.constant({}), blocks: fc.array(block, { maxLength: 3 }) }),
  fc.record(
    {
      type: fc.constant('error'),
      outcome: fc.constantFrom('failed', 'bug', 'usage'),
      exitCode: fc.constant(1),
      message: words,
      hint: words,
      run: fc.constant('r1'),
    },
    { requiredKeys: ['type', 'outcome', 'exitCode', 'message'] },
  ),
  fc.record({ type: fc.constant('ask'), id: fc.constant(1), question: words }),
) as fc.Arbitrary<Event>;
const soFar = fc.array(event, { maxLength: 12 });
const run = fc
  .array(event, { maxLength: 12 })
  .map((events): Event[] => [...events, { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 }]);

describe('a room and a terminal', () => {
  it('show the same words, whatever a run says', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (events) => {
        expect(messageWords(roomBlocks(events), { U1: 'ada' })).toBe(await terminalWords(events));
      }),
      { numRuns: 2000 },
    );
  });

  it('and the room takes every message', () => {
    fc.assert(
      fc.property(fc.oneof(run, soFar), (events) => {
        const blocks = roomBlocks(events);
        expect(checkBlocks(blocks)).toEqual([]);
        expect(JSON.stringify(blocks)).not.toContain('"text":""');
        expect(JSON.stringify(blocks)).not.toContain('"elements":[]');
      }),
      { numRuns: 1000 },
    );
  });
});

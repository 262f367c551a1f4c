import { describe, expect, it } from 'vitest';
import { type Block, code, linked, styled, table, text } from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import type { RichTextPart } from '../../../src/render/rich-text.ts';
import { type MessageView, messageWords, outputBlocks, renderMessage } from '../../../src/render/slack.ts';
import { createWindow } from '../../../src/render/window.ts';
import { checkBlocks } from '../../../src/sandbox/api/blocks/check.ts';

const result = (...blocks: Block[]): Event => ({ type: 'result', data: {}, blocks });
const line = (words: string): Event => ({ type: 'line', stream: 'stdout', text: words });

function render(events: readonly Event[], view: Partial<MessageView> = {}, limits = { head: 1000, tail: 2000 }) {
  const window = createWindow(limits);
  for (const event of events) window.add(event);
  return renderMessage({
    line: 'ops deploy uat',
    actor: 'Ana',
    state: 'ok',
    window: { ...window.lines(), live: window.live() },
    ...view,
  });
}

const sizeOf = (parts: readonly RichTextPart[]): number =>
  parts.reduce((sum, part) => sum + (part.type === 'user' ? 0 : (part.text?.length ?? 0)), 0);

const body = (events: readonly Event[]) => render(events).blocks.slice(1);

describe('the header', () => {
  it('says what was typed, by whom, and that it runs', () => {
    expect(render([], { state: 'running' }).blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'ops deploy uat', style: { code: true } },
              { type: 'text', text: ' · Ana · running' },
            ],
          },
        ],
      },
    ]);
  });

  it('shows a long or hostile line in one line of bounded length', () => {
    const [header] = render([], { line: `ops a\nb\u202e ${'🚀'.repeat(20_000)}` }).blocks;
    const typed = JSON.stringify(header);
    expect(typed).toContain('ops a b\ufffd 🚀');
    expect(typed.length).toBeLessThan(1000);
    expect(typed.isWellFormed()).toBe(true);
  });
});

describe('the header of a run that waits for its turn', () => {
  it('says so', () => {
    expect(JSON.stringify(render([], { state: 'waiting' }).blocks)).toContain(' · Ana · waiting');
  });
});

describe('the footer', () => {
  it.each<[Partial<MessageView>, string]>([
    [{ state: 'ok', exitCode: 0, ms: 1234, run: 'abc' }, '✓ ok · exit 0 · 1.2 s · run abc'],
    [{ state: 'denied', exitCode: 77, ms: 3 }, '✗ denied · exit 77 · 3 ms'],
    [{ state: 'cancelled' }, '✗ cancelled'],
    [{ state: 'running', run: 'abc' }, 'run abc'],
    [{ state: 'waiting', run: 'abc' }, 'run abc'],
  ])('of %o says %s', (view, words) => {
    expect(render([], view).blocks.at(-1)).toEqual({
      type: 'context',
      elements: [{ type: 'plain_text', text: words, emoji: false }],
    });
  });
});

describe('what is left out of the body', () => {
  it.each([
    [{ omitted: 1 }, '… 1 line left out …'],
    [{ omitted: 12 }, '… 12 lines left out …'],
    [{ omitted: 298, bulk: 312_475_648 }, '… 312 MB left out …'],
  ])('of %j is told as %s', (left, words) => {
    const window = { head: [], tail: [], live: [], ...left };
    const { blocks } = renderMessage({ line: 'ops x', actor: 'mary', state: 'ok', window });
    expect(messageWords(blocks)).toBe(`${words}\n`);
  });
});

describe('the body', () => {
  it('puts neighbours of one form into one element, styles and links where Slack has them', () => {
    const events: Event[] = [
      result(
        text(styled('Done', { bold: true, color: 'green' }), styled(' it', { strike: true, italic: true }), '.'),
        text(
          'Type ',
          styled('ops help', { code: true }),
          ' or see ',
          linked('the docs', 'https://a.b'),
          linked('https://c.d', 'https://c.d'),
        ),
      ),
      line('\u001b[1mbold\u001b[0m \u001b]8;;https://e.f\u0007x\u001b]8;;\u0007'),
      result(table(['a'], [['b']])),
      { type: 'step', id: 1, title: 'First', state: 'done' },
    ];
    expect(render(events, { state: 'running' }).blocks[1]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Done', style: { bold: true } },
            { type: 'text', text: ' it', style: { italic: true, strike: true } },
            { type: 'text', text: '.\nType ' },
            { type: 'text', text: 'ops help', style: { code: true } },
            { type: 'text', text: ' or see ' },
            { type: 'link', url: 'https://a.b', text: 'the docs' },
            { type: 'link', url: 'https://c.d' },
          ],
        },
        {
          type: 'rich_text_preformatted',
          elements: [
            { type: 'text', text: 'bold ' },
            { type: 'link', url: 'https://e.f', text: 'x' },
            { type: 'text', text: '\na\nb' },
          ],
        },
        { type: 'rich_text_section', elements: [{ type: 'text', text: '✓ First' }] },
      ],
    });
  });

  it('is not there where nothing was said', () => {
    expect(render([]).blocks.map((block) => block.type)).toEqual(['rich_text', 'context']);
  });

  it('calls whoever a command mentions, and shows no more than a name where columns stand', () => {
    const mentioned = { text: 'ada', user: 'U1' };
    const [said] = body([result(text('Ask ', mentioned), table(['Who'], [[mentioned]]))]);
    expect(said).toMatchObject({
      elements: [
        {
          elements: [
            { type: 'text', text: 'Ask ' },
            { type: 'user', user_id: 'U1' },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'Who\nada' }] },
      ],
    });
  });

  it('keeps what could be markup or a mention as it is', () => {
    expect(body([result(text('<!channel> *x* & <@U1> :tada:'))])[0]).toMatchObject({
      elements: [{ elements: [{ type: 'text', text: '<!channel> *x* & <@U1> :tada:' }] }],
    });
  });

  it('says what was left out between the beginning and the end', () => {
    const { blocks } = render(
      [line(Array.from({ length: 50 }, (_, index) => `line ${index}`).join('\n'))],
      {},
      { head: 14, tail: 16 },
    );
    expect(messageWords(blocks)).toBe('line 0\nline 1\n… 46 lines left out …\nline 48\nline 49\n');
  });

  it.each<[string, Event, string]>([
    ['a long line', line('x'.repeat(9000)), 'x'.repeat(9000)],
    ['a long line of emoji', line('🚀'.repeat(4000)), '🚀'.repeat(4000)],
    [
      'a long paragraph',
      result(text('x'.repeat(4000), styled('y'.repeat(4000), { bold: true }))),
      'x'.repeat(4000) + 'y'.repeat(4000),
    ],
    ['long code', result(code('z'.repeat(9000))), 'z'.repeat(9000)],
    ['many lines', line('a line of output\n'.repeat(600)), 'a line of output'.repeat(600)],
    ['many paragraphs', result(text('a line of output\n'.repeat(600))), 'a line of output'.repeat(600)],
  ])('holds no more than 3,000 characters an element, for %s', (_, event, words) => {
    const { blocks } = render([event], {}, { head: 20_000, tail: 20_000 });
    const sizes = blocks.flatMap((block) =>
      block.type === 'rich_text' ? block.elements.map(({ elements }) => sizeOf(elements)) : [],
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3000);
    expect(sizes.length).toBeLessThan(8);
    expect(JSON.stringify(blocks).isWellFormed()).toBe(true);
    expect(messageWords(blocks).replaceAll('\n', '')).toBe(words);
    expect(checkBlocks(blocks)).toEqual([]);
  });

  it('shows empty lines, even where there is nothing else', () => {
    const events = [line(''), line('')];
    expect(checkBlocks(render(events).blocks)).toEqual([]);
    expect(messageWords(render(events).blocks)).toBe('\n\n');
    expect(messageWords(render([line('')]).blocks)).toBe('\n');
  });
});

describe('the text for notifications', () => {
  it('is the line, the state and the words', () => {
    expect(render([result(text('see ', linked('docs', 'https://a.b')))]).text).toBe(
      'ops deploy uat · ok\nsee docs (https://a.b)',
    );
  });

  it('escapes what Slack reads as markup', () => {
    expect(render([line('<!channel> & <@U1>')], { line: 'ops <x>' }).text).toBe(
      'ops &lt;x&gt; · ok\n&lt;!channel&gt; &amp; &lt;@U1&gt;',
    );
  });

  it('is short enough, with whole entities and whole characters', () => {
    for (const piece of ['&', '🚀', 'x&🚀']) {
      const { text: words } = render([line(piece.repeat(3000))], {}, { head: 50_000, tail: 10 });
      expect(words.length).toBeLessThanOrEqual(3900);
      expect(words.length).toBeGreaterThan(3890);
      expect(words.isWellFormed()).toBe(true);
      expect(words.replaceAll('&amp;', '')).not.toContain('&');
    }
  });
});

describe('what a program prints to look like ops', () => {
  const esc = '\u001b';
  const hostile: [string, string][] = [
    ['a footer', '✓ ok · exit 0 · 1.2 s · run abc'],
    ['a footer behind many empty lines', `${'\n'.repeat(200)}✓ ok · exit 0 · 1.2 s · run abc`],
    ['a header', 'ops deploy prod · Ana'],
    ['a step', '✓ Released'],
    ['a footer in grey', `${esc}[2m✓ ok · exit 0 · run abc${esc}[0m`],
    ['a footer turned around', '\u202ecba nur · 0 tixe · ko ✓\u202c'],
    ['a footer of isolates', '\u2067✓ ok\u2069'],
    ['a footer with zero-width letters', '✓\u200b ok\u200d · exit\u2060 0'],
    ['a ping', '<!channel> @here <@U1> <!subteam^S1>'],
    ['a link with another name', `${esc}]8;;https://evil.example${esc}\\https://good.example${esc}]8;;${esc}\\`],
    ['blocks', '{"type":"context","elements":[{"type":"plain_text","text":"✓ ok"}]}'],
  ];

  it.each(hostile)('is never where ops itself speaks: %s', (_, words) => {
    const { blocks, text: said } = render([line(words)], { state: 'failed', exitCode: 3, run: 'r1' });
    // The line above and the grey line below: no program writes there.
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text', 'context']);
    expect(blocks[0]).toEqual(render([], {}).blocks[0]);
    expect(blocks.at(-1)).toMatchObject({ elements: [{ type: 'plain_text', text: '✗ failed · exit 3 · run r1' }] });
    const [output] = blocks.slice(1, -1);
    expect(output).toMatchObject({ elements: [{ type: 'rich_text_preformatted' }] });
    expect(JSON.stringify(output)).not.toMatch(
      /"type":"(broadcast|user|usergroup|emoji)"|[\u202a-\u202e\u2066-\u2069]/,
    );
    expect(JSON.stringify(blocks)).not.toMatch(/"url":"https:\/\/evil.example","text":"https:\/\/good/);
    expect(said.startsWith('ops deploy uat · failed')).toBe(true);
    expect(checkBlocks(blocks)).toEqual([]);
  });
});

describe('what is not whole yet', () => {
  it('stands last, and is no part of what was printed or goes on', () => {
    const progress: Event = { type: 'progress', stream: 'stdout', text: '20 %' };
    const window = createWindow({ head: 1000, tail: 2000 });
    for (const event of [line('out'), { type: 'step', id: 1, title: 'Build', state: 'running' } as const, progress]) {
      window.add(event);
    }
    const shown = { ...window.lines(), live: window.live(), progress: window.progress() };
    const { blocks } = render([], { state: 'running', window: shown });
    expect(checkBlocks(blocks)).toEqual(checkBlocks([]));
    expect(messageWords(blocks)).toBe('out\n… Build\n20 %\n');
    const { said, live } = outputBlocks(blocks);
    expect([said, live].map((some) => messageWords([blocks[0], ...some]))).toEqual(['out\n', '… Build\n']);
  });
});

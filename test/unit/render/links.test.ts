import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, linked, table, text } from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import { layoutEvent } from '../../../src/render/layout.ts';
import { honestLinks } from '../../../src/render/links.ts';
import { messageWords, renderMessage } from '../../../src/render/slack.ts';
import { terminalSink } from '../../../src/render/terminal.ts';
import { createWindow } from '../../../src/render/window.ts';

const evil = 'https://evil.example/x';

/** What is seen where links click, and where each leads. */
const drawn = (...spans: { text: string; link?: string }[]) =>
  honestLinks(spans)
    .map(({ text, link }) => (link === undefined ? text : `[${text}]${link}`))
    .join('');

describe('a link', () => {
  it.each([
    ['#42', evil],
    ['v1.2.0', evil],
    ['1.2', evil],
    ['v1.2.0-rc.1', evil],
    ['logs', evil],
    ['build.log', evil],
    ['report.html', evil],
    ['src/main/app.py', evil],
    ['src/app.ts:42', evil],
    ['Merge pull request #42 from ana/fix', evil],
    ['a.b', evil],
    ['…', evil],
    ['e.g. this', evil],
    [evil, evil],
    ['https://evil.example', evil],
    ['HTTPS://EVIL.EXAMPLE/other', evil],
    ['evil.example/x', evil],
    ['www.evil.example', evil],
    ['evil.example:443 (logs)', evil],
    ['https://ci.example/?to=https://bank.example/', 'https://ci.example/?to=https://bank.example/#end'],
    ['ana@bank.example', 'mailto:ana@bank.example'],
    ['Ana <ana@bank.example>', 'mailto:Ana@bank.example?subject=x'],
    ['münchen.example', 'https://xn--mnchen-3ya.example/'],
    ['https://10.0.0.1/', 'https://10.0.0.1/x'],
  ])('that reads %j and leads to %s stays as it is', (label, to) => {
    expect(drawn({ text: label, link: to })).toBe(`[${label}]${to}`);
  });

  it.each([
    'https://bank.example/login',
    'see https://bank.example/login now',
    '(https://bank.example/login)',
    'to=https://bank.example',
    'https:\\\\bank.example',
    'http://localhost:3000',
    'http://[::1]/',
    'bank.example',
    'Bank.Example/login',
    'bank.example:443',
    '“bank.example”',
    '10.0.0.1',
    'www.bank.example',
    'ana@bank.example',
    'https://bank.example@evil.example/x',
    'https://evil.example.bank.example',
    'bаnk.example',
    'bank。example',
    'bank.example∕login',
    'https\u200b://bank.example',
    'ｈttps：／／bank．example',
    '@channel',
    '@here',
    'hi @mary',
    '＠channel',
    '@\u2060channel',
    '<@U123>',
    '#general',
  ])('that reads %j and leads elsewhere is text, with its address beside it', (label) => {
    expect(drawn({ text: label, link: evil })).toBe(`${label} ([${evil}]${evil})`);
  });

  it('that reads like an address together with what it touches is such a one', () => {
    const other = 'https://evil.example/y';
    expect(drawn({ text: 'go to bank' }, { text: '.example/login', link: evil })).toContain(`([${evil}]`);
    expect(drawn({ text: 'https://', link: evil }, { text: 'bank.example', link: other })).toContain(`([${other}]`);
    expect(drawn({ text: 'ci.example' }, { text: ' logs', link: evil })).toBe(`ci.example[ logs]${evil}`);
    expect(drawn({ text: 'https://evil.example ' }, { text: 'logs', link: evil })).toBe(
      `https://evil.example [logs]${evil}`,
    );
  });

  it('that touches an address which says where it leads is not read with it', () => {
    const [docs, address] = [
      { text: 'the docs', link: evil },
      { text: 'https://a.b', link: 'https://a.b' },
    ];
    expect(drawn(docs, address)).toBe(`[the docs]${evil}[https://a.b]https://a.b`);
  });

  it('of several styles is one', () => {
    const [bold, plain] = [{ text: 'bank', style: { bold: true } }, { text: '.example' }];
    expect(
      honestLinks([
        { ...bold, link: evil },
        { ...plain, link: evil },
      ]).map(({ text }) => text),
    ).toEqual(['bank', '.example', ' (', evil, ')']);
  });

  it('among thousands without a blank takes no more than its share of the time', () => {
    const spans = Array.from({ length: 10_000 }, (_, index) => ({ text: 'x', link: `${evil}/${index}` }));
    expect(honestLinks(spans)).toHaveLength(10_000);
  });
});

describe('a forged link', () => {
  const osc = (label: string) => `\x1b]8;;${evil}\x1b\\${label}\x1b]8;;\x1b\\`;
  const events: [string, Event][] = [
    ["in a program's line", { type: 'line', stream: 'stdout', text: `at ${osc('https://bank.example/login')} now` }],
    ['that lasts over lines', { type: 'line', stream: 'stdout', text: `\x1b]8;;${evil}\x1b\\\nbank.example` }],
    ['in a text', { type: 'note', level: 'info', blocks: [text('at ', linked('@channel', evil))] }],
    ['of its own', { type: 'result', data: 1, blocks: [link(evil, 'bank.example')] }],
    ['in a table', { type: 'result', data: 1, blocks: [table(['at', 'by'], [[linked('bank.example', evil), 'ana']])] }],
  ];

  it.each(events)('%s shows its address, in the same words on each surface', (_, event) => {
    const words = terminal(event, false);
    expect(words).toContain(` (${evil})`);
    expect(words.split(evil)).toHaveLength(2);
    expect(clicked(terminal(event, true))).toBe(words);
    expect(room(event)).toBe(words);
    for (const { text, link } of layoutEvent(event).flatMap(({ spans }) => spans))
      if (link !== undefined) expect(text).toBe(link);
  });

  it('is none, whatever the label', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), fc.string(), (url, before, after) => {
        fc.pre(URL.parse(url)?.hostname !== 'evil.example');
        const event: Event = { type: 'note', level: 'info', blocks: [text(linked(`${before} ${url} ${after}`, evil))] };
        expect(clicked(terminal(event, true))).toContain(`(${evil})`);
      }),
    );
  });
});

/** Without the codes of links. */
const clicked = (written: string) => written.replaceAll(`\x1b]8;;${evil}\x1b\\`, '').replaceAll('\x1b]8;;\x1b\\', '');

function terminal(event: Event, hyperlinks: boolean): string {
  let written = '';
  const stream = { write: (text: string) => (written += text), on: () => {}, once: () => {} };
  void terminalSink({ stdout: stream, stderr: stream, color: false, live: false, columns: () => 80, hyperlinks })(
    event,
  );
  return written;
}

function room(event: Event): string {
  const window = createWindow({ head: 1000, tail: 2000 });
  window.add(event);
  const view = { line: 'ops x', actor: 'mary', state: 'ok', window: { ...window.lines(), live: [] } } as const;
  return messageWords(renderMessage(view).blocks);
}

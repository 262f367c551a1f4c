import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/context/events.ts';
import { createRedactor } from '../../../src/context/redact.ts';
import { shownOf } from '../../../src/render/ansi.ts';
import { createLineSplitter } from '../../../src/system/lines.ts';

type LineEvent = Extract<Event, { type: 'line' }>;
const line = (text: string, stream: LineEvent['stream'] = 'stdout'): LineEvent => ({ type: 'line', stream, text });

/** What comes out of a run's sink, each time that something goes in. */
function follow(secrets: readonly string[]) {
  const told: Event[] = [];
  const sink = createRedactor(secrets, shownOf).sink((event) => {
    told.push(event);
    return undefined;
  });
  return {
    tell: (event: Event): string[] => {
      void sink(event);
      return told.splice(0).map((one) => (one.type === 'line' || one.type === 'progress' ? one.text : one.type));
    },
  };
}

const finished: Event = { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 };
const key = ['-----BEGIN EC PRIVATE KEY-----', 'A'.repeat(64), 'B3='.padStart(20, 'b'), '-----END EC PRIVATE KEY-----'];

describe('lines that come one after the other', () => {
  it('are told at once, as long as no secret goes on over lines', () => {
    const { tell } = follow(['token-1234', 'other-secret']);
    expect(tell(line('one toke'))).toEqual(['one toke']);
    expect(tell(line('a token-1234'))).toEqual(['a ••••']);
    expect(tell(line('o'))).toEqual(['o']);
  });

  it('wait while they may become a secret, and no longer', () => {
    const { tell } = follow(['one\ntwo\nthree']);
    expect(tell(line('zero\none'))).toEqual(['zero']);
    expect(tell(line('two'))).toEqual([]);
    expect(tell(line('three\nfour'))).toEqual(['••••\n••••\n••••\nfour']);
    expect(tell(line('one'))).toEqual([]);
    expect(tell(line('else'))).toEqual(['one\nelse']);
  });

  it.each(['result', 'error', 'finished', 'ask'] as const)('are told before the end: %s', (type) => {
    const { tell } = follow(['one\ntwo']);
    const ends: Record<typeof type, Event> = {
      result: { type, data: {}, blocks: [] },
      error: { type, outcome: 'failed', exitCode: 1, message: 'no' },
      ask: { type, id: 1, question: 'Go on?' },
      finished,
    } as Record<typeof type, Event>;
    expect(tell(line('one'))).toEqual([]);
    expect(tell(ends[type])).toEqual(['one', type]);
  });

  it('wait each for its own output, with their pictures', () => {
    const { tell } = follow(['one\ntwo']);
    const pictures = [{ name: 'a.png', alt: 'a', content: '', layout: '' }];
    expect(tell({ ...line('one'), pictures })).toEqual([]);
    expect(tell(line('two', 'stderr'))).toEqual(['two']);
    expect(tell({ type: 'step', id: 1, title: 'x', state: 'running' })).toEqual(['step']);
    expect(tell(line('two'))).toEqual(['••••\n••••']);
  });

  it('have the lines of a private key masked as they come, also in colours', () => {
    const { tell } = follow([]);
    const lines = key.map((one) => `\x1b[32m${one}\x1b[0m`);
    expect(key.map((one) => tell(line(one)))).toEqual([[key[0]], ['••••'], ['••••'], [key[3]]]);
    expect(lines.map((one) => tell(line(one)))).toEqual([[lines[0]], ['••••'], ['••••'], [lines[3]]]);
    expect(tell(line('A'.repeat(64)))).toEqual(['A'.repeat(64)]);
  });

  it('have wrapped base64 masked that comes a line at a time', () => {
    const secret = 'wrapped-Token_0123456789-and-some-more-of-it';
    const wrapped = Buffer.from(`${'x'.repeat(50)}${secret}${'y'.repeat(60)}`)
      .toString('base64')
      .match(/.{1,76}/g) as string[];
    const { tell } = follow([secret]);
    const told = [...wrapped.map((one) => line(one)), finished].flatMap(tell).join('\n');
    expect(told).toContain('••••\n••••');
    expect(Buffer.from(told.replace(/[•\s]|finished/g, ''), 'base64').toString('latin1')).not.toContain('Token');
  });
});

describe('a line that is not whole yet', () => {
  const progress = (text: string): Event => ({ type: 'progress', stream: 'stdout', text });

  it.each<[string, string[], string, string]>([
    ['is told as its words', [], '10 %\r\x1b[32m20 %\x1b[0m\x1b[K', '20 %'],
    ['is told without blanks at its end', [], 'Password: ', 'Password:'],
    ['is told without half an escape code', [], '20 %\x1b[3', '20 %'],
    ['is told without what it was before', ['secret-1'], 'secret-1\r20 %', '20 %'],
    ['has a secret masked', ['secret-1'], 'a secret-1 b', 'a •••• b'],
    ['has a secret masked that has colours in its midst', ['secret-1'], 'a sec\x1b[31mret-1 b', 'a •••• b'],
    ['is told without the beginning of a secret', ['secret-1'], 'a secre', 'a'],
    ['is told without one letter of it', ['secret-1'], 'a s', 'a'],
    ['is told without one that has colours in its midst', ['secret-1'], 'a s\x1b[31mec', 'a'],
    ['is told without one that has what nobody sees in it', ['secret-1'], 'a s\u200bec', 'a'],
    ['is told without the beginning of an encoding', ['secret-token-1'], 'a c2VjcmV0LXRv', 'a'],
    ['is told without the first line of a secret of several', ['one\ntwo'], 'a one', 'a'],
    ['shows no half of a secret that another one overlaps', ['abcdef', 'efghij'], 'x abcdef', 'x'],
    ['shows none of a secret that goes on over a return', ['one\rtwo'], 'a one\rtwo', ''],
    ['shows none of a secret that has an escape code in it', ['one\x1b[mtwo'], 'a one\x1b[mtwo', ''],
    ['is told without what begins like a token', [], 'a ghp_abc', 'a'],
    ['is told without what may follow the name of a secret', [], 'aws_secret_access_key = abc', 'aws_s'],
    ['is told without what may be a password in an address', [], 'from https://mary:pass', 'from http'],
    [
      'is told with an address that has none',
      [],
      'from https://a.example/file 20 %',
      'from https://a.example/file 20 %',
    ],
  ])('%s', (_, secrets, text, words) => {
    expect(follow(secrets).tell(progress(text))).toEqual(words === '' ? [] : [words]);
  });

  it('never shows a beginning of a secret, wherever it stands', () => {
    const secret = 'hunter2-Very_secret';
    const whole = `token ${secret} end`;
    const told = Array.from(whole, (__, at) => follow([secret]).tell(progress(whole.slice(0, at + 1)))).flat();
    expect([...new Set(told)]).toEqual([
      ...['t', 'to', 'tok', 'toke', 'token'],
      ...['token ••••', 'token •••• e', 'token •••• en', 'token •••• end'],
    ]);
  });

  it('is told once', () => {
    const { tell } = follow([]);
    expect([tell(progress('10 %')), tell(progress('1 %\r10 %')), tell(progress('')), tell(progress(''))]).toEqual([
      ['10 %'],
      [],
      [''],
      [],
    ]);
  });

  it('is told anew after a line, which took its place', () => {
    const { tell } = follow([]);
    expect([progress('10 %'), line('10 %'), progress('10 %')].flatMap(tell)).toEqual(['10 %', '10 %', '10 %']);
  });

  it('is not told while lines wait that may become a secret with it, nor within a private key', () => {
    const { tell } = follow(['one\ntwo']);
    expect([line('one'), progress('tw')].flatMap(tell)).toEqual([]);
    const keyed = follow([]);
    expect([line(key[0] ?? ''), progress('A'.repeat(20))].flatMap(keyed.tell)).toEqual([key[0]]);
  });
});

const secretText = fc.oneof(
  fc.string({ minLength: 4, maxLength: 30 }),
  fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')),
  fc.string({ minLength: 4, maxLength: 12, unit: 'binary' }),
);
const encode: ((value: string) => string)[] = [
  (value) => value,
  (value) => Buffer.from(value).toString('base64'),
  (value) => Buffer.from(`user:${value}`).toString('base64url'),
  (value) => JSON.stringify(value),
  (value) => Buffer.from(value).toString('hex'),
];

describe('a stream', () => {
  it('never shows a secret, however its bytes are cut, and tells what all of it at once would', () => {
    fc.assert(
      fc.property(
        fc.array(secretText, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(encode.length - 1), fc.oneof(fc.string(), fc.constant('\n')))),
        fc.array(fc.nat(300)),
        (secrets, parts, cuts) => {
          const known = secrets.filter(
            (value) => value.trim() !== '' && !/[•\p{Cc}\p{Cs}]/u.test(value.replaceAll('\n', '')),
          );
          fc.pre(known.length > 0);
          const whole = parts
            .map(([which, how, around]) => `${encode[how]?.(known[which % known.length] ?? '')}${around}`)
            .join('');
          const bytes = Buffer.from(whole);
          const ends = [...cuts.filter((cut) => cut < bytes.length).sort((one, other) => one - other), bytes.length];
          const splitter = createLineSplitter();
          const texts = ends.map((end, at) => splitter.push(bytes.subarray(at === 0 ? 0 : ends[at - 1], end)));
          const { tell } = follow(known);
          const told = [...texts, splitter.end()].flatMap((text) => (text === undefined ? [] : tell(line(text))));
          const shown = [...told, ...tell(finished).slice(0, -1)].join('\n');
          for (const value of known) expect(shown).not.toContain(value);
          expect(shown).toBe(createRedactor(known, shownOf).lines(bytes.toString().replace(/\n$/, '')));
        },
      ),
      { numRuns: 500 },
    );
  });
});

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
      return told.splice(0).map((one) => (one.type === 'line' ? one.text : one.type));
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

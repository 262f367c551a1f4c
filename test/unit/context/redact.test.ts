import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, fields, file, image, link, linked, list, styled, table, text } from '../../../src/context/blocks.ts';
import { OpsError } from '../../../src/context/errors.ts';
import type { Event } from '../../../src/context/events.ts';
import { createRedactor, redactError } from '../../../src/context/redact.ts';

const secret = 'p@ss w/rd+1?';
const redactor = createRedactor([secret]);

describe('text', () => {
  it.each([
    ['as it is', `token=${secret};`, 'token=••••;'],
    ['more than once', `${secret}${secret}`, '••••••••'],
    ['in an address', `https://x/?t=${encodeURIComponent(secret)}&a=1`, 'https://x/?t=••••&a=1'],
    ['in an address with small letters', 'p%40ss%20w%2frd%2b1%3f', '••••'],
    ['in a form', new URLSearchParams({ t: secret, a: '1' }).toString(), 't=••••&a=1'],
    ['in base64', Buffer.from(secret).toString('base64'), '••••'],
    ['in base64 for addresses', Buffer.from(secret).toString('base64url'), '••••'],
  ])('masks a secret %s', (_, value, expected) => {
    expect(redactor.text(value)).toBe(expected);
  });

  it.each(['', 'a', 'ab', 'abc', 'user:'])('masks a secret in base64 after "%s" and before other text', (before) => {
    const encoded = Buffer.from(`${before}${secret} and more`).toString('base64');
    const shown = redactor.text(`Authorization: Basic ${encoded}`);
    expect(shown).toMatch(/^Authorization: Basic [\w+/]*••••[\w+/]*=*$/);
    const left = shown
      .slice(21)
      .split('••••')
      .map((part) => Buffer.from(part, 'base64').toString());
    expect(left.join('')).not.toContain(secret.slice(2, -2));
  });

  it('masks a secret in quotes as JSON writes them', () => {
    expect(createRedactor(['say "hi"\\now']).text(JSON.stringify({ a: 'say "hi"\\now' }))).toBe('{"a":"••••"}');
  });

  it('masks the lines of a secret that has several', () => {
    const key = '-----BEGIN KEY-----\nMIIEowIBAAKCAQEA\n-----END KEY-----';
    expect(createRedactor([key]).text('got MIIEowIBAAKCAQEA here')).toBe('got •••• here');
  });

  it('masks the longest where one secret holds another', () => {
    expect(createRedactor(['token', 'token-1234']).text('token-1234 token')).toBe('•••• ••••');
  });

  it('takes a secret for text, not for a pattern', () => {
    expect(createRedactor(['.*+?^${}()|[]\\/-']).text('abc .*+?^${}()|[]\\/- abc')).toBe('abc •••• abc');
    expect(createRedactor(['a.c$&']).text('abc$& a.c$&')).toBe('abc$& ••••');
  });

  it('leaves a text without secrets as it is', () => {
    expect(redactor.text('p@ss is half of it')).toBe('p@ss is half of it');
    expect(createRedactor(['']).text('all of it')).toBe('all of it');
    expect(createRedactor(['1']).text('Nw and MQ are fine')).toBe('Nw and MQ are fine');
  });

  it('never lets a secret through, whatever it is and whatever is around it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 4, unit: 'binary' }), { minLength: 1 }),
        fc.string(),
        (secrets, around) => {
          const shown = createRedactor(secrets).text(secrets.join(around));
          for (const value of secrets.filter((one) => !one.includes('•'))) expect(shown).not.toContain(value);
        },
      ),
    );
  });
});

describe('argv', () => {
  it('masks within words', () => {
    expect(redactor.argv(['deploy', `--token=${secret}`])).toEqual(['deploy', '--token=••••']);
  });
});

describe('event', () => {
  const blocks = (value: string) => [
    text('a ', styled(value, { color: 'red' }), linked(value, `https://x/${value}`)),
    fields({ name: value, [value]: [value] }),
    table(['name', { name: value, align: 'right' }], [['web', value]]),
    list([value]),
    code(`a\n${value}`),
    link(`https://x/${value}`, value),
  ];
  const events = (value: string): Event[] => [
    { type: 'started', run: 'r1', line: `ops x ${value}`, actor: value, at: '2026-01-01T00:00:00Z' },
    { type: 'step', id: 1, title: `push ${value}`, state: 'running' },
    { type: 'line', stream: 'stdout', text: `one\n${value}\nthree` },
    { type: 'note', level: 'warning', blocks: blocks(value) },
    { type: 'ask', id: 1, question: `${value}?` },
    { type: 'result', data: { a: [1, null, true, { [value]: value }], u: undefined }, blocks: blocks(value) },
    {
      type: 'error',
      outcome: 'failed',
      exitCode: 3,
      message: value,
      hint: value,
      details: { deep: [value] },
      run: 'r1',
    },
    { type: 'error', outcome: 'failed', exitCode: 1, message: value },
    { type: 'finished', outcome: 'ok', exitCode: 0, ms: 5 },
  ];

  it.each(events('').map((event, index) => [event.type, index] as const))(
    'masks all that is said in %s (%i)',
    (_, index) => {
      expect(redactor.event(events(secret)[index] as Event)).toEqual(events('••••')[index]);
    },
  );

  it('leaves the words of the format alone, even where a secret is one of them', () => {
    const words = createRedactor(['text', 'right', 'step', 'done', 'failed', 'stdout', 'green', 'result', 'warning']);
    const event: Event = {
      type: 'note',
      level: 'warning',
      blocks: [text(styled('x', { color: 'green' })), table([{ name: 'n', align: 'right' }], [])],
    };
    expect(words.event(event)).toEqual(event);
    expect(words.event({ type: 'step', id: 1, title: 'x', state: 'done' })).toMatchObject({
      type: 'step',
      state: 'done',
    });
  });

  it('keeps the path of a file that a surface has still to open, and says how it is shown', () => {
    const home = createRedactor(['/home/ana']);
    expect(
      home.event({
        type: 'note',
        level: 'info',
        blocks: [file('/home/ana/a', '/home/ana'), image('/home/ana/b', 'b')],
      }),
    ).toEqual({
      type: 'note',
      level: 'info',
      blocks: [
        { ...file('/home/ana/a', '••••'), shown: '••••/a' },
        { ...image('/home/ana/b', 'b'), shown: '••••/b' },
      ],
    });
  });

  it('masks data as JSON will write it', () => {
    const data = { at: new Date(0), url: new URL('https://x/token-1') };
    expect(createRedactor(['token-1']).event({ type: 'result', data, blocks: [] })).toMatchObject({
      data: { at: new Date(0), url: 'https://x/••••' },
    });
  });

  it('leaves all as it is where there is no secret', () => {
    const none = createRedactor([]);
    for (const event of events(secret)) expect(none.event(event)).toEqual(event);
    const words = ['deploy'];
    expect(none.argv(words)).toBe(words);
  });

  it('does not mend what it was given', () => {
    const [event] = events(secret);
    const before = structuredClone(event);
    redactor.event(event as Event);
    expect(event).toEqual(before);
  });
});

describe('an error', () => {
  const cause = new TypeError(`no ${secret} here`, { cause: secret });
  it.each([
    [
      'of ops',
      new OpsError('failed', `lost ${secret}`, { cause, hint: secret, details: { at: [secret] }, exitCode: 3 }),
    ],
    ['of anybody', new RangeError(`lost ${secret}`, { cause })],
  ])('%s is masked with all that it tells', (_, error) => {
    const masked = redactError(error, redactor) as OpsError & { cause: Error };
    expect(masked.message).toBe('lost ••••');
    expect(masked.cause.message).toBe('no •••• here');
    expect(masked.name).toBe(error.name);
    const all = [masked, masked.cause]
      .flatMap((one) => [one.stack, one.cause, one])
      .concat(masked.hint, masked.details);
    expect(JSON.stringify(all.map((one) => (one instanceof Error ? { ...one, stack: one.stack } : one)))).not.toContain(
      secret.slice(1, -1),
    );
    expect(masked.stack).toMatch(/redact\.test\.ts/);
  });

  it('that is none stays as it is', () => {
    expect(redactError(undefined, redactor)).toBeUndefined();
    expect(redactError(`not ${secret}`, redactor)).toBe('not ••••');
  });
});

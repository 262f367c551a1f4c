import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../src/context/redact.ts';

const secret = `p@ss "w/rd"+1?&<it's>ü`;
const redactor = createRedactor([secret]);
const base64 = (value: string, kind: BufferEncoding = 'base64'): string => Buffer.from(value).toString(kind);
const percent = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

describe('a secret value', () => {
  it.each([
    ['as it is', secret],
    ['in base64', base64(secret)],
    ['in base64 without padding', base64(secret).replace(/=+$/, '')],
    ['in base64 for addresses', base64(secret, 'base64url')],
    ['in hexadecimal digits', base64(secret, 'hex')],
    ['in large hexadecimal digits', base64(secret, 'hex').toUpperCase()],
    ['in an address', encodeURIComponent(secret)],
    ['in an address, all of it', percent(secret)],
    ['in an address with small letters', percent(secret).replace(/%../g, (code) => code.toLowerCase())],
    ['in a path', percent(secret).replaceAll('%2F', '/')],
    ['in a form', new URLSearchParams({ x: secret }).toString().slice(2)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON of ASCII alone', JSON.stringify(secret).slice(1, -1).replace('ü', '\\u00fc')],
    ['in JSON with escaped slashes', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
    ['in JSON within JSON', JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
    ['in single quotes of a shell', secret.replaceAll("'", "'\\''")],
    ['escaped for a shell', secret.replace(/[^\w@%+=:,./-]/g, '\\$&')],
    ['in HTML', secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    [
      'in an attribute of HTML',
      secret
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
    ],
  ])('is masked %s', (_, encoded) => {
    expect(redactor.text(`x ${encoded} y`)).toMatch(/^x ••••={0,2} y$/);
    expect(redactor.argv(['say', encoded])).toEqual(['say', expect.stringMatching(/^••••={0,2}$/)]);
  });

  it.each([64, 76])('is masked in base64 that is wrapped after %i characters, wherever in it', (width) => {
    const token = 'wrapped-Token_0123456789';
    for (let before = 0; before < 120; before++) {
      for (const lineBreak of ['\n', '\r\n', '\n    ']) {
        const whole = base64(`${'x'.repeat(before)}${token}${'y'.repeat(60)}`);
        const wrapped = (whole.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(lineBreak);
        const shown = createRedactor([token]).text(wrapped);
        const left = Buffer.from(shown.replace(/\s/g, '').replaceAll('••••', ''), 'base64').toString('latin1');
        expect(shown.split('\n')).toHaveLength(wrapped.split('\n').length);
        expect(left).not.toContain(token.slice(2, -2));
        expect(shown).toContain('••••');
      }
    }
  });

  it.each(['abc', 'abcd', 'abcde'])('that is short is masked as it is: %s', (short) => {
    const { text } = createRedactor([short]);
    expect(text(`x ${short} y`)).toBe('x •••• y');
    expect(text(`x ${base64(short, 'hex').slice(0, 5)} y`)).toBe(`x ${base64(short, 'hex').slice(0, 5)} y`);
  });

  it('is masked together with another one that overlaps it', () => {
    expect(createRedactor(['abcdef', 'defghi']).text('x abcdefghi y')).toBe('x •••• y');
    expect(createRedactor(['aaaa']).text('aaaaaa')).toBe('••••');
  });

  it('is found at every place of a text, and the line breaks of it stay', () => {
    const breaksOf = (text: string): number => text.split('\n').length - 1;
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, unit: 'binary' }), fc.string(), (before, value, behind) => {
        fc.pre(!value.includes('•'));
        const text = `${before}${value}${behind}`;
        const shown = createRedactor([value]).text(text);
        if (/[^\n]/.test(value)) expect(shown).not.toContain(value);
        else expect(shown).toBe(text);
        expect(breaksOf(shown)).toBe(breaksOf(text));
      }),
      {
        examples: [
          ['', '\n', ''],
          ['a', '\n\n', 'b\n'],
          ['', '\na\n', 'a\n'],
        ],
      },
    );
  });
});

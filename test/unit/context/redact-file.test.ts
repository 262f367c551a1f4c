import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/context/redact.ts';
import { redactFile } from '../../../src/context/redact-file.ts';
import { shownOf } from '../../../src/render/ansi.ts';

const redactor = createRedactor(['hunter2-hunter2'], shownOf);
const masked = (content: Uint8Array): Buffer => Buffer.from(redactFile(content, redactor));

describe('a file that is brought to a room', () => {
  it.each([
    ['text', 'a,hunter2-hunter2\nü', 'a,••••\nü'],
    ['text of Windows', '\ufeffa\r\nhunter2-hunter2\r\n', '\ufeffa\r\n••••\r\n'],
    ['text in colours', '\x1b[31mhunter2\x1b[0m-hunter2', '••••'],
  ])('is %s without its secrets', (_, content, expected) => {
    expect(masked(Buffer.from(content)).toString()).toBe(expected);
  });

  it('may be of an alphabet that is not Unicode', () => {
    const content = Buffer.from('f\u00fcr hunter2-hunter2', 'latin1');
    expect(masked(content).toString('latin1')).toBe('f\u00fcr ****');
  });

  it('is the very same where nothing is secret, and where it is no text', () => {
    const picture = Buffer.from('\x89PNG\r\n\0\0hunter2-hunter2', 'latin1');
    expect(redactFile(picture, redactor)).toBe(picture);
    const text = Buffer.from('nothing to see');
    expect(redactFile(text, redactor)).toBe(text);
  });
});

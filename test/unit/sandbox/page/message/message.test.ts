import { describe, expect, test } from 'vitest';
import { copiedText } from '../../../../../src/sandbox/page/message/copied-text.ts';
import {
  drawnSize,
  fileKind,
  fileNote,
  linesOf,
  pictureSize,
} from '../../../../../src/sandbox/page/message/file-kind.ts';
import { reactionText } from '../../../../../src/sandbox/page/message/reaction-text.ts';
import type { Message } from '../../../../../src/sandbox/state/model.ts';

describe('a file is shown', () => {
  test.each([
    ['as a picture', { mimetype: 'image/png' }, 'image'],
    ['as text', { mimetype: 'text/plain', mode: 'snippet', preview: 'a' }, 'text'],
    ['as text, with a preview alone', { mimetype: 'application/json', preview: '{}' }, 'text'],
    ['as a card', { mimetype: 'application/zip', mode: 'hosted' }, 'other'],
    ['as a card, as a picture that browsers do not draw', { mimetype: 'image/tiff' }, 'other'],
    ['as a card where nothing is known', {}, 'other'],
  ])('%s', (_, file, kind) => {
    expect(fileKind(file)).toBe(kind);
  });

  test('with its kind and size', () => {
    expect(fileNote({ pretty_type: 'Plain Text', size: 1500 })).toBe('Plain Text · 1.5 kB');
    expect(fileNote({ filetype: 'png' })).toBe('PNG');
  });

  test('no larger than it is, and within its box', () => {
    expect(pictureSize({ original_w: 800, original_h: '400' })).toEqual({ width: 800, height: 400 });
    expect(pictureSize({ original_w: 800 })).toBeUndefined();
    expect(drawnSize({ width: 800, height: 400 })).toEqual({ width: 360, height: 180 });
    expect(drawnSize({ width: 100, height: 3200 })).toEqual({ width: 10, height: 320 });
    expect(drawnSize({ width: 20, height: 10 })).toEqual({ width: 20, height: 10 });
  });

  test('line by line', () => {
    expect(linesOf('a\r\nb\n\n')).toEqual(['a', 'b', '']);
    expect(linesOf('')).toEqual(['']);
  });
});

describe('who reacted is told', () => {
  const name = (id: string): string => id.toLowerCase();
  test.each([
    [['A'], 1, 'a'],
    [['A', 'ME'], 2, 'You and a'],
    [['A', 'B', 'ME'], 3, 'You, a and b'],
    [['A', 'B'], 3, 'a, b and 1 other'],
    [['ME'], 9, 'You and 8 others'],
  ])('%j of %i', (users, count, text) => {
    expect(reactionText(users, count, 'ME', name)).toBe(text);
  });
});

test('a copy has names for ids and characters for emoji', () => {
  const names = {
    user: (id: string) => (id === 'U1' ? 'ana' : undefined),
    channel: (id: string) => (id === 'C1' ? 'general' : undefined),
    emoji: (wanted: string) => (wanted === 'tada' ? '🎉' : undefined),
  };
  const text =
    '<@U1> in <#C1|x>: <!here> see <https://a.b|the page>, <https://c.d> &lt;ok&gt; :tada: :nope: <not a link>';
  const message = { text, attachments: [{ text: 'below' }] } as unknown as Message;
  expect(copiedText(message, names)).toBe(
    '@ana in #general: @here see the page (https://a.b), https://c.d <ok> 🎉 :nope: <not a link>\nbelow',
  );
});

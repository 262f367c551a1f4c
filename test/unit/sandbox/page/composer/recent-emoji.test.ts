import { describe, expect, it } from 'vitest';
import { recentEmoji, rememberEmoji } from '../../../../../src/sandbox/page/composer/recent-emoji.ts';

function keepIn(value: string | null) {
  let kept = value;
  return {
    getItem: () => kept,
    setItem: (_: string, next: string) => {
      kept = next;
    },
  };
}

describe('recently used emoji', () => {
  it('are the usual ones at first', () => {
    expect(recentEmoji(keepIn(null))).toContain('tada');
  });

  it('begin with the one used last, each once, and are not too many', () => {
    const keep = keepIn(null);
    for (const name of ['rocket', 'bug', 'rocket', ...Array.from({ length: 30 }, (_, at) => `other_${at}`), 'rocket']) {
      rememberEmoji(keep, name);
    }
    const names = recentEmoji(keep);
    expect(names[0]).toBe('rocket');
    expect(names).toHaveLength(18);
    expect(new Set(names).size).toBe(18);
  });

  it.each(['{', '7', '["a", 3]'])('forgive what they cannot read: %s', (value) => {
    expect(recentEmoji(keepIn(value)).every((name) => typeof name === 'string')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createRecent } from '../../../../src/slack/answer/recent.ts';

describe('recent keys', () => {
  it('are known until there are too many newer ones', () => {
    const recent = createRecent(2);
    for (const key of ['a', 'b', 'a', 'c']) recent.add(key);
    expect(['a', 'b', 'c', 'd'].filter(recent.has)).toEqual(['a', 'c']);
  });

  it('can be forgotten', () => {
    const recent = createRecent(2);
    recent.add('a');
    recent.forget('a');
    expect(recent.has('a')).toBe(false);
  });
});

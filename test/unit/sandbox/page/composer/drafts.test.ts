import { describe, expect, it } from 'vitest';
import { createDrafts, draftKey, type Keep } from '../../../../../src/sandbox/page/composer/drafts.ts';

function keepIn(values: Map<string, string>): Keep {
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

const broken: Keep = {
  getItem: () => {
    throw new Error('forbidden');
  },
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => undefined,
};

describe('drafts', () => {
  it('are kept apart by room and thread, also over a reload', () => {
    const values = new Map<string, string>();
    const drafts = createDrafts(keepIn(values));
    drafts.write(draftKey('U1', 'C1'), 'room');
    drafts.write(draftKey('U1', 'C1', '1.0'), 'thread');
    const reloaded = createDrafts(keepIn(values));
    expect(reloaded.read(draftKey('U1', 'C1'))).toBe('room');
    expect(reloaded.read(draftKey('U1', 'C1', '1.0'))).toBe('thread');
    expect(reloaded.read(draftKey('U1', 'C2'))).toBe('');
  });

  it('leave nothing behind when they were sent', () => {
    const values = new Map<string, string>();
    const drafts = createDrafts(keepIn(values));
    drafts.write('draft', 'text');
    drafts.write('draft', '');
    expect(values.size).toBe(0);
    expect(drafts.read('draft')).toBe('');
  });

  it('get back what could not be sent, before what was typed since', () => {
    const drafts = createDrafts(keepIn(new Map()));
    expect(drafts.restore('draft', 'first')).toBe('first');
    expect(drafts.restore('draft', 'zeroth')).toBe('zeroth\nfirst');
    expect(drafts.read('draft')).toBe('zeroth\nfirst');
  });

  it('live without a storage', () => {
    const drafts = createDrafts(broken);
    expect(drafts.read('draft')).toBe('');
    drafts.write('draft', 'text');
    expect(drafts.read('draft')).toBe('text');
  });
});

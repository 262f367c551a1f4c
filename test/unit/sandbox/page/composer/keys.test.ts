import { describe, expect, it } from 'vitest';
import { actionOf, type KeyPress, type Situation } from '../../../../../src/sandbox/page/composer/keys.ts';

const free: Situation = { isMac: false, isTouch: false, isSuggesting: false, isEmpty: false };

/** `Ctrl+Shift+X` as a browser tells it. */
function press(keys: string, more: Partial<KeyPress> = {}): KeyPress {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    keyCode: 0,
    isComposing: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    ...more,
  };
}

const does = (keys: string, situation: Partial<Situation> = {}) => {
  const action = actionOf(press(keys), { ...free, ...situation });
  return action?.does === 'format' ? action.mark : action?.does;
};

describe('the keys of the composer', () => {
  it.each([
    ['Enter', 'send'],
    ['Ctrl+Enter', 'send'],
    ['Cmd+Enter', 'send'],
    ['Alt+Enter', 'break'],
    ['Ctrl+b', 'bold'],
    ['Ctrl+i', 'italic'],
    ['Ctrl+Shift+X', 'strike'],
    ['Ctrl+Shift+C', 'code'],
    ['Ctrl+Alt+Shift+C', 'fence'],
    ['Ctrl+Shift+9', 'quote'],
    ['Escape', 'cancel'],
  ])('%s does %s', (keys, action) => {
    expect(does(keys)).toBe(action);
  });

  it.each(['Shift+Enter', 'Ctrl+c', 'Ctrl+Shift+Z', 'Cmd+b', 'Tab', 'ArrowUp', 'ArrowDown', 'a'])(
    '%s is the browser’s',
    (keys) => {
      expect(does(keys)).toBeUndefined();
    },
  );

  it('are with Cmd on a Mac, where Ctrl+B moves the caret', () => {
    expect(does('Cmd+b', { isMac: true })).toBe('bold');
    expect(does('Ctrl+b', { isMac: true })).toBeUndefined();
  });

  it.each([
    ['Enter', 'take'],
    ['Tab', 'take'],
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['Escape', 'dismiss'],
    ['Ctrl+Enter', 'send'],
    ['Shift+Enter', undefined],
    ['Shift+Tab', undefined],
  ])('%s with suggestions open does %s', (keys, action) => {
    expect(does(keys, { isSuggesting: true })).toBe(action);
  });

  it('edit the latest message with arrow up in an empty text', () => {
    expect(does('ArrowUp', { isEmpty: true })).toBe('editLast');
    expect(does('Shift+ArrowUp', { isEmpty: true })).toBeUndefined();
  });

  it('break the line with Enter on a phone', () => {
    expect(does('Enter', { isTouch: true })).toBeUndefined();
    expect(does('Ctrl+Enter', { isTouch: true })).toBe('send');
  });

  it('are left to an input method while it composes', () => {
    expect(actionOf(press('Enter', { isComposing: true }), free)).toBeUndefined();
    expect(actionOf(press('Enter', { keyCode: 229 }), { ...free, isSuggesting: true })).toBeUndefined();
  });
});

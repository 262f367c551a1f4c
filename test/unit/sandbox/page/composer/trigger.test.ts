import { describe, expect, it } from 'vitest';
import { triggerAt } from '../../../../../src/sandbox/page/composer/trigger.ts';

/** The caret is at the bar, or at the end. */
function at(typed: string, withCommands = true) {
  const bar = typed.indexOf('|');
  const found = triggerAt(typed.replace('|', ''), bar < 0 ? typed.length : bar, withCommands);
  return found && [found.kind, found.query, found.from, found.to];
}

describe('what can be completed', () => {
  it.each([
    ['@', ['mention', '', 0, 1]],
    ['hi @ma', ['mention', 'ma', 3, 6]],
    ['(@ma', ['mention', 'ma', 1, 4]],
    ['hi @mary jo', ['mention', 'mary jo', 3, 11]],
    ['a @ma|ry b', ['mention', 'ma', 2, 5]],
    ['#ops-pr', ['channel', 'ops-pr', 0, 7]],
    [':ta', ['emoji', 'ta', 0, 3]],
    [':+1', ['emoji', '+1', 0, 3]],
    ['/op', ['command', 'op', 0, 3]],
    ['/', ['command', '', 0, 1]],
    ['see\n```\ncode\n```\n@ma', ['mention', 'ma', 17, 20]],
  ])('in %j is %j', (typed, expected) => {
    expect(at(typed)).toEqual(expected);
  });

  it.each([
    'mary@x',
    'hi',
    ':t',
    ':tada:',
    '10:30',
    'https://x.com',
    'hi /op',
    ' /op',
    '/ops dep',
    '@mary j o',
    '`@ma',
    '```\n@ma',
    'a&#ops',
  ])('is nothing in %j', (typed) => {
    expect(at(typed)).toBeUndefined();
  });

  it('has no commands in a thread', () => {
    expect(at('/op', false)).toBeUndefined();
  });
});

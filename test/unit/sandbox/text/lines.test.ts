import { describe, expect, it } from 'vitest';
import { type Group, groupLines, itemMark } from '../../../../src/sandbox/text/lines.ts';

const brief = (group: Group): string => {
  const lines = group.lines.join('|');
  if (group.kind !== 'list') return `${group.kind} ${lines}`;
  return `${group.ordered ? 'ordered' : 'bullet'}${group.indent}+${group.offset} ${lines}`;
};

describe('typed lines', () => {
  it.each([
    ['text', 'a\n\nb', ['text a||b']],
    ['a bullet list', '- a\n* b\n• c', ['bullet0+0 a|b|c']],
    ['an ordered list', '1. a\n2. b', ['ordered0+0 a|b']],
    ['a list in a list', '- a\n  - b\n    - c\n- d', ['bullet0+0 a', 'bullet1+0 b', 'bullet2+0 c', 'bullet0+0 d']],
    [
      'a number that goes on after a nested list',
      '1. a\n   - b\n2. c',
      ['ordered0+0 a', 'bullet1+0 b', 'ordered0+1 c'],
    ],
    ['a tab', '- a\n\t- b', ['bullet0+0 a', 'bullet1+0 b']],
    ['a list that begins further in', '   - a', ['bullet0+0 a']],
    ['a list between text', 'a\n- b\nc', ['text a', 'bullet0+0 b', 'text c']],
    ['a quote over several lines', '> a\n>\n> b\nc', ['quote a||b', 'text c']],
    ['a year', '2024. What a year', ['text 2024. What a year']],
    ['a number that is left out', '1. a\n3. b', ['ordered0+0 a', 'text 3. b']],
    ['a mark without text', '- \n-x\n1.x', ['text - |-x|1.x']],
    ['an option', '--force', ['text --force']],
  ])('%s', (_, typed, groups) => {
    expect(groupLines(typed.split('\n')).map(brief)).toEqual(groups);
  });

  it('are nested eight deep at most', () => {
    const typed = Array.from({ length: 12 }, (_, at) => `${' '.repeat(at)}- x`);
    expect(Math.max(...groupLines(typed).map((group) => (group.kind === 'list' ? group.indent : 0)))).toBe(8);
  });
});

describe('what stands before an item', () => {
  it.each([
    [false, 0, 1, '•'],
    [false, 1, 1, '◦'],
    [false, 3, 1, '•'],
    [true, 0, 12, '12.'],
    [true, 1, 28, 'ab.'],
    [true, 2, 14, 'xiv.'],
    [true, 2, 3999, 'mmmcmxcix.'],
    [true, 2, Number.MAX_SAFE_INTEGER, '9007199254740991.'],
  ])('ordered: %s, indent %d, number %d → %s', (ordered, indent, number, mark) => {
    expect(itemMark(ordered, indent, number)).toBe(mark);
  });
});

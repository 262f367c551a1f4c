import { describe, expect, it } from 'vitest';
import { createHabits } from '../../../../src/slack/answer/habits.ts';

describe('how long lines take', () => {
  it.each<[string, number[], boolean | undefined]>([
    ['not known before the first', [], undefined],
    ['quick after a quick one', [300], true],
    ['long after a long one', [301], false],
    ['not known where they differ', [10, 900, 10], undefined],
    ['told by the last three', [900, 10, 10, 10], true],
    ['told by the last three, which may be long', [10, 900, 900, 900], false],
  ])('is %s', (_, times, expected) => {
    const habits = createHabits();
    for (const ms of times) habits.learn(['greet', 'Ana'], ms);
    expect(habits.isQuick(['--json', 'greet', 'Bob'])).toBe(expected);
    expect(habits.isQuick(['deploy', 'greet'])).toBe(undefined);
  });

  it('is forgotten of commands that were not typed for long', () => {
    const habits = createHabits();
    habits.learn(['old'], 1);
    habits.learn(['kept'], 1);
    for (let at = 0; at < 499; at++) habits.learn([`command-${at}`], 1);
    habits.learn(['kept'], 1);
    expect([habits.isQuick(['old']), habits.isQuick(['kept'])]).toEqual([undefined, true]);
  });

  it('is told of a line without a command too', () => {
    const habits = createHabits();
    habits.learn([], 5);
    expect(habits.isQuick(['--help'])).toBe(true);
  });
});

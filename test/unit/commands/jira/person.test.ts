import { describe, expect, it } from 'vitest';
import { isOneOf, personNamed } from '../../../../commands/jira/person.ts';

const people = { mary: { slack: ['T1/U1'], jira: [] }, tom: { slack: ['T1/U2', 'T2/U1'], jira: ['5b'] } };
const inRoom = (team: string) => ({ type: 'room', team, channel: 'C1', user: 'U1' });

describe('whom a line names', () => {
  it.each([
    ['tom', 'tom'],
    ['Tom', 'tom'],
    ['@TOM', 'tom'],
    ['<@U2>', 'tom'],
    ['<@U1>', 'mary'],
    ['<@U1|tom>', 'mary'],
    ['<@U9>', undefined],
    ['<@undefined>', undefined],
    ['tommy', undefined],
    ['constructor', undefined],
  ])('is %s → %s', (typed, name) => {
    expect(personNamed(typed, { config: { people }, origin: inRoom('T1') } as never)).toBe(name);
  });

  it('is whoever has that id in the workspace of the room, and nobody by it elsewhere', () => {
    expect(personNamed('<@U1>', { config: { people }, origin: inRoom('T2') } as never)).toBe('tom');
    expect(personNamed('<@U1>', { config: { people }, origin: { type: 'terminal' } } as never)).toBeUndefined();
  });
});

it('any account of somebody is theirs, in any case', () => {
  expect(isOneOf({ id: 'Mary' }, ['x', 'mary'])).toBe(true);
  expect(isOneOf({ id: 'mar' }, ['x', 'mary'])).toBe(false);
  expect(isOneOf(undefined, ['mary'])).toBe(false);
});

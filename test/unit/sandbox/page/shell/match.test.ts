import { describe, expect, it } from 'vitest';
import { matching } from '../../../../../src/sandbox/page/shell/match.ts';

const names = ['devops', 'general', 'mary-ops', 'ops', 'ops-prod', 'operations plan', 'tom'];

describe('a few letters', () => {
  it.each([
    ['ops', ['ops', 'ops-prod', 'mary-ops', 'devops', 'operations plan']],
    ['OPS', ['ops', 'ops-prod', 'mary-ops', 'devops', 'operations plan']],
    ['op', ['ops', 'ops-prod', 'operations plan', 'mary-ops', 'devops']],
    [' gnl ', ['general']],
    ['zzz', []],
  ])('%o find the best first', (query, found) => {
    expect(matching(names, query, (name) => name)).toEqual(found);
  });

  it('none find everything, in its order', () => {
    expect(matching(names, ' ', (name) => name)).toEqual(names);
  });
});

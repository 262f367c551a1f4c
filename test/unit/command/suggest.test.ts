import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/command/suggest.ts';

const commands = ['config', 'deploy', 'deployed', 'help', 'history', 'init', 'jira-mentions', 'rollback', 'whoami'];

describe('nearest', () => {
  it.each([
    ['a letter left out', 'deply', ['deploy']],
    ['a letter too many', 'depploy', ['deploy']],
    ['a wrong letter', 'histary', ['history']],
    ['two letters swapped', 'hlep', ['help']],
    ['a beginning', 'roll', ['rollback']],
    ['other letter case', 'WhoAmI', ['whoami']],
    ['a space for a dash', 'jira mentions', ['jira-mentions']],
    ['the name itself', 'init', ['init']],
  ])('understands %s', (_, word, expected) => {
    expect(nearest(word, commands)).toEqual(expected);
  });

  it.each(['banana', 'x', '', 'lunch is at twelve', 'h'])('says nothing where nothing is close to "%s"', (word) => {
    expect(nearest(word, commands)).toEqual([]);
  });

  it('does not take one short word for another', () => {
    expect(nearest('ls', ['ps', 'cd'])).toEqual([]);
  });

  it('puts the closest first and keeps the order of equals', () => {
    expect(nearest('prd', ['prod-eu', 'prod', 'pre'])).toEqual(['prod', 'pre']);
    expect(nearest('prod', ['prod-us', 'prod-eu', 'prod'])).toEqual(['prod', 'prod-us', 'prod-eu']);
  });

  it('returns at most as many as asked for, and each once', () => {
    expect(nearest('deploy', ['deployed', 'deploys', 'deploy', 'deploy'], 2)).toEqual(['deploy', 'deployed']);
  });

  it('keeps the spelling of the candidate', () => {
    expect(nearest('bottoken', ['appToken', 'botToken'])).toEqual(['botToken']);
  });

  it('compares a word of any length', () => {
    expect(nearest('deploy'.repeat(100_000), commands)).toEqual([]);
  });
});

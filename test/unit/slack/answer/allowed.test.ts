import { describe, expect, it } from 'vitest';
import { isAmong, refusedHere } from '../../../../src/slack/answer/allowed.ts';

const names = ['builds', 'builds-start', 'deploy', 'help', 'history', 'jira', 'jira-mentions'];
const nowhere = (): string[] => [];
const judge = (line: string, commands?: string[]): string | undefined =>
  refusedHere(line === '' ? [] : line.split(' '), names, commands === undefined ? {} : { commands }, nowhere)?.message;

describe('what may be typed in a room', () => {
  it.each([
    ['anything, where nothing is set', 'deploy uat', undefined],
    ['a command that is named', 'history --json', ['history']],
    ['a command of a family', 'jira mentions', ['jira-*']],
    ['a command of two words, named', 'builds start web', ['builds-start']],
    ['help, always', 'help deploy', []],
    ['nothing, which is help', '', []],
    ['options alone', '--help', ['history']],
    ['what is no command: it is told so', 'deplyo uat', ['history']],
  ])('is %s', (_, line, commands) => {
    expect(judge(line, commands)).toBeUndefined();
  });

  it.each([
    [
      'another command',
      'deploy uat',
      ['history', 'jira-*'],
      'deploy is not for this room, which takes history, jira-*',
    ],
    ['a longer name', 'builds start web', ['builds'], 'builds-start is not for this room, which takes builds'],
    ['a shorter name', 'jira x', ['jira-*'], 'jira is not for this room, which takes jira-*'],
    ['any command', 'deploy uat', [], 'deploy is not for this room, which takes nothing but help'],
    [
      'a command behind an option, whose value could be a name',
      '--config help deploy uat',
      ['help'],
      'in this room a line begins with the name of its command',
    ],
  ])('is not %s', (_, line, commands, message) => {
    expect(judge(line, commands)).toBe(message);
  });

  it.each([
    [[], 'type it in a direct message'],
    [['#deploys', '#ops'], 'type it in #deploys or in #ops or in a direct message'],
    [[...'abcdefgh'], 'type it in a or in b or in c or in d or in e or in a direct message'],
  ])('is refused with the places where it may be typed, and not too many', (places, hint) => {
    const refusal = refusedHere(['deploy'], names, { commands: ['history'] }, () => places);
    expect(refusal).toMatchObject({ outcome: 'denied', exitCode: 77, hint });
  });
});

it('a star stands for any letters, and for none', () => {
  const among = (pattern: string): string[] => names.filter((name) => isAmong([pattern], name));
  expect(among('jira*')).toEqual(['jira', 'jira-mentions']);
  expect(among('*s')).toEqual(['builds', 'jira-mentions']);
  expect(among('*')).toEqual(names);
  expect(isAmong([], 'deploy')).toBe(false);
});

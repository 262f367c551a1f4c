import { describe, expect, it } from 'vitest';
import { type Repeating, repeatedWords } from '../../../src/command/repeat.ts';
import { globalOptions } from '../../../src/program.ts';

const command = {
  options: {
    ref: { summary: 'Which', short: 'r' },
    loud: { summary: 'In capitals', short: 'l', type: 'boolean' },
    token: { summary: 'A secret', short: 't', secret: true },
  },
} as const;

const nothing: Repeating = { dryRun: false, yes: false, json: false, debug: false, timeout: undefined };

const repeat = (line: string, asked: Partial<Repeating> = {}): string =>
  repeatedWords({ id: 'k3f9abcd', argv: line.split(' ') }, command, { ...nothing, ...asked }, globalOptions).join(' ');

describe('the words of a run that is repeated', () => {
  it.each([
    ['deploy uat', 'deploy uat'],
    ['deploy uat --ref v2', 'deploy uat --ref v2'],
    ['deploy uat -r v2 -l', 'deploy uat -r v2 -l'],
    ['deploy uat --dry-run --timeout 5m', 'deploy uat --dry-run --timeout 5m'],
    ['--dry-run deploy uat', '--dry-run deploy uat'],
    ['deploy - uat', 'deploy - uat'],
  ])('are its own: %s', (line, words) => expect(repeat(line)).toBe(words));

  it.each([
    ['deploy uat --yes', 'deploy uat'],
    ['deploy uat -y', 'deploy uat'],
    ['deploy uat -yl', 'deploy uat -l'],
    ['deploy uat -lyr v2', 'deploy uat -l -r v2'],
    ['--json deploy uat --no-color --debug', 'deploy uat'],
    ['--config other.yaml deploy uat', 'deploy uat'],
    ['deploy uat --config=other.yaml', 'deploy uat'],
  ])('leave out a yes of that time, and how it was shown: %s', (line, words) => expect(repeat(line)).toBe(words));

  it.each([
    ['deploy uat --ref --yes', 'deploy uat --ref --yes'],
    ['deploy uat -r -y', 'deploy uat -r -y'],
    ['words -- --yes', 'words -- --yes'],
  ])('keep what only looks like it: %s', (line, words) => expect(repeat(line)).toBe(words));

  it.each<[string, Partial<Repeating>, string]>([
    ['deploy uat --yes', { yes: true }, 'deploy uat --yes'],
    ['deploy uat', { dryRun: true, json: true, debug: true }, 'deploy uat --dry-run --json --debug'],
    ['deploy uat --dry-run', { dryRun: true }, 'deploy uat --dry-run'],
    ['deploy uat --timeout 5m', { timeout: 60_000 }, 'deploy uat --timeout 60s'],
    ['deploy uat --timeout=5m', { timeout: 1500 }, 'deploy uat --timeout 1500ms'],
    ['words -- -x', { dryRun: true }, '--dry-run words -- -x'],
  ])('take what is asked for now: %s, %j', (line, asked, words) => expect(repeat(line, asked)).toBe(words));

  it.each([
    ['call --token •••• ana', 'the value of --token', "ops call --token '<token>' ana"],
    ['call --token=••••', 'the value of --token', "ops call '--token=<token>'"],
    ['call -lt••••', 'the value of --token', "ops call -l '-t<token>'"],
    ['call pass••••word', 'one of its words', "ops call 'pass<secret>word'"],
  ])('are not all there where one was a secret: %s', (line, what, typed) => {
    expect(() => repeat(line)).toThrow(
      expect.objectContaining({
        outcome: 'usage',
        message: `run k3f9abcd cannot be repeated: ${what} is a secret, which is not kept`,
        hint: `type it: ${typed}`,
      }),
    );
  });
});

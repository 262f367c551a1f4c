import { describe, expect, it } from 'vitest';
import { parseLeading } from '../../src/program.ts';

describe('what stands before the name of a command', () => {
  it.each<[string, string[], object, string[]]>([
    ['nothing of a line without words', [], {}, []],
    ['nothing, where the name comes first', ['deploy', '--json', '--', '-x'], {}, ['deploy', '--json', '--', '-x']],
    ['nothing, where the first word is empty', ['', '--json'], {}, ['', '--json']],
    ['options', ['--json', 'deploy', '--json', 'uat'], { json: ['true'] }, ['deploy', '--json', 'uat']],
    ['an option with a value', ['--timeout', '9s', 'deploy', '-y'], { timeout: ['9s'] }, ['deploy', '-y']],
    ['short ones', ['-y', 'deploy', '--', 'x'], { yes: ['true'] }, ['deploy', '--', 'x']],
  ])('is %s', (_, argv, values, words) => {
    expect(parseLeading(argv)).toEqual({ values, words });
  });

  it('is refused where it is no option', () => {
    expect(() => parseLeading(['--jsn', 'deploy'])).toThrow('ops has no option --jsn');
  });
});

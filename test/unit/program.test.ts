import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/index.ts';
import { parseCommand, parseLeading } from '../../src/program.ts';

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

describe('what stands after the name of a command', () => {
  const command = defineCommand({
    name: 'say-it',
    summary: 'Say it',
    args: { words: { summary: 'What', variadic: true } },
    options: { loud: { type: 'boolean', summary: 'Louder' } },
    examples: [{ line: 'ops say-it hello', says: 'hello' }],
    effect: 'read',
    run: ({ words }) => words,
    show: () => [],
  });

  it('is read the same with and without a dash among the words', () => {
    const word = fc.string().filter((text) => !text.startsWith('-'));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const read = parseCommand(command, words);
        expect(read).toEqual({ operands: words, options: {}, globals: {} });
        expect(parseCommand(command, ['--', ...words])).toEqual(read);
        expect(parseCommand(command, [...words, '--loud'])).toEqual({ ...read, options: { loud: ['true'] } });
      }),
    );
  });
});

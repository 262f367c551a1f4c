import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/command/script-manifest.ts';
import { takenLetters, takenOptions } from '../../../src/command/script-rules.ts';
import type { Config } from '../../../src/context/config.ts';
import { globalOptions } from '../../../src/program.ts';

const least = { summary: 'Say hello', effect: 'read', examples: [{ line: 'ops hello', says: 'Hello' }] };
const read = (change: object): unknown => readManifest({ ...least, ...change }, 'scripts/hello.sh', 'hello');
const args = (value: object): object => ({ args: { who: { summary: 'Whom', ...value } } });
const options = (value: object): object => ({ options: { loud: { summary: 'Loud', ...value } } });

describe('a manifest', () => {
  it('may say as little as this', () => {
    expect(read({})).toEqual(least);
  });

  it('may say all that a command declares', () => {
    const whole = {
      ...least,
      description: 'At length.',
      args: { who: { summary: 'Whom', required: true }, 'and-whom': { summary: 'Others', variadic: true } },
      options: {
        loud: { summary: 'Loud', type: 'boolean', short: 'l', default: false },
        times: { summary: 'How often', type: 'integer', default: 1, value: 'count' },
        tone: { summary: 'How', choices: ['warm', 'cold'], default: 'warm' },
        token: { summary: 'Secret', secret: true, required: true },
      },
      environment: 'who',
      permission: 'greet',
      surfaces: ['terminal'],
      timeout: 5000,
    };
    expect(read(whole)).toEqual(whole);
  });

  it.each([
    ['10m', 600_000],
    ['90s', 90_000],
    [0, 0],
  ])('may give its time as %s', (timeout, ms) => {
    expect(read({ timeout })).toMatchObject({ timeout: ms });
  });

  it('may take its choices from the configuration', () => {
    const manifest = readManifest({ ...least, ...args({ choices: 'environments' }) }, 'scripts/hello.sh', 'hello');
    const choices = manifest.args?.who?.choices as (config: Config) => readonly string[];
    expect(choices({ environments: { uat: {}, production: {} } } as unknown as Config)).toEqual(['uat', 'production']);
  });

  it('may have an example with the dashes of its name typed as spaces', () => {
    const examples = [{ line: 'ops say hello Ana', says: 'Hello' }];
    expect(readManifest({ ...least, examples }, 'scripts/say-hello.sh', 'say-hello')).toEqual({ ...least, examples });
  });

  it.each<[object, string]>([
    [{ summary: undefined }, 'summary must be text, not left out'],
    [{ summary: 'x'.repeat(61) }, `summary must be at most 60 characters, not "${'x'.repeat(59)}…`],
    [{ effect: 'write' }, 'effect must be one of read, change, not "write"'],
    [{ effect: undefined }, 'effect must be one of read, change, not left out'],
    [{ examples: undefined }, 'examples must be a list of examples, not left out'],
    [{ examples: [] }, 'examples must be a list of examples, not []'],
    [{ examples: [{ line: 'ops hello' }] }, 'examples.0.says must be text, not left out'],
    [{ examples: [{ line: 'hello', says: 'x' }] }, 'examples.0.line must be a line of "ops hello", not "hello"'],
    [
      { examples: [{ line: 'ops hellos', says: 'x' }] },
      'examples.0.line must be a line of "ops hello", not "ops hellos"',
    ],
    [{ name: 'other' }, 'name must be "hello", as the file is called, not "other"'],
    [{ timeout: 'soon' }, 'timeout must be milliseconds, or a duration like 10m, not "soon"'],
    [{ timeout: -1 }, 'timeout must be milliseconds, or a duration like 10m, not -1'],
    [{ surfaces: ['shell'] }, 'surfaces.0 must be one of terminal, room, not "shell"'],
    [{ environment: 'target' }, 'environment must be one of its arguments and options (it has none), not "target"'],
    [
      { ...args({ variadic: true }), environment: 'who' },
      'environment must be an argument or an option that is one word, not "who"',
    ],
    [
      { options: { to: { summary: 'x', repeat: true } }, environment: 'to' },
      'environment must be an argument or an option that is one word, not "to"',
    ],
    [
      { options: { to: { summary: 'x', type: 'integer' } }, environment: 'to' },
      'environment must be an argument or an option that is one word, not "to"',
    ],
    [{ args: ['who'] }, 'args must be names with their declarations, not ["who"]'],
    [{ args: { Who: { summary: 'x' } } }, 'args.Who must be called in lower case with dashes, not "Who"'],
    [
      { args: { who: 'Whom' } },
      'args.who must be keys with values (summary, required, variadic, choices, default, type, accept, size), not "Whom"',
    ],
    [args({ required: 'yes' }), 'args.who.required must be true or false, not "yes"'],
    [args({ default: 1 }), 'args.who.default must be text, not 1'],
    [args({ choices: ['a'], default: 'b' }), 'args.who.default must be one of a, not "b"'],
    [args({ choices: 'rooms' }), 'args.who.choices must be a list of words, or environments, or apps, not "rooms"'],
    [
      { args: { a: { summary: 'a', variadic: true }, b: { summary: 'b' } } },
      'args.a.variadic must be false, since others follow, not true',
    ],
    [
      { args: { a: { summary: 'a' }, b: { summary: 'b', required: true } } },
      'args.b.required must be false, since a before it may be left out, not true',
    ],
    [args({ type: 'integer' }), 'args.who.type must be one of string, file, not "integer"'],
    [args({ type: 'file', size: '5 megs' }), 'args.who.size must be a size such as 500kB or 5MB, not "5 megs"'],
    [
      options({ type: 'text' }),
      'options.loud.type must be one of string, integer, boolean, duration, date, file, not "text"',
    ],
    [options({ type: 'file', default: 'a' }), 'options.loud.default must be left out: a file has no default, not "a"'],
    [options({ short: 'lo' }), 'options.loud.short must be one letter, not "lo"'],
    [options({ short: 'y' }), 'options.loud.short must be a letter that is free, not "y"'],
    [options({ type: 'integer', default: '1' }), 'options.loud.default must be a integer, not "1"'],
    [options({ type: 'boolean', default: 1 }), 'options.loud.default must be a boolean, not 1'],
    [
      { options: { json: { summary: 'x' } } },
      'options.json must be called otherwise, since every command has it, not "json"',
    ],
    [
      { ...args({}), options: { who: { summary: 'x' } } },
      'options.who must be called otherwise than an argument, not "who"',
    ],
  ])('with %j is refused', (change, message) => {
    const expected = { outcome: 'config', message: expect.stringContaining(`scripts/hello.sh: ${message}`) };
    expect(() => read(change)).toThrow(expect.objectContaining(expected));
  });

  it.each([
    [{ sumary: 'x' }, 'sumary must be one of the keys name, summary,'],
    [args({ kind: 'string' }), 'args.who.kind must be one of the keys summary, required, variadic, choices, default'],
    [{ environ: ['HOME'] }, 'environ must be one of the keys'],
    [JSON.parse('{"__proto__": 1}'), '__proto__ must be one of the keys'],
    [{ constructor: 1 }, 'constructor must be one of the keys'],
  ])('with the key of %j, which nobody knows, is refused', (change, message) => {
    expect(() => read(change)).toThrow(message);
  });

  it.each([[null], ['text'], [['list']], [7]])('that is %j is refused', (content) => {
    expect(() => readManifest(content, 'scripts/hello.sh', 'hello')).toThrow(
      'scripts/hello.sh: what it says must be keys with values (name, summary,',
    );
  });

  it('knows every option that all commands take', () => {
    expect(takenOptions).toEqual(Object.keys(globalOptions));
    const letters = Object.values(globalOptions).flatMap((option) => ('short' in option ? [option.short] : []));
    expect(takenLetters).toEqual(letters);
  });
});

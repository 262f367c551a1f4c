import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childFlags } from '../../../src/run/child-flags.ts';

const root = resolve(import.meta.dirname, '../../..');

const parent = mkdtempSync(join(tmpdir(), 'ops-build-'));
let first: Record<string, string>;
let files: Record<string, string>;

function build(folder: string): Record<string, string> {
  execFileSync(process.execPath, [join(root, '.build/build.js'), folder]);
  const paths = globSync('**/*.{js,ts}', { cwd: folder }).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

beforeAll(() => {
  first = build(join(parent, 'dist'));
  writeFileSync(join(parent, 'dist/commands/gone.js'), '');
  files = build(join(parent, 'dist'));
});
afterAll(() => rmSync(parent, { recursive: true }));

const imports = (content = ''): string[] =>
  [...content.matchAll(/^(?:import|export)\b[^;'"]*["']([^"']+)["']|\b(?:import|require)\("([^"]+)"\)/gm)].map(
    ([, still, other]) => still ?? other ?? '',
  );

describe('the build', () => {
  it('gives the same files each time, and wipes what no source stands for', () => {
    expect(files).toEqual(first);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  it('puts each command into a file of its name', () => {
    const built = Object.keys(files).filter((path) => path.startsWith('commands/'));
    const isCommand = (name: string): boolean =>
      name.endsWith('.ts') || existsSync(join(root, 'commands', name, `${name}.ts`));
    const names = readdirSync(join(root, 'commands'))
      .filter(isCommand)
      .map((name) => name.replace(/\.ts$/, ''));
    expect(built).toEqual([...names, 'doctor', 'listen', 'sandbox', 'say'].map((name) => `commands/${name}.js`).sort());
  });

  it('brings along the fonts that charts are written in, and what may be done with them', () => {
    expect(readdirSync(join(parent, 'dist/src/charts/fonts')).sort()).toEqual([
      ...['LICENSE.txt', 'inter-regular.woff2', 'inter-semibold.woff2'],
    ]);
  });

  it('takes in every library but the clients of Slack, what they share with proxies and the sandbox, and what paints', () => {
    const libraries = Object.entries(files)
      .filter(([path]) => path.endsWith('.js'))
      .flatMap(([, content]) => imports(content))
      .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier));
    expect([...new Set(libraries)].sort()).toEqual([
      ...['@napi-rs/canvas', '@slack/socket-mode', '@slack/web-api', 'undici', 'ws'],
    ]);
  });

  it('starts with files that an older Node can read, to say so', () => {
    expect(imports(files['bin/ops.js'])).toEqual(['../host/code.js', 'url', '../host/terminal.js']);
    expect(imports(files['host/code.js']).filter((specifier) => !isBuiltin(specifier))).toEqual([]);
  });

  it('keeps the code of what lines load, and of nothing else', () => {
    const own = `${process.version}-${process.platform}-${process.arch}`;
    expect(readdirSync(join(parent, 'dist/code')).sort()).toEqual([`${own}-child`, `${own}-line`]);
    for (const of of ['line', 'child']) {
      const kept = globSync('**/*.code', { cwd: join(parent, 'dist/code', `${own}-${of}`) });
      expect(kept).toEqual(
        expect.arrayContaining(['chunks/start.js.code', 'chunks/line.js.code', 'commands/help.js.code']),
      );
      expect(kept.filter((path) => /listen|sandbox|doctor|say/.test(path))).toEqual([]);
    }
  });

  it.each([
    ['line', ['--min-semi-space-size=8']],
    ['child', childFlags],
  ])('keeps code that V8 takes under the flags of a %s', (of, flags) => {
    const folder = `code/${process.version}-${process.platform}-${process.arch}-${of}`;
    const script = `
      const { readFileSync } = require('node:fs');
      const wrapped = '(function (exports, require, module, __filename, __dirname) { ' + readFileSync('chunks/line.js') + '\\n})';
      const cachedData = readFileSync('${folder}/chunks/line.js.code');
      console.log(new (require('node:vm').Script)(wrapped, { cachedData }).cachedDataRejected);`;
    const options = { cwd: join(parent, 'dist'), encoding: 'utf8' } as const;
    expect(execFileSync(process.execPath, [...flags, '-e', script], options)).toBe('false\n');
  });
});

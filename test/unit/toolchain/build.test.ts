import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
}, 60_000);
afterAll(() => rmSync(parent, { recursive: true }));

const imports = (content = ''): string[] =>
  [...content.matchAll(/^(?:import|export)\b[^;'"]*["']([^"']+)["']|\bimport\("([^"]+)"\)/gm)].map(
    ([, still, lazy]) => still ?? lazy ?? '',
  );

describe('the build', () => {
  it('gives the same files each time, and wipes what no source stands for', () => {
    expect(files).toEqual(first);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  it('puts each command into a file of its name', () => {
    const built = Object.keys(files).filter((path) => path.startsWith('commands/'));
    const names = readdirSync(join(root, 'commands')).map((name) => name.replace(/\.ts$/, ''));
    expect(built).toEqual([...names, 'doctor', 'listen', 'sandbox', 'say'].map((name) => `commands/${name}.js`).sort());
  });

  it('takes in every library but the clients of Slack and what they share with proxies and the sandbox', () => {
    const libraries = Object.entries(files)
      .filter(([path]) => path.endsWith('.js'))
      .flatMap(([, content]) => imports(content))
      .filter((specifier) => !/^(?:\.|node:)/.test(specifier));
    expect([...new Set(libraries)].sort()).toEqual(['@slack/socket-mode', '@slack/web-api', 'undici', 'ws']);
  });

  it('starts with a file that an older Node can read, to say so', () => {
    const entry = files['bin/ops.js'];
    expect(entry?.match(/^import .*$/gm)).toEqual(['import module from "node:module";']);
  });
});

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';

const root = resolve(import.meta.dirname, '../../..');
const made = ['coverage', 'dist', 'node_modules'];

describe('the project', () => {
  it('shows at its top level what it is made of, and nothing else', () => {
    const shown = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name));
    expect(new Set(shown)).toEqual(
      new Set([
        'bin',
        'commands',
        'LICENSE',
        'package-lock.json',
        'package.json',
        'README.md',
        'src',
        'test',
        'tsconfig.json',
      ]),
    );
  });

  it('locks every library for every platform, so that a clean install works on each', () => {
    const { packages }: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const locked = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  it('locks every library that it runs with by its hash, and lets none but node run a program when it is installed', () => {
    const { packages }: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const loose = Object.entries(packages).filter(
      ([path, { dev, integrity = '' }]) => path !== '' && dev !== true && !/^sha512-/.test(integrity),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(allowScripts).toEqual({ node: true });
  });
});

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string>; dev?: boolean; integrity?: string }>;
}

describe('the closing line of .ci/run', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
  const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
  const unloaded = { status: 'failed', assertionResults: [] };

  const close = (...reports: string[]): { status: number | null; stdout: string } => {
    const folder = temporaryFolder();
    const paths = reports.map((report, at) => writeProgram(folder, `report-${at}.json`, report));
    const words = [join(root, '.ci/summary.js'), ...paths];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    return { status, stdout };
  };

  it.each([
    ['all is well', [passed], 1, 0, '1 passed, 0 failed\n', 0],
    ['a test fails', [passed, failed], 2, 1, '2 passed, 1 failed\n', 1],
    ['a file cannot be loaded', [passed, unloaded], 1, 0, '1 passed, 1 failed\n', 1],
  ])('counts what the tests came to where %s', (_, testResults, numPassedTests, numFailedTests, stdout, status) => {
    expect(close(JSON.stringify({ testResults, numPassedTests, numFailedTests }))).toEqual({ stdout, status });
  });

  it('adds up what several reports say', () => {
    const report = JSON.stringify({ testResults: [failed], numPassedTests: 3, numFailedTests: 1 });
    expect(close(report, report)).toEqual({ stdout: '6 passed, 2 failed\n', status: 1 });
    expect(close(report, '')).toEqual({ stdout: '3 passed, 2 failed\n', status: 1 });
  });

  it('counts a failure where the tests never ended', () => {
    expect(close('')).toEqual({ stdout: '0 passed, 1 failed\n', status: 1 });
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';

const launcher = resolve(import.meta.dirname, '../../../bin/ops');

/** A built project in a folder with a space in its name; its program says how it was started. */
function project(program = 'console.log(JSON.stringify(process.argv.slice(2)))'): string {
  const root = join(temporaryFolder(), 'my project');
  mkdirSync(join(root, 'bin'), { recursive: true });
  copyFileSync(launcher, join(root, 'bin/ops'));
  writeProgram(root, 'dist/bin/ops.js', program);
  return root;
}

function start(file: string, args: string[] = [], path = process.env['PATH'] ?? '') {
  const { status, stdout, stderr } = spawnSync(file, args, { env: { PATH: path }, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('bin/ops', () => {
  it('passes every word on untouched', () => {
    const words = ['deploy', 'two words', '', '$HOME', '"', '*', '--', '-n'];
    expect(JSON.parse(start(join(project(), 'bin/ops'), words).stdout)).toEqual(words);
  });

  it('leaves with the exit code of the program', () => {
    expect(start(join(project('process.exit(75)'), 'bin/ops')).status).toBe(75);
  });

  it('becomes the program, so that a signal meets no one between', async () => {
    const child = spawn(join(project('console.log(process.pid)'), 'bin/ops'), { stdio: ['ignore', 'pipe', 'inherit'] });
    const [pid] = await child.stdout.setEncoding('utf8').toArray();
    expect(Number(pid)).toBe(child.pid);
  });

  it('prefers the Node that was installed with it', () => {
    const root = project();
    writeProgram(root, 'node_modules/.bin/node', '#!/bin/sh\necho its own\n');
    expect(start(join(root, 'bin/ops')).stdout).toBe('its own\n');
  });

  it('finds its project through the links of npm', () => {
    const root = project();
    const elsewhere = temporaryFolder();
    const link = (target: string, path: string): void => {
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(target, path);
    };
    link(root, join(elsewhere, 'node_modules/chatops'));
    link('../chatops/bin/ops', join(elsewhere, 'node_modules/.bin/ops'));
    link(join(elsewhere, 'node_modules/.bin/ops'), join(elsewhere, 'bin/ops'));
    expect(start(join(elsewhere, 'bin/ops'), ['whoami']).stdout).toBe('["whoami"]\n');
  });

  it('says in one line that it is not built, and what to do about it', () => {
    const root = project();
    rmSync(join(root, 'dist'), { recursive: true });
    expect(start(join(root, 'bin/ops'))).toEqual({
      status: 78,
      stdout: '',
      stderr: `ops is not built yet: run \`npm install\` in ${root} (its scripts must be allowed to run)\n`,
    });
  });

  it('says in one line that there is no Node', () => {
    const { status, stderr } = start(join(project(), 'bin/ops'), [], temporaryFolder());
    expect({ status, stderr }).toEqual({
      status: 78,
      stderr: 'ops needs Node 24 or newer, and there is none: install it from https://nodejs.org\n',
    });
  });
});

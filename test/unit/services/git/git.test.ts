import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Exec } from '../../../../src/context/system.ts';
import { openGit } from '../../../../src/services/git/git.ts';
import { createExec } from '../../../../src/system/exec.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const exec = createExec(process.env);

interface Made {
  path: string;
  git(...words: string[]): string;
  /** The commit of each message. */
  commits: Record<string, string>;
}

/** A repository called web: `one` (v1.0, v1.1), `two` on main (annotated v2.0), `three` on release/next. */
function makeRepository(): Made {
  const path = join(temporaryFolder(), 'web');
  mkdirSync(path);
  const git = (...words: string[]): string => {
    const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'tag.gpgSign=false'];
    return execFileSync('git', ['-C', path, ...identity, '-c', 'commit.gpgSign=false', ...words], {
      encoding: 'utf8',
    }).trim();
  };
  const commits: Record<string, string> = {};
  const commit = (message: string): void => {
    git('commit', '--quiet', '--allow-empty', '--message', message);
    commits[message] = git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('one');
  git('tag', 'v1.0');
  git('tag', 'v1.1');
  commit('two');
  git('tag', '--annotate', '--message', 'second', 'v2.0');
  git('branch', 'plain');
  git('checkout', '--quiet', '-b', 'release/next');
  commit('three');
  git('checkout', '--quiet', 'main');
  return { path, git, commits };
}

/** Counts the programs that are run. */
function counted(): { exec: Exec; lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    exec: (file, args, options) => {
      lines.push([file, ...args].join(' '));
      return exec(file, args, options);
    },
  };
}

describe.each([
  ['a folder', (path: string) => path],
  ['an address', (path: string) => `file://${path}`],
])('git in %s', (_, addressOf) => {
  it.each([
    ['a branch', 'main', 'two', 'v2.0'],
    ['a branch with a slash', 'release/next', 'three', undefined],
    ['a tag', 'v1.0', 'one', 'v1.0'],
    ['another tag of the same commit', 'v1.1', 'one', 'v1.1'],
    ['an annotated tag, which stands for its commit', 'v2.0', 'two', 'v2.0'],
    ['a full name', 'refs/heads/main', 'two', 'v2.0'],
    ['HEAD', 'HEAD', 'two', 'v2.0'],
  ])('resolves %s', async (__, ref, message, name) => {
    const { path, commits } = makeRepository();
    const commit = commits[message] ?? '';
    const version = await openGit(exec, addressOf(path)).resolve(ref);
    expect(version).toEqual({ commit, name: name ?? commit.slice(0, 10) });
  });

  it('resolves a full commit, and names it by its tag', async () => {
    const { path, commits } = makeRepository();
    const commit = commits.one ?? '';
    expect(await openGit(exec, addressOf(path)).resolve(commit)).toEqual({ commit, name: 'v1.1' });
  });

  it('tells what has changed and who did it, and nothing of what is not there', async () => {
    const { path, commits } = makeRepository();
    const { one = '', three = '' } = commits;
    const git = openGit(exec, addressOf(path));
    const titles = async (...range: [string, string]) =>
      (await git.changes(...range)).map((line) => line.slice(line.indexOf(' ') + 1));
    expect(await titles(one, three)).toEqual(['three (Ana)', 'two (Ana)']);
    expect(await titles(three, one)).toEqual([]);
    expect(await titles('f'.repeat(40), three)).toEqual([]);
    expect(await titles(one, 'f'.repeat(40))).toEqual([]);
  });

  it('takes one call to git', async () => {
    const { path } = makeRepository();
    const watched = counted();
    await openGit(watched.exec, addressOf(path)).resolve('main');
    expect(watched.lines).toHaveLength(1);
  });

  it('says what the repository has instead of a ref that it has not', async () => {
    const { path } = makeRepository();
    await expect(openGit(exec, addressOf(path)).resolve('v2.1')).rejects.toMatchObject({
      outcome: 'usage',
      message: 'web has no "v2.1": neither a branch, nor a tag, nor a commit',
      hint: expect.stringContaining('--ref v2.0'),
    });
  });

  it.each([
    '--upload-pack=touch x',
    '-v',
    '',
    ' ',
    'main..plain',
    '^main',
    ':/one',
    'main:file',
    'ma*n',
    'a\0b',
    '/main',
  ])('refuses "%s", which git would not take for a commit', async (ref) => {
    const { path } = makeRepository();
    const watched = counted();
    const resolving = openGit(watched.exec, addressOf(path)).resolve(ref);
    await expect(resolving).rejects.toMatchObject({ outcome: 'usage' });
    expect(watched.lines).toEqual([]);
  });

  it('says that it is not a repository', async () => {
    const folder = temporaryFolder();
    await expect(openGit(exec, addressOf(folder)).resolve('main')).rejects.toMatchObject({
      outcome: 'config',
      message: `${addressOf(folder)} is not a git repository`,
    });
  });

  it('says that git is not installed', async () => {
    const bare = createExec({ PATH: temporaryFolder() });
    await expect(openGit(bare, addressOf('/somewhere/web')).resolve('main')).rejects.toMatchObject({
      outcome: 'unavailable',
      message: 'web cannot be read: git: no such program',
    });
  });

  it('stops when the run is stopped', async () => {
    const { path } = makeRepository();
    const resolving = openGit(exec, addressOf(path)).resolve('main', AbortSignal.abort());
    await expect(resolving).rejects.toMatchObject({ outcome: 'cancelled' });
  });
});

describe('git in a folder', () => {
  it.each([
    ['a short commit', (commits: Made['commits']) => commits.three?.slice(0, 8) ?? ''],
    ['what comes before a branch', () => 'release/next~0'],
  ])('resolves %s', async (_, refOf) => {
    const { path, commits } = makeRepository();
    expect(await openGit(exec, path).resolve(refOf(commits))).toMatchObject({ commit: commits.three });
  });

  it('finds a branch rather than a file of the same name', async () => {
    const { path, commits } = makeRepository();
    mkdirSync(join(path, 'main'));
    expect(await openGit(exec, path).resolve('main')).toMatchObject({ commit: commits.two });
  });

  it('says that a commit of a repository without commits is not there', async () => {
    const { path } = makeRepository();
    const empty = join(path, 'empty');
    execFileSync('git', ['init', '--quiet', empty]);
    await expect(openGit(exec, empty).resolve('main')).rejects.toMatchObject({
      outcome: 'usage',
      message: expect.stringContaining('empty has no "main"'),
    });
  });

  it('says that the folder does not exist', async () => {
    const folder = join(temporaryFolder(), 'gone');
    await expect(openGit(exec, folder).resolve('main')).rejects.toMatchObject({
      outcome: 'config',
      message: `the repository ${folder} does not exist`,
    });
  });
});

describe('git at an address', () => {
  it('says which address cannot be reached, without its credentials', async () => {
    const server = createServer((socket: Socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error: Error = await openGit(exec, `http://ana:secret@${host}/web.git`)
      .resolve('main')
      .then(
        () => new Error('it was reached'),
        (thrown: Error) => thrown,
      );
    expect(error).toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining(`web (http://${host}/web.git)`),
    });
    expect(JSON.stringify([error.message, error])).not.toContain('secret');
  });
});

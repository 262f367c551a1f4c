import { describe, expect, it } from 'vitest';
import { findRemote, readDecorations, readRemote, shortName, versionOf } from '../../../../src/services/git/refs.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('versionOf', () => {
  it.each([
    ['the tag that was asked for', ['v1', 'v2'], 'v1', 'v1'],
    ['the tag that was asked for in full', ['v1', 'v2'], 'refs/tags/v1', 'v1'],
    ['the newest tag on the commit', ['v1.9', 'v1.10', 'v1.2'], 'main', 'v1.10'],
    ["the commit's first ten digits", [], 'main', '0123456789'],
  ])('names a version by %s', (_, tags, ref, name) => {
    expect(versionOf(commit, tags, ref)).toEqual({ commit, name });
  });
});

describe('readDecorations', () => {
  it.each([
    ['', []],
    ['tag: refs/tags/v1', ['v1']],
    ['tag: refs/tags/team/v2, tag: refs/tags/v1', ['team/v2', 'v1']],
  ])('reads "%s"', (decorations, tags) => {
    expect(readDecorations(decorations)).toEqual(tags);
  });
});

describe('readRemote', () => {
  it('takes the commit that an annotated tag stands for', () => {
    expect(readRemote('aaa\trefs/heads/main\nbbb\trefs/tags/v1\nccc\trefs/tags/v1^{}\n')).toEqual([
      { name: 'refs/heads/main', commit: 'aaa' },
      { name: 'refs/tags/v1', commit: 'ccc' },
    ]);
  });
});

describe('findRemote', () => {
  const refs = readRemote(
    'aaa\trefs/heads/main\nbbb\trefs/tags/v1\nccc\trefs/heads/v1\nddd\trefs/heads/team/x\neee\tHEAD\n',
  );

  it.each([
    ['main', 'aaa'],
    ['v1', 'bbb'],
    ['heads/v1', 'ccc'],
    ['refs/heads/v1', 'ccc'],
    ['team/x', 'ddd'],
    ['HEAD', 'eee'],
    ['x', undefined],
  ])('finds %s', (ref, found) => {
    expect(findRemote(refs, ref)).toBe(found);
  });
});

describe('shortName', () => {
  it.each([
    ['refs/heads/main', 'main'],
    ['refs/tags/v1', 'v1'],
    ['refs/remotes/origin/main', 'origin/main'],
  ])('of %s is %s', (ref, name) => {
    expect(shortName(ref)).toBe(name);
  });
});

import { describe, expect, it } from 'vitest';
import { checkTarget, missingIn, pathsIn } from '../../../../src/services/graphite/names.ts';
import { shortNames } from '../../../../src/services/graphite/read.ts';
import { faultOf } from '../../../../src/services/graphite/words.ts';

describe('a target of Graphite', () => {
  it.each([
    ['a.b', ['a.b']],
    ['sumSeries(a.{b,c}.d, a.[12].*)', ['a.{b,c}.d', 'a.[12].*']],
    ["alias(scale(a.b, -1.5e3), 'x.y (z)')", ['a.b']],
    ['movingAverage(a.b,"5min")', ['a.b']],
    ['summarize(a.b, "1h", "sum", alignToFrom=true)', ['a.b']],
    ['randomWalk()', []],
  ])('%s names %j', (target, paths) => {
    expect(pathsIn(target)).toEqual(paths);
  });

  it.each([
    ['a(b', 'a ( is not closed'],
    ['a)', 'there is a ) too many'],
    ['a.{b', 'a { is not closed'],
    ['a(b]', 'there is a ] too many'],
    ["alias(a,'b)", 'a quote is open'],
    ['sum(,a)', 'something is missing'],
    ['sum(a,,b)', 'something is missing'],
    ['', 'something is missing'],
  ])('%j cannot be read: %s', (target, why) => {
    expect(() => checkTarget(target)).toThrow(why);
  });

  it.each(['a.b', "alias(a.{b,c}[1], 'it has ( and [')", 'sumSeries(a, b)', 'alias(a, "")'])('%s can', (target) => {
    expect(() => checkTarget(target)).not.toThrow();
  });
});

describe('what is missing', () => {
  const tree = ['shop.web.requests', 'shop.web.errors', 'shop.api.requests', 'ops.up'];
  const find = async (query: string) => {
    const parts = query.split('.');
    const matching = tree.filter((name) => parts.every((part, at) => part === '*' || part === name.split('.')[at]));
    const paths = [...new Set(matching.map((name) => name.split('.').slice(0, parts.length).join('.')))];
    return paths.map((path) => ({ path, isLeaf: tree.includes(path) }));
  };

  it.each([
    ['shop.web.requests', undefined],
    ['shop.*.requests', undefined],
    ['shop.web.reqests', ['shop.web.requests']],
    ['shop.wbe.requests', ['shop.web.requests']],
    ['shp.api.requests', ['shop.api.requests']],
    ['shop.web', ['shop.web.requests', 'shop.web.errors']],
    ['shop.web.zebra', ['shop.web.requests', 'shop.web.errors']],
    ['zebra', []],
    ['sumSeries(shop.web.requests, ops.pu)', ['ops.up']],
  ])('of %s is said with what is near: %j', async (target, near) => {
    expect((await missingIn(target, find))?.near).toEqual(near);
  });
});

it.each([
  [['a.b'], ['a.b']],
  [
    ['prod.web1.cpu.load', 'prod.web2.cpu.load'],
    ['web1', 'web2'],
  ],
  [
    ['a.x.1', 'a.y.2'],
    ['x.1', 'y.2'],
  ],
  [
    ['a.b', 'a.b.c'],
    ['a.b', 'a.b.c'],
  ],
  [
    ['a.b', 'a.b'],
    ['a.b', 'a.b'],
  ],
  [
    ['scale(a.b,2)', 'scale(a.c,2)'],
    ['scale(a.b,2)', 'scale(a.c,2)'],
  ],
])('series %j are called %j', (names, short) => {
  expect(shortNames(names)).toEqual(short);
});

it.each([
  [
    'Invalid parameters (Received request for unknown function: foo); targets: &quot;foo(x)&quot;',
    'Received request for unknown function: foo',
  ],
  ['<html><head><title>x</title></head><body><h1>Server Error (500)</h1></body></html>', 'Server Error (500)'],
  ['<style>p { color: red }</style><p>It is &lt;down&gt;</p>', 'It is <down>'],
  ['', ''],
])('the page %j says %j', (page, words) => {
  expect(faultOf(page)).toBe(words);
});

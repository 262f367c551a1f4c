import { describe, expect, it } from 'vitest';
import { branchOf, type Locator, locatorOf } from '../../../../src/services/teamcity/locator.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

describe('a locator', () => {
  it.each<[string, Locator, string]>([
    ['has its dimensions in order', { id: 7, defaultFilter: false, count: 20 }, 'id:7,defaultFilter:false,count:20'],
    ['leaves out what is not given', { id: 7, branch: undefined }, 'id:7'],
    ['holds another one', { buildType: { id: 'Web_Deploy' } }, 'buildType:(id:Web_Deploy)'],
    ['takes names in any script as they are', { name: 'Εφαρμογή 応用' }, 'name:Εφαρμογή 応用'],
    ['puts parentheses around what divides', { name: 'a:b,c' }, 'name:(a:b,c)'],
    ['encodes parentheses', { name: 'Build (all)' }, `name:($base64:${base64('Build (all)')})`],
    ['encodes a dollar', { name: '$base64:x' }, `name:($base64:${base64('$base64:x')})`],
    ['encodes what would be trimmed, or be nothing', { a: ' b', c: '' }, `a:($base64:${base64(' b')}),c:($base64:)`],
    ['finds builds of any branch', { branch: branchOf(undefined) }, 'branch:(default:any)'],
    ['finds a branch by its name', { branch: branchOf('feature/login') }, 'branch:(name:feature/login)'],
    ['never reads the name of a branch', { branch: branchOf('a:b') }, 'branch:(name:(value:(a:b)))'],
    ['nor one of signs', { branch: branchOf('a)') }, `branch:(name:(value:($base64:${base64('a)')})))`],
  ])('%s', (_, parts, expected) => {
    expect(locatorOf(parts)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { placeOf, sharedPlaces } from '../../../../commands/artifacts/place.ts';

describe('the place of an artifact', () => {
  it.each([
    ['shop.zip', ['shop.zip']],
    ['out/shop 1.zip', ['out', 'shop 1.zip']],
    ['./out//shop.zip', ['out', 'shop.zip']],
    ['выкладка/приложение.apk', ['выкладка', 'приложение.apk']],
    ['成果物/アプリ 👩‍👩‍👧.zip', ['成果物', 'アプリ 👩‍👩‍👧.zip']],
    ['..shop', ['..shop']],
    ['shop..zip', ['shop..zip']],
    ['.gitignore', ['.gitignore']],
    [String.raw`out\shop.zip`, ['out', 'shop.zip']],
    ['-rf', ['-rf']],
  ])('of %j is in the folder', (name, parts) => {
    expect(placeOf(name)).toEqual({ parts });
  });

  it.each([
    ['../shop.zip', 'it leads out of the folder'],
    ['out/../../shop.zip', 'it leads out of the folder'],
    ['out/..', 'it leads out of the folder'],
    [String.raw`out\..\..\shop.zip`, 'it leads out of the folder'],
    ['.. /shop.zip', 'it leads out of the folder'],
    ['/etc/passwd', 'it is the name of a place on a disk'],
    [String.raw`\\host\share`, 'it is the name of a place on a disk'],
    ['C:/shop.zip', 'it is the name of a place on a disk'],
    ['shop\0.zip', 'it holds characters that are not shown'],
    ['shop\n.zip', 'it holds characters that are not shown'],
    ['', 'it is no name'],
    ['./.', 'it is no name'],
    ['.git/hooks/post-commit', 'git keeps its own there'],
    ['sub/.GIT/config', 'git keeps its own there'],
  ])('of %j is nowhere', (name, fault) => {
    expect(placeOf(name)).toEqual({ fault });
  });

  it('is one that no other has, in capitals or not, however its accents are written', () => {
    expect(sharedPlaces([['a'], ['b'], ['out', 'a']])).toEqual([]);
    expect(
      sharedPlaces([
        ['out', 'A'],
        ['out', 'a'],
      ]),
    ).toEqual(['out/a']);
    expect(sharedPlaces([['\u00e9'], ['e\u0301']])).toHaveLength(1);
  });
});

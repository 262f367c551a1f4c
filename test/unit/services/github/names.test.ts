import { describe, expect, it } from 'vitest';
import { placeOf, shortName, workflowName } from '../../../../src/services/github/names.ts';

const one = ['acme/shop', 'acme/till.js'];
const several = ['acme/shop', 'other/shop'];

describe('the name of a job', () => {
  it.each([
    ['shop/release', one, { repository: 'acme/shop', workflow: 'release' }],
    ['acme/shop/release', one, { repository: 'acme/shop', workflow: 'release' }],
    ['SHOP/release', one, { repository: 'acme/shop', workflow: 'release' }],
    ['/till.js/ci/', one, { repository: 'acme/till.js', workflow: 'ci' }],
    ['shop', one, { repository: 'acme/shop', workflow: undefined }],
    ['acme/shop', one, { repository: 'acme/shop', workflow: undefined }],
    ['other/shop/ci', several, { repository: 'other/shop', workflow: 'ci' }],
    ['nowhere/ci', one, undefined],
    ['ci', one, undefined],
    ['', one, undefined],
    ['evil/shop/ci', one, undefined],
  ])('%s is a workflow of a repository', (job, repositories, place) => {
    expect(placeOf(job, repositories)).toEqual(place);
  });

  it('has its owner where several repositories are called so', () => {
    expect([shortName('acme/shop', one), shortName('acme/shop', several)]).toEqual(['shop', 'acme/shop']);
    expect(() => placeOf('shop/ci', several)).toThrow(
      'shop is the name of several repositories: acme/shop, other/shop',
    );
  });

  it.each([
    ['.github/workflows/release.yml', 'release'],
    ['.github/workflows/release.prod.yaml@main', 'release.prod'],
    ['dynamic/pages/pages-build-deployment', 'pages-build-deployment'],
  ])('is the name of its file: %s', (path, name) => {
    expect(workflowName(path)).toBe(name);
  });
});

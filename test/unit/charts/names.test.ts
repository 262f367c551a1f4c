import { expect, it } from 'vitest';
import { whatDiffers } from '../../../src/charts/names.ts';

it.each([
  [
    ['stats.prod.web-1.cpu', 'stats.prod.web-2.cpu'],
    ['web-1', 'web-2'],
  ],
  [
    ['a.x.b.p', 'a.y.b.q'],
    ['x…p', 'y…q'],
  ],
  [
    ['eu.web.cpu', 'us.mail.cpu'],
    ['eu.web', 'us.mail'],
  ],
  [
    ['http{code="200", job="web", host="1.2.3.4:9"}', 'http{code="500", job="web", host="1.2.3.5:9"}'],
    ['200, 1.2.3.4:9', '500, 1.2.3.5:9'],
  ],
  [
    ['prod.web.cpu', 'prod.web.disk.cpu'],
    ['cpu', 'disk.cpu'],
  ],
  [
    ['web', 'mail'],
    ['web', 'mail'],
  ],
  [
    ['web', 'web.mail'],
    ['web', 'web.mail'],
  ],
  [
    ['prod.web', 'prod.web'],
    ['prod.web', 'prod.web'],
  ],
  [['prod.web'], ['prod.web']],
  [[], []],
])('tells %j apart by %j', (names, found) => {
  expect(whatDiffers(names)).toEqual(found);
});

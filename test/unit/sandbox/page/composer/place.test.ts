import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../../../src/sandbox/page/composer/place.ts';

const window = { width: 1000, height: 800 };
const size = { width: 300, height: 200 };
const anchor = (left: number, top: number) => ({ left, top, width: 30, height: 30 });

describe('what opens beside its anchor', () => {
  it.each([
    ['stands above it', anchor(100, 700), { left: 100, top: 494 }],
    ['stands below it where there is no room above', anchor(100, 50), { left: 100, top: 86 }],
    ['stays within the window at the right', anchor(900, 700), { left: 692, top: 494 }],
    ['stays within the window at the left', anchor(0, 700), { left: 8, top: 494 }],
  ])('%s', (_, at, placed) => {
    expect(placeBeside(at, size, window)).toEqual(placed);
  });

  it('is seen whole where there is room nowhere', () => {
    expect(placeBeside(anchor(100, 100), size, { width: 1000, height: 250 })).toEqual({ left: 100, top: 8 });
    expect(placeBeside(anchor(100, 100), size, { width: 200, height: 100 })).toEqual({ left: 8, top: 8 });
  });
});

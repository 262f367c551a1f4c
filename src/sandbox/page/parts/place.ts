export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface PlaceOptions {
  /** The edge that both have in common. @default 'left' */
  align?: 'left' | 'right' | 'center';
  /** Where it goes if there is room. @default 'below' */
  side?: 'below' | 'above';
}

const gap = 4;
const margin = 8;

export const windowSize = (): Size => ({ width: document.documentElement.clientWidth, height: innerHeight });

/** Where something floats beside what it belongs to: on the other side where this one lacks room, never off the window. */
export function placeBeside(
  anchor: Box,
  size: Size,
  page: Size,
  options: PlaceOptions = {},
): { left: number; top: number } {
  const { align = 'left', side = 'below' } = options;
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - size.height;
  const fitsBelow = below + size.height <= page.height - margin;
  const fitsAbove = above >= margin;
  const goesBelow = side === 'below' ? fitsBelow || !fitsAbove : !fitsAbove && fitsBelow;
  const offsets = { left: 0, right: anchor.width - size.width, center: (anchor.width - size.width) / 2 };
  const within = (at: number, most: number): number => Math.max(margin, Math.min(at, most - margin));
  return {
    left: within(anchor.left + offsets[align], page.width - size.width),
    top: within(goesBelow ? below : above, page.height - size.height),
  };
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Placed {
  left: number;
  top: number;
}

const gap = 6;
const edge = 8;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** Beside the anchor: above it where there is room, else below, and always within the window. */
export function placeBeside(
  anchor: Box,
  size: { width: number; height: number },
  window: { width: number; height: number },
  side: 'start' | 'end' = 'start',
): Placed {
  const start = side === 'start' ? anchor.left : anchor.left + anchor.width - size.width;
  const left = within(start, edge, window.width - size.width - edge);
  const above = anchor.top - gap - size.height;
  const below = anchor.top + anchor.height + gap;
  const isBelow = above < edge && window.height - below - size.height >= edge;
  return {
    left: Math.max(edge, left),
    top: within(isBelow ? below : above, edge, Math.max(edge, window.height - size.height - edge)),
  };
}

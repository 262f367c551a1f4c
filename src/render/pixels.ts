/** A picture as it is painted: red, green, blue and alpha of each point, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Red, green and blue in one number; undefined where the picture is clear. */
export function colorAt({ width, height, data }: Pixels, x: number, y: number): number | undefined {
  if (x >= width || y >= height) return undefined;
  const at = (y * width + x) * 4;
  const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
  return alpha < 128 ? undefined : (red << 16) | (green << 8) | blue;
}

export const channels = (color: number): [red: number, green: number, blue: number] => [
  color >> 16,
  (color >> 8) & 255,
  color & 255,
];

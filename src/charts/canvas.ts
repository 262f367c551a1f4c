import { type Canvas, createCanvas, GlobalFonts, Image, type SKRSContext2D } from '@napi-rs/canvas';

export type { Canvas, SKRSContext2D as Pen };

/** What the fonts that are brought along are called: a machine's own may be other ones, or none. */
const own = 'ops charts';

/** Scripts that those have not are taken from the machine, where it has one of these. */
const others = [
  ...['Noto Sans', 'Noto Sans CJK SC', 'Noto Sans CJK JP', 'Noto Sans Arabic', 'Noto Sans Hebrew'],
  ...['Noto Sans Devanagari', 'Noto Sans Thai', 'PingFang SC', 'Hiragino Sans', 'Apple SD Gothic Neo'],
  ...['Microsoft YaHei', 'Yu Gothic', 'Malgun Gothic', 'Segoe UI', 'Arial Unicode MS', 'DejaVu Sans'],
  ...['Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji'],
];

export const fontFamilies = [own, ...others].map((name) => `"${name}"`).join(', ');

let isReady = false;

/** `fonts` are paths of files. */
export function openCanvas(width: number, height: number, fonts: readonly string[]): Canvas {
  if (!isReady) for (const path of fonts) GlobalFonts.registerFromPath(path, own);
  isReady = true;
  return createCanvas(width, height);
}

export const toPng = (canvas: Canvas): Buffer => canvas.toBuffer('image/png');

/** The points of a picture, each as red, green, blue and alpha. */
export interface Painted {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A larger one takes more memory than it is worth: 64 MB. A few bytes can say that they are that many. */
const mostPoints = 2 ** 24;

/** A PNG, no larger than this and in its own shape; undefined where it is none. */
export async function readPixels(content: Uint8Array, width: number, height: number): Promise<Painted | undefined> {
  const bytes = Buffer.from(content);
  if (!isModest(bytes)) return undefined;
  const image = new Image();
  image.src = bytes;
  await image.decode().catch(() => undefined);
  if (!(image.width > 0 && image.height > 0)) return undefined;
  const scale = Math.min(1, width / image.width, height / image.height);
  const [columns, rows] = [sized(image.width * scale), sized(image.height * scale)];
  const pen = createCanvas(columns, rows).getContext('2d');
  // What keeps its size keeps its points.
  pen.imageSmoothingEnabled = scale < 1;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, columns, rows);
  const { data } = pen.getImageData(0, 0, columns, rows);
  return { width: columns, height: rows, data };
}

const sized = (size: number): number => Math.max(1, Math.round(size));

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

const isModest = (bytes: Buffer): boolean =>
  bytes.length > 24 &&
  bytes.subarray(0, pngStart.length).equals(pngStart) &&
  bytes.readUInt32BE(16) * bytes.readUInt32BE(20) <= mostPoints;

import type { Json } from '../../state/model.ts';
import { integer, string } from '../blocks/json.ts';
import { sizeText } from '../parts/size.ts';

export type FileKind = 'image' | 'text' | 'other';

const shown = /^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)$/u;
const texts = /^(?:text\/|application\/(?:json|xml|javascript|x-sh|x-yaml|yaml|toml|sql)\b)/u;

/** How a file is shown: as a picture, as the lines of its text, or as a card. */
export function fileKind(file: Json): FileKind {
  const type = string(file['mimetype']);
  if (shown.test(type)) return 'image';
  return file['mode'] === 'snippet' || (texts.test(type) && typeof file['preview'] === 'string') ? 'text' : 'other';
}

export const fileName = (file: Json): string => string(file['title']) || string(file['name']) || 'File';

/** `Log · 12 kB`. */
export function fileNote(file: Json): string {
  const type = string(file['pretty_type']) || string(file['filetype']).toUpperCase();
  return [type, sizeText(Number(file['size']))].filter((part) => part !== '').join(' · ');
}

/** Its width and height in pixels, where they are known. */
export function pictureSize(file: Json): { width: number; height: number } | undefined {
  const width = integer(file['original_w'] ?? file['thumb_360_w'], 0, 20_000);
  const height = integer(file['original_h'] ?? file['thumb_360_h'], 0, 20_000);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

const widest = 360;
const tallest = 320;

/** The size at which it is drawn: never larger than it is. */
export function drawnSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, widest / width, tallest / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Lines of a text, without the empty one that its last line break makes. */
export const linesOf = (text: string): string[] => text.replace(/\r\n/gu, '\n').replace(/\n$/u, '').split('\n');

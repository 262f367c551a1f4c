import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Event, Picture } from '../context/events.ts';
import type { Colors } from '../render/half-blocks.ts';
import { drawPicture, hasCharactersOnly, narrowest, type PictureProtocol } from '../render/picture.ts';

/** A larger one would keep the terminal busy for too long: its path has to do. */
const largest = 10_000_000;

/** Pixels of a picture that is made of characters, each as wide as a column and half as high as a row. */
const [widest, highest] = [100, 48];

type Draw = (picture: Picture) => Promise<string>;

/** Draws the pictures of an event in a terminal that can show them. */
export function createPictures(
  protocol: PictureProtocol,
  cwd: string,
  columns: () => number,
): (event: Event) => string | Promise<string> {
  const hasSketch = hasCharactersOnly(protocol);
  let load: Promise<Draw> | undefined;
  return (event) => {
    const pictures = picturesOf(event, cwd, hasSketch);
    if (pictures.length === 0) return '';
    if (protocol === 'iterm2' || protocol === 'kitty') {
      return pictures.map((picture) => drawPicture(picture, protocol, columns())).join('');
    }
    load ??= loadPainter(protocol, columns);
    return load.then(async (draw) => (await Promise.all(pictures.map(draw))).join(''));
  };
}

/** Their points are looked at, for which a library is loaded that few lines need. */
async function loadPainter(protocol: 'sixel' | Colors, columns: () => number): Promise<Draw> {
  const canvas = await import('../charts/canvas.ts').catch(() => undefined);
  if (canvas === undefined) return async () => '';
  const { drawHalfBlocks } = await import('../render/half-blocks.ts');
  const { drawSixel } = await import('../render/sixel.ts');
  return async ({ content }) => {
    const isSixel = protocol === 'sixel';
    const [width, height] = isSixel ? [columns() * narrowest, Infinity] : [Math.min(widest, columns()), highest];
    const pixels = await canvas.readPixels(Buffer.from(content, 'base64'), width, height);
    if (pixels === undefined) return '';
    return isSixel ? `${drawSixel(pixels)}\n` : drawHalfBlocks(pixels, protocol);
  };
}

function picturesOf(event: Event, cwd: string, hasSketch: boolean): readonly Picture[] {
  if (event.type === 'line') return event.pictures ?? [];
  if (event.type !== 'result' && event.type !== 'note') return [];
  return event.blocks.flatMap((block) => {
    if (block.type !== 'image') return [];
    const { path, sketch = path } = block;
    return readPicture(resolve(cwd, hasSketch ? sketch : path));
  });
}

/** Its words and its path stand there already, so that a picture that cannot be read is left out. */
function readPicture(path: string): Picture[] {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = fstatSync(file);
    if (!found.isFile() || found.size === 0 || found.size > largest) return [];
    const name = basename(path);
    return [{ name, alt: name, content: readFileSync(file).toString('base64'), layout: '' }];
  } catch {
    return [];
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

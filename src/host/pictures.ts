import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Event, Picture } from '../context/events.ts';
import { drawPicture, type PictureProtocol } from '../render/picture.ts';

/** A larger one would keep the terminal busy for too long: its path has to do. */
const largest = 10_000_000;

/** Draws the pictures of an event in a terminal that can show them. */
export function createPictures(protocol: PictureProtocol, cwd: string): (event: Event) => string {
  return (event) =>
    picturesOf(event, cwd)
      .map((picture) => drawPicture(picture, protocol))
      .join('');
}

function picturesOf(event: Event, cwd: string): readonly Picture[] {
  if (event.type === 'line') return event.pictures ?? [];
  if (event.type !== 'result' && event.type !== 'note') return [];
  return event.blocks.flatMap((block) => (block.type === 'image' ? readPicture(resolve(cwd, block.path)) : []));
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

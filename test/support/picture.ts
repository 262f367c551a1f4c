import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const folder = join(import.meta.dirname, '../fixtures/charts');

/** Pictures are kept at half of their size: what a person would see of them is seen there too. */
async function halved(content: Uint8Array): Promise<Buffer> {
  const image = await loadImage(Buffer.from(content));
  const canvas = createCanvas(image.width / 2, image.height / 2);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/png');
}

async function pointsOf(content: Uint8Array) {
  const image = await loadImage(Buffer.from(content));
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return { size: `${image.width}x${image.height}`, data: pen.getImageData(0, 0, image.width, image.height).data };
}

/** A shade that nobody sees: edges of letters are not the same on every processor. */
const unseen = 24;

/**
 * The share of points that are not as in the picture that is kept. With RENEW_PICTURES=1 in the environment the new one is
 * kept instead: look at it before you commit it.
 */
export async function unlikeKept(name: string, content: Uint8Array): Promise<number> {
  const path = join(folder, `${name}.png`);
  const half = await halved(content);
  if (process.env['RENEW_PICTURES'] === '1') writeFileSync(path, half);
  if (!existsSync(path)) throw new Error(`${path} is missing: make it with RENEW_PICTURES=1`);
  const [kept, now] = [await pointsOf(readFileSync(path)), await pointsOf(half)];
  if (kept.size !== now.size) throw new Error(`it is ${now.size}, and ${kept.size} is kept`);
  let unlike = 0;
  for (let at = 0; at < kept.data.length; at += 4) {
    const isUnlike = [0, 1, 2].some(
      (channel) => Math.abs((kept.data[at + channel] ?? 0) - (now.data[at + channel] ?? 0)) > unseen,
    );
    if (isUnlike) unlike++;
  }
  return unlike / (kept.data.length / 4);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { PageReply } from './answer.ts';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);
/** Beyond this a second of work saves a few kilobytes, on a wire that is no wire. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const dense = new Set(['.png', '.woff2', '.ico']);

interface Asset {
  type: string;
  plain: Buffer;
  gzip?: Buffer;
  br?: Buffer;
}

export interface Assets {
  /** The page itself, read anew each time; undefined when it was not built. */
  index(): Promise<Buffer | undefined>;
  /** A file of the page, named by its content. */
  asset(name: string, accepted: string): Promise<PageReply>;
}

/** Where the built page is: beside the built code, or under the source's root. */
export function findPageFolder(from: string): string {
  const places = ['../page', './page', '../../../../dist/page'].map((place) => join(from, place));
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? join(from, '../../../../dist/page');
}

async function readAsset(path: string): Promise<Asset | undefined> {
  const plain = await readFile(path).catch(() => undefined);
  if (!plain) return undefined;
  const ending = extname(path);
  const type = types[ending] ?? 'application/octet-stream';
  if (dense.has(ending)) return { type, plain };
  const [zipped, br] = await Promise.all([compressGzip(plain), compressBrotli(plain, brotliOptions)]);
  return { type, plain, gzip: zipped, br };
}

function coded(asset: Asset, accepted: string): { body: Buffer; coding?: string } {
  const takes = (coding: string): boolean =>
    new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`, 'iu').test(accepted);
  if (asset.br && takes('br')) return { body: asset.br, coding: 'br' };
  if (asset.gzip && takes('gzip')) return { body: asset.gzip, coding: 'gzip' };
  return { body: asset.plain };
}

export function createAssets(folder: string): Assets {
  const known = new Map<string, Promise<Asset | undefined>>();
  const load = async (name: string): Promise<Asset | undefined> => {
    const loading = known.get(name) ?? readAsset(join(folder, 'assets', name));
    known.set(name, loading);
    const asset = await loading;
    // It may be there after the next build.
    if (!asset) known.delete(name);
    return asset;
  };
  return {
    index: () => readFile(join(folder, 'index.html')).catch(() => undefined),
    async asset(name, accepted) {
      const asset = /^[\w-][\w.-]*$/u.test(name) ? await load(name) : undefined;
      if (!asset) return { status: 404, body: 'not found' };
      const { body, coding } = coded(asset, accepted);
      const headers = {
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(coding === undefined ? {} : { 'content-encoding': coding }),
      };
      return { status: 200, headers, body };
    },
  };
}

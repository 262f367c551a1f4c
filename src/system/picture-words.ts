import { basename, extname } from 'node:path';
import type { Picture } from '../context/events.ts';
import { extensionOf } from '../context/file-type.ts';
import { formatSize } from '../context/size.ts';

/** What an escape code says of its picture. */
export interface PictureHeader {
  /** Without folders; empty where it has none. */
  name: string;
  isInline: boolean;
  /** How large it is to be shown, as the program wrote it: `width=40;height=auto`. */
  layout: string;
}

const longestName = 100;
const withoutUnseen = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu, '');
const layoutOption = /^(?:width|height|preserveAspectRatio)=[0-9a-z%]{1,10}$/;

export function readHeader(header: string): PictureHeader {
  const options = header.split(';');
  const name = options.find((option) => option.startsWith('name='))?.slice('name='.length) ?? '';
  const words = withoutUnseen(Buffer.from(name, 'base64').toString('utf8')).trim();
  return {
    name: Array.from(basename(words.replaceAll('\\', '/')))
      .slice(-longestName)
      .join(''),
    isInline: options.includes('inline=1'),
    layout: options.filter((option) => layoutOption.test(option)).join(';'),
  };
}

type What = 'broken' | { size: number } | { tooLarge: number };

/** The words that stand where the picture stood: the same wherever it is shown. */
export function pictureWords({ name, isInline }: PictureHeader, what: What): string {
  if (!isInline) return '';
  return `picture ${name === '' ? '' : `${name} `}(${sizeWords(what)})`;
}

function sizeWords(what: What): string {
  if (what === 'broken') return 'broken: not all of it came';
  return 'size' in what ? formatSize(what.size) : `too large: ${formatSize(what.tooLarge)} is the most`;
}

/** The picture, or undefined where there is none in it. `before` are the words on its line. */
export function toPicture({ name, layout }: PictureHeader, content: string, before: string): Picture | undefined {
  const start = Buffer.from(content.slice(0, 64), 'base64');
  if (start.length === 0) return undefined;
  const extension = extname(name) === '' ? extensionOf(start) : '';
  const alt =
    name ||
    withoutUnseen(before)
      .replace(/[\s:]+$/, '')
      .trim() ||
    'picture';
  return { name: `${name || 'picture'}${extension}`, alt, content, layout };
}

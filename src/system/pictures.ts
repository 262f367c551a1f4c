import type { Picture } from '../context/events.ts';
import { createSequenceReader, type Sequence } from './picture-sequences.ts';
import { type PictureHeader, pictureWords, readHeader, toPicture } from './picture-words.ts';

/** Takes inline pictures (OSC 1337) out of what a program prints; words stand in their place. */
export interface PictureReader {
  push(chunk: Buffer): Buffer;
  /** What was held back, in case a picture came of it. */
  end(): Buffer;
  /** Those that came since they were last taken. */
  take(): Picture[];
}

/** Bytes of one picture. A larger one is passed over, with words that say so. */
const largestPicture = 10_000_000;

export function createPictureReader(largest = largestPicture): PictureReader {
  const longest = Math.ceil(largest / 3) * 4;
  const parts = createParts(longest);
  const pictures: Picture[] = [];

  const finish = ({ header, content, before }: Whole): string => {
    if (content === undefined) return pictureWords(header, { tooLarge: largest });
    const picture = header.isInline ? toPicture(header, content, before) : undefined;
    if (picture === undefined) return pictureWords(header, 'broken');
    pictures.push(picture);
    return pictureWords(header, { size: Buffer.byteLength(content, 'base64') });
  };
  const onSequence = ({ kind, header, content, isBroken, before }: Sequence): string => {
    switch (kind) {
      case 'File':
        return finish({ header: readHeader(header), content: isBroken ? '' : content, before });
      case 'MultipartFile':
        return parts.begin(readHeader(header), before);
      case 'FilePart':
        parts.add(content);
        return '';
      case 'FileEnd': {
        const whole = parts.take();
        return whole === undefined ? '' : finish(whole);
      }
    }
  };
  const reader = createSequenceReader(longest, onSequence);
  return {
    push: reader.push,
    end: () => Buffer.concat([reader.end(), Buffer.from(parts.giveUp())]),
    take: () => pictures.splice(0),
  };
}

/** A picture of which all has come. */
interface Whole {
  header: PictureHeader;
  /** Undefined where it is too large. */
  content: string | undefined;
  before: string;
}

/** A picture in several parts, as they come. */
function createParts(longest: number) {
  let current: { header: PictureHeader; before: string; content: string[]; length: number } | undefined;
  const giveUp = (): string => {
    const words = current === undefined ? '' : pictureWords(current.header, 'broken');
    current = undefined;
    return words;
  };
  return {
    /** The words for one that never came to its end. */
    giveUp,
    begin(header: PictureHeader, before: string): string {
      const words = giveUp();
      current = { header, before, content: [], length: 0 };
      return words;
    },
    add(content: string | undefined): void {
      if (current === undefined) return;
      current.length += content?.length ?? longest + 1;
      if (current.length > longest) current.content = [];
      else if (content !== undefined) current.content.push(content);
    },
    take(): Whole | undefined {
      if (current === undefined) return undefined;
      const { header, before, content, length } = current;
      current = undefined;
      return { header, before, content: length > longest ? undefined : content.join('') };
    },
  };
}

import './image.css';
import { useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { tip } from '../parts/tooltip.tsx';
import { EmojiText } from './inline.tsx';
import { integer, record, string, textOf } from './json.ts';
import { imageUrl } from './urls.ts';

/** Where the picture of an image block or element is; undefined where it may not be shown. */
export const sourceOf = (image: Json): string | undefined =>
  imageUrl(image['image_url']) ?? imageUrl(record(image['slack_file'])['url']);

interface PictureProps {
  url: string | undefined;
  alt: string;
  class: string;
  width?: number;
  height?: number;
}

/** A picture, or what it shows in words where it does not load. */
export function Picture({ url, alt, class: name, ...size }: PictureProps) {
  const [isBroken, setBroken] = useState(false);
  if (url === undefined || isBroken) {
    return (
      <span class={`${name} image-broken`} role="img" aria-label={alt} {...tip(alt)}>
        <Icon name="warning" size={16} />
        <span>{alt || 'Image'}</span>
      </span>
    );
  }
  const { width, height } = size;
  const look = width && height ? { width, height, style: { 'aspect-ratio': `${width} / ${height}` } } : {};
  return (
    <img class={name} src={url} alt={alt} loading="lazy" decoding="async" {...look} onError={() => setBroken(true)} />
  );
}

/** A picture that opens as large as the window. */
export function Zoomable({ url, alt, name, width, height }: Omit<PictureProps, 'class'> & { name: string }) {
  const page = usePage();
  const size = width && height ? { width, height } : {};
  const picture = <Picture {...{ url, alt }} {...size} class="image-picture" />;
  if (url === undefined) return picture;
  return (
    <button
      type="button"
      class={width && height ? 'image-open' : 'image-open image-unmeasured'}
      aria-label={`Open ${alt || name}`}
      onClick={() => page.preview({ url, name, isImage: true })}
    >
      {picture}
    </button>
  );
}

function ImageTitle({ title, isOpen, onToggle }: { title: unknown; isOpen: boolean; onToggle(): void }) {
  return (
    <div class="image-title">
      <EmojiText text={textOf(title)} />
      <button
        type="button"
        class="icon-button image-fold"
        aria-expanded={isOpen}
        aria-label={isOpen ? 'Hide the image' : 'Show the image'}
        onClick={onToggle}
      >
        <Icon name={isOpen ? 'down' : 'right'} size={14} />
      </button>
    </div>
  );
}

export function ImageBlock({ block }: { block: Json }) {
  const [isOpen, setOpen] = useState(true);
  const alt = string(block['alt_text']);
  const width = integer(block['image_width'], 0, 10_000);
  const height = integer(block['image_height'], 0, 10_000);
  return (
    <div class="image">
      {textOf(block['title']) !== '' && (
        <ImageTitle title={block['title']} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      )}
      {isOpen && (
        <Zoomable url={sourceOf(block)} alt={alt} name={textOf(block['title']) || alt} {...{ width, height }} />
      )}
    </div>
  );
}

import './files.css';
import { useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { Picture } from '../blocks/image.tsx';
import { string } from '../blocks/json.ts';
import { imageUrl } from '../blocks/urls.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { drawnSize, fileKind, fileName, fileNote, pictureSize } from './file-kind.ts';
import { DownloadLink, Snippet } from './snippet.tsx';

function Image({ file }: { file: Json }) {
  const page = usePage();
  const [isOpen, setOpen] = useState(true);
  const name = fileName(file);
  const url = imageUrl(file['url_private']);
  const downloadUrl = imageUrl(file['url_private_download']);
  const known = pictureSize(file);
  const open = (): void => {
    if (url !== undefined) page.preview({ url, name, isImage: true, ...(downloadUrl ? { downloadUrl } : {}) });
  };
  return (
    <div class="files-image">
      <div class="image-title">
        {name}
        <button
          type="button"
          class="icon-button image-fold"
          aria-expanded={isOpen}
          aria-label={isOpen ? `Hide ${name}` : `Show ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'down' : 'right'} size={14} />
        </button>
      </div>
      {isOpen && (
        <div class="files-frame">
          <button
            type="button"
            class={known ? 'image-open' : 'image-open image-unmeasured'}
            aria-label={`Open ${name}`}
            onClick={open}
          >
            <Picture
              url={url}
              alt={string(file['alt_txt']) || name}
              class="image-picture"
              {...(known ? drawnSize(known) : {})}
            />
          </button>
          <span class="files-over">
            <DownloadLink file={file} />
          </span>
        </div>
      )}
    </div>
  );
}

function Card({ file }: { file: Json }) {
  const page = usePage();
  const name = fileName(file);
  const url = imageUrl(file['url_private']);
  const downloadUrl = imageUrl(file['url_private_download']);
  const open = (): void => {
    if (url !== undefined) page.preview({ url, name, isImage: false, ...(downloadUrl ? { downloadUrl } : {}) });
  };
  return (
    <div class="files-card">
      <button type="button" class="files-open" onClick={open}>
        <span class="files-badge" aria-hidden="true">
          {(string(file['filetype']) || 'file').slice(0, 4).toUpperCase()}
        </span>
        <span class="files-about">
          <span class="files-name">{name}</span>
          <span class="files-note">{fileNote(file)}</span>
        </span>
      </button>
      <DownloadLink file={file} />
    </div>
  );
}

const drawings = { image: Image, text: Snippet, other: Card } as const;

/** The files of a message: pictures, the lines of texts, and cards for all others. */
export function Files({ files }: { files: readonly Json[] }) {
  return (
    <div class="files">
      {files.map((file, at) => {
        const Drawing = drawings[fileKind(file)];
        return <Drawing key={string(file['id']) || at} file={file} />;
      })}
    </div>
  );
}

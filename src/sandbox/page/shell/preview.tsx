import { useState } from 'preact/hooks';
import type { Page } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Modal } from '../parts/modal.tsx';
import { tip } from '../parts/tooltip.tsx';

export type Previewed = Parameters<Page['preview']>[0];

function Picture({ url, name }: Previewed) {
  const [isLarge, setLarge] = useState(false);
  return (
    <button
      type="button"
      class={isLarge ? 'preview-picture preview-large' : 'preview-picture'}
      aria-label={isLarge ? 'Fit to the window' : 'Show at full size'}
      onClick={() => setLarge(!isLarge)}
    >
      <img src={url} alt={name} />
    </button>
  );
}

/** A picture or a file as large as the window. */
export function Preview({ file, onClose }: { file: Previewed; onClose(): void }) {
  return (
    <Modal label={file.name} class="overlay preview" onClose={onClose}>
      <header class="preview-head">
        <span class="preview-name">{file.name}</span>
        <a
          class="icon-button"
          href={file.downloadUrl ?? file.url}
          download={file.name}
          aria-label="Download"
          {...tip('Download')}
        >
          <Icon name="download" size={20} />
        </a>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <div class="preview-body">
        {file.isImage ? (
          <Picture {...file} />
        ) : (
          <p class="preview-file">
            <Icon name="file" size={48} />
            There is no preview of this file.
          </p>
        )}
      </div>
    </Modal>
  );
}

import './files.css';
import { useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { Spinner } from '../blocks/control.tsx';
import { integer, string } from '../blocks/json.ts';
import { CopyButton } from '../blocks/preformatted.tsx';
import { imageUrl } from '../blocks/urls.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { scrolls } from '../parts/scrolls.ts';
import { tip } from '../parts/tooltip.tsx';
import { fileName, fileNote, linesOf } from './file-kind.ts';
import { type ReadText, readText } from './read-text.ts';

/** The whole text, read when it is first asked for. */
function useWhole(url: string | undefined) {
  const page = usePage();
  const [whole, setWhole] = useState<ReadText>();
  const [isOpen, setOpen] = useState(false);
  const [isReading, setReading] = useState(false);
  const toggle = async (): Promise<void> => {
    if (isOpen || whole || url === undefined) return setOpen(!isOpen);
    setReading(true);
    try {
      setWhole(await readText(url));
      setOpen(true);
    } catch {
      page.tell('The file could not be read.');
    }
    setReading(false);
  };
  return { whole, isOpen, isReading, toggle };
}

export function DownloadLink({ file }: { file: Json }) {
  const url = imageUrl(file['url_private_download'] ?? file['url_private']);
  if (url === undefined) return null;
  const label = `Download ${fileName(file)}`;
  return (
    <a
      class="icon-button files-tool"
      href={url}
      download={string(file['name']) || true}
      aria-label={label}
      {...tip('Download')}
    >
      <Icon name="download" size={16} />
    </a>
  );
}

function Lines({ text, isOpen }: { text: string; isOpen: boolean }) {
  const lines = linesOf(text);
  return (
    <div class={isOpen ? 'files-lines files-lines-open' : 'files-lines'} {...scrolls('Content of the file')}>
      <pre class="files-numbers" aria-hidden="true">
        {lines.map((_, at) => at + 1).join('\n')}
      </pre>
      <pre class="files-text">{lines.join('\n')}</pre>
    </div>
  );
}

/** The first lines of a text, and the rest on demand. */
export function Snippet({ file }: { file: Json }) {
  const { whole, isOpen, isReading, toggle } = useWhole(imageUrl(file['url_private']));
  const preview = string(file['preview']);
  const more = integer(file['lines_more'], 0, 1_000_000_000);
  const text = isOpen && whole ? whole.text : preview;
  return (
    <div class="files-snippet">
      <div class="files-head">
        <Icon name="file" />
        <span class="files-name">{fileName(file)}</span>
        <span class="files-note">{fileNote(file)}</span>
        <CopyButton text={text} label={isOpen || more === 0 ? 'Copy' : 'Copy these lines'} />
        <DownloadLink file={file} />
      </div>
      <Lines text={text} isOpen={isOpen} />
      {isOpen && whole && !whole.isWhole && <div class="files-rest">There is more: download it to see the rest.</div>}
      {(more > 0 || isOpen) && (
        <button type="button" class="files-more" aria-expanded={isOpen} onClick={() => void toggle()}>
          {isOpen ? 'Collapse' : `Show ${more.toLocaleString('en-US')} more ${more === 1 ? 'line' : 'lines'}`}
          {isReading && <Spinner />}
        </button>
      )}
    </div>
  );
}

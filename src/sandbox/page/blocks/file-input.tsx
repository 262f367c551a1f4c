import { useRef, useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { upload } from '../client.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { sizeText } from '../parts/size.ts';
import { type Control, type ControlProps, Failure, Spinner, useControl, useNames } from './control.tsx';
import { integer, records, string, strings } from './json.ts';

interface OneFileProps {
  file: Json;
  onRemove(): void;
}

function OneFile({ file, onRemove }: OneFileProps) {
  return (
    <li class="block-field-one-file">
      <Icon name="file" />
      <span>
        {string(file['name'])} · {sizeText(Number(file['size']))}
      </span>
      <button
        type="button"
        class="icon-button combobox-remove"
        aria-label={`Remove ${string(file['name'])}`}
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}

/** Sends files as they are chosen, and keeps what the server calls them. */
function useUploads(control: Control, files: readonly Json[], most: number) {
  const page = usePage();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const add = async (chosen: readonly File[]): Promise<void> => {
    setSending(true);
    setFailure(undefined);
    const taken = chosen.slice(0, most - files.length);
    const sent = await Promise.all(taken.map((file) => upload(page.me.id, file))).catch(() => undefined);
    setSending(false);
    if (sent === undefined) return setFailure('The upload failed. Try again.');
    const described = taken.map(({ name, size, type: mimetype }, at) => {
      return { id: sent[at]?.file, name, title: name, size, mimetype };
    });
    control.change({ files: [...files, ...described] });
  };
  return { add, isSending, failure };
}

function FileField({ element, most, onAdd }: { element: Json; most: number; onAdd: (files: readonly File[]) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const accept = strings(element['filetypes']).map((type) => `.${type}`);
  return (
    <>
      <button type="button" class="button button-large" onClick={() => field.current?.click()}>
        {most > 1 ? 'Add files' : 'Add a file'}
      </button>
      <input
        ref={field}
        type="file"
        class="block-field-file"
        tabIndex={-1}
        multiple={most > 1}
        accept={accept.join(',') || undefined}
        {...useNames(element, 'Files')}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (chosen.length > 0) onAdd(chosen);
        }}
      />
    </>
  );
}

/** Files from this machine. */
export function FileInput(props: ControlProps) {
  const { element } = props;
  const control = useControl(props);
  const files = records(control.value?.['files']);
  const most = integer(element['max_files'] ?? 10, 1, 10);
  const { add, isSending, failure } = useUploads(control, files, most);
  return (
    <span class="control block-field-control block-field-upload">
      {files.length > 0 && (
        <ul class="block-field-files">
          {files.map((file) => (
            <OneFile
              key={string(file['id'])}
              file={file}
              onRemove={() => control.change({ files: files.filter((one) => one !== file) })}
            />
          ))}
        </ul>
      )}
      {files.length < most && <FileField element={element} most={most} onAdd={(chosen) => void add(chosen)} />}
      {isSending && <Spinner />}
      <Failure text={failure ?? control.failure} />
    </span>
  );
}

import './chips.css';
import { usePage } from '../page.ts';
import { type Attachment, detach, tryAgain } from './attachments.ts';
import { Drawing } from './icons.tsx';

const units = ['B', 'kB', 'MB', 'GB'] as const;

function sizeOf(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${Number((bytes / 1000 ** power).toFixed(1))} ${units[power]}`;
}

function Chip({ attachment, draft }: { attachment: Attachment; draft: string }) {
  const { me } = usePage();
  const { file, preview, state, why } = attachment;
  const says = { uploading: 'Uploading…', ready: sizeOf(file.size), failed: 'Not uploaded' }[state];
  return (
    <li class={`composer-chip composer-chip-${state}`}>
      {preview === undefined ? (
        <span class="composer-chip-icon">
          <Drawing name="file" size={22} />
        </span>
      ) : (
        <img class="composer-chip-picture" src={preview} alt="" />
      )}
      <span class="composer-chip-words">
        <span class="composer-chip-name" title={file.name}>
          {file.name}
        </span>
        <span class="composer-chip-says" title={why}>
          {says}
        </span>
      </span>
      {state === 'failed' && (
        <button
          type="button"
          class="composer-chip-button"
          aria-label={`Upload ${file.name} again`}
          onClick={() => tryAgain(draft, me.id, attachment)}
        >
          <Drawing name="again" size={14} />
        </button>
      )}
      <button
        type="button"
        class="composer-chip-button"
        aria-label={`Remove ${file.name}`}
        onClick={() => detach(draft, attachment.key)}
      >
        <Drawing name="close" size={14} />
      </button>
      {state === 'uploading' && <progress class="composer-chip-progress" aria-label={`Uploading ${file.name}`} />}
    </li>
  );
}

/** The files that go with the message. */
export function AttachmentChips({ attachments, draft }: { attachments: readonly Attachment[]; draft: string }) {
  if (attachments.length === 0) return null;
  return (
    <ul class="composer-chips" aria-label="Attached files">
      {attachments.map((attachment) => (
        <Chip key={attachment.key} attachment={attachment} draft={draft} />
      ))}
    </ul>
  );
}

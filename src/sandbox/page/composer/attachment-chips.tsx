import './chips.css';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { sizeText } from '../parts/size.ts';
import { tip } from '../parts/tooltip.tsx';
import { type Attachment, detach, tryAgain } from './attachments.ts';

function Chip({ attachment, draft }: { attachment: Attachment; draft: string }) {
  const { me } = usePage();
  const { file, preview, state, why } = attachment;
  const says = { uploading: 'Uploading…', ready: sizeText(file.size), failed: 'Not uploaded' }[state];
  return (
    <li class={`composer-chip composer-chip-${state}`}>
      {preview === undefined ? (
        <span class="composer-chip-icon">
          <Icon name="file" size={22} />
        </span>
      ) : (
        <img class="composer-chip-picture" src={preview} alt="" />
      )}
      <span class="composer-chip-words">
        <span class="composer-chip-name" {...tip(file.name)}>
          {file.name}
        </span>
        <span class="composer-chip-says" {...tip(why)}>
          {says}
        </span>
      </span>
      {state === 'failed' && (
        <button
          type="button"
          class="icon-button composer-chip-button"
          aria-label={`Upload ${file.name} again`}
          onClick={() => tryAgain(draft, me.id, attachment)}
        >
          <Icon name="again" size={14} />
        </button>
      )}
      <button
        type="button"
        class="icon-button composer-chip-button"
        aria-label={`Remove ${file.name}`}
        onClick={() => detach(draft, attachment.key)}
      >
        <Icon name="close" size={14} />
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

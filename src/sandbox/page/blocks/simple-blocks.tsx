import type { Json } from '../../state/model.ts';
import { Icon } from '../parts/icon.tsx';
import { Element } from './element.tsx';
import { Picture, sourceOf } from './image.tsx';
import { EmojiText, ExternalLink } from './inline.tsx';
import { integer, record, records, string, textOf } from './json.ts';
import { useKeptKeys } from './keep-keys.ts';
import { TextObject } from './text.tsx';
import { imageUrl } from './urls.ts';

export function Header({ block }: { block: Json }) {
  const level = integer(block['level'] ?? 1, 1, 4);
  // The page's own name and the room's come before it.
  const Tag = `h${level + 2}` as 'h3';
  return (
    <Tag class={`blocks-header blocks-header-${level}`}>
      <EmojiText text={textOf(block['text'])} />
    </Tag>
  );
}

export function Context({ block }: { block: Json }) {
  return (
    <div class="blocks-context">
      {records(block['elements']).map((element, at) => {
        if (element['type'] !== 'image') {
          return (
            <span key={at} class="blocks-context-text">
              <TextObject text={element} />
            </span>
          );
        }
        const alt = string(element['alt_text']);
        return <Picture key={at} url={sourceOf(element)} alt={alt} class="blocks-context-picture" />;
      })}
    </div>
  );
}

export function Actions({ block }: { block: Json }) {
  const elements = records(block['elements']);
  const keys = useKeptKeys(elements, 'action_id');
  return (
    <div class="blocks-actions">
      {elements.map((element, at) => (
        <Element key={keys[at]} element={element} blockId={string(block['block_id'])} />
      ))}
    </div>
  );
}

/** A film is elsewhere: its picture leads there. */
export function Video({ block }: { block: Json }) {
  const { title, description, author_name: author, provider_name: provider } = block;
  const where = [string(author), string(provider)].filter((name) => name !== '').join(' · ');
  const link = block['title_url'] ?? block['video_url'];
  return (
    <div class="blocks-card">
      {where !== '' && <div class="blocks-note">{where}</div>}
      <div class="blocks-card-title">
        <ExternalLink url={link}>
          <EmojiText text={textOf(title)} />
        </ExternalLink>
      </div>
      {textOf(description) !== '' && <EmojiText text={textOf(description)} />}
      <ExternalLink url={block['video_url']} class="blocks-video">
        <Picture url={imageUrl(block['thumbnail_url'])} alt={string(block['alt_text'])} class="image-picture" />
        <span class="blocks-play">
          <Icon name="play" size={28} />
        </span>
      </ExternalLink>
    </div>
  );
}

/** A file that is kept elsewhere, of which no more than its id is known. */
export function RemoteFile({ block }: { block: Json }) {
  return (
    <div class="blocks-row">
      <Icon name="file" size={24} />
      <span class="blocks-row-text">
        <b>Remote file</b>
        <span class="blocks-note">{string(block['external_id'])}</span>
      </span>
    </div>
  );
}

export function Call({ block }: { block: Json }) {
  const call = record(record(block['call'])['v1']);
  return (
    <div class="blocks-row">
      <Icon name="phone" size={24} />
      <span class="blocks-row-text">
        <b>{string(call['name']) || 'Call'}</b>
        <ExternalLink url={call['join_url']}>Join</ExternalLink>
      </span>
    </div>
  );
}

const levels = new Set(['info', 'warning', 'error', 'success']);

export function Alert({ block }: { block: Json }) {
  const level = levels.has(string(block['level'])) ? string(block['level']) : 'default';
  return (
    <div class={`blocks-alert blocks-alert-${level}`} role="note">
      <Icon name={level === 'success' ? 'check' : 'warning'} />
      <div>
        <TextObject text={block['text']} />
      </div>
    </div>
  );
}

import './cards.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { Icon } from '../parts/icon.tsx';
import { scrolls } from '../parts/scrolls.ts';
import { Element } from './element.tsx';
import { Picture, sourceOf } from './image.tsx';
import { EmojiText } from './inline.tsx';
import { isRecord, record, records, string, textOf } from './json.ts';
import { useKeptKeys } from './keep-keys.ts';
import { RichText } from './rich-text.tsx';
import { TextObject } from './text.tsx';

const pictureOf = (image: unknown, name: string) =>
  isRecord(image) ? <Picture url={sourceOf(image)} alt={string(image['alt_text'])} class={name} /> : null;

export function Card({ block }: { block: Json }) {
  const { title, subtitle, body } = block;
  const actions = records(block['actions']);
  const keys = useKeptKeys(actions, 'action_id');
  return (
    <div class="cards-card">
      {pictureOf(block['hero_image'], 'cards-hero')}
      <div class="cards-body">
        <div class="cards-head">
          {pictureOf(block['icon'], 'cards-icon')}
          <div>
            {isRecord(title) && (
              <div class="blocks-card-title">
                <TextObject text={title} />
              </div>
            )}
            {isRecord(subtitle) && (
              <div class="blocks-note">
                <TextObject text={subtitle} />
              </div>
            )}
          </div>
        </div>
        {isRecord(body) && <TextObject text={body} />}
        {actions.length > 0 && (
          <div class="blocks-actions">
            {actions.map((element, at) => (
              <Element key={keys[at]} element={element} blockId={string(block['block_id'])} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

export function Carousel({ block }: { block: Json }) {
  const cards = records(block['elements']);
  const keys = useKeptKeys(cards, 'block_id');
  return (
    <div class="cards-row" {...scrolls('Cards')}>
      {cards.map((card, at) => (
        <Card key={keys[at]} block={{ block_id: block['block_id'], ...card }} />
      ))}
    </div>
  );
}

/** Blocks in a frame with a title, which may fold them away. */
export function Container({ block, children }: { block: Json; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(block['default_collapsed'] !== true);
  const { rich_text_title: rich, subtitle } = block;
  const folds = block['is_collapsible'] === true;
  const title = isRecord(rich) ? <RichText block={rich} /> : <EmojiText text={textOf(block['title'])} />;
  return (
    <div class="cards-card cards-container">
      <div class="cards-head">
        {pictureOf(block['icon'], 'cards-icon')}
        <div>
          <div class="blocks-card-title">{title}</div>
          {isRecord(subtitle) && (
            <div class="blocks-note">
              <TextObject text={record(subtitle)} />
            </div>
          )}
        </div>
        {folds && (
          <button
            type="button"
            class="icon-button image-fold"
            aria-expanded={isOpen}
            aria-label="Content"
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'down' : 'right'} size={16} />
          </button>
        )}
      </div>
      {(isOpen || !folds) && children}
    </div>
  );
}

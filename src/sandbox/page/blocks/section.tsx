import './section.css';
import type { Json } from '../../state/model.ts';
import { Collapsible } from './collapsible.tsx';
import { Element } from './element.tsx';
import { Picture, sourceOf } from './image.tsx';
import { isRecord, records, string } from './json.ts';
import { TextObject } from './text.tsx';

function Accessory({ element, blockId }: { element: Json; blockId: string }) {
  if (element['type'] !== 'image') return <Element element={element} blockId={blockId} />;
  return <Picture url={sourceOf(element)} alt={string(element['alt_text'])} class="block-section-picture" />;
}

const wide = new Set(['radio_buttons', 'checkboxes']);

/** Text, up to ten fields in two columns, and one thing beside them. */
export function Section({ block, name }: { block: Json; name: string }) {
  const { text, accessory } = block;
  const fields = records(block['fields']);
  const element = isRecord(accessory) ? accessory : undefined;
  const kind = element?.['type'] === 'image' ? 'block-section block-section-with-picture' : 'block-section';
  return (
    <div class={element && wide.has(string(element['type'])) ? 'block-section block-section-wide' : kind}>
      <div class="block-section-text">
        {isRecord(text) && (
          <Collapsible name={name} isWhole={block['expand'] === true}>
            <TextObject text={text} />
          </Collapsible>
        )}
        {fields.length > 0 && (
          <div class="block-section-fields">
            {fields.map((field, at) => (
              <div key={at} class="block-section-field">
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {element && (
        <div class="block-section-accessory">
          <Accessory element={element} blockId={string(block['block_id'])} />
        </div>
      )}
    </div>
  );
}

import './input-block.css';
import { useId } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { Icon } from '../parts/icon.tsx';
import { InputContext } from './control.tsx';
import { Element } from './element.tsx';
import { EmojiText } from './inline.tsx';
import { own, record, string, textOf } from './json.ts';
import { useSurface } from './surface.ts';

/** A control of a form, with its label above, and below it what is wrong with what was put in. */
export function InputBlock({ block }: { block: Json }) {
  const id = useId();
  const blockId = string(block['block_id']);
  const error = own(useSurface().errors, blockId);
  const hint = textOf(block['hint']);
  const described = [...(error === undefined ? [] : [`${id}-error`]), ...(hint === '' ? [] : [`${id}-hint`])];
  const isOptional = block['optional'] === true;
  const place = {
    isDispatching: block['dispatch_action'] === true,
    isOptional,
    labelId: `${id}-label`,
    describedBy: described.join(' ') || undefined,
    isInvalid: error !== undefined,
  };
  return (
    <div class={error === undefined ? 'input' : 'input input-wrong'} data-block={blockId}>
      <div id={`${id}-label`} class="input-label">
        <EmojiText text={textOf(block['label'])} />
        {isOptional && <span class="input-optional"> (optional)</span>}
      </div>
      <div class="input-control">
        <InputContext value={place}>
          <Element element={record(block['element'])} blockId={blockId} />
        </InputContext>
      </div>
      {error !== undefined && (
        <div id={`${id}-error`} class="input-error">
          <Icon name="warning" size={16} />
          <span>{error}</span>
        </div>
      )}
      {hint !== '' && (
        <div id={`${id}-hint`} class="input-hint">
          <EmojiText text={hint} />
        </div>
      )}
    </div>
  );
}

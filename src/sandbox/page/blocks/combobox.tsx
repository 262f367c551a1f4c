import './combobox.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Floating } from '../parts/floating.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Choice } from './combobox.ts';
import { Spinner } from './control.tsx';
import { EmojiText } from './inline.tsx';
import { Listbox } from './listbox.tsx';
import { type ComboboxProps, pressKey, useCombobox } from './use-combobox.ts';

/** A field to type in with the choices below, one or several. */
export function Combobox(props: ComboboxProps) {
  const { chosen, isMultiple, isBusy, placeholder, names, note } = props;
  const state = useCombobox(props);
  const { isOpen, typed, active, choices } = state;
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (props.takesFocus) field.current?.focus();
  }, [props.takesFocus]);
  const [only] = chosen;
  const shown = isOpen || isMultiple ? typed : (only?.text ?? '');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the field is one on it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field inside has the keyboard.
    <div ref={box} class={isOpen ? 'combobox combobox-open' : 'combobox'} onClick={() => field.current?.focus()}>
      {isMultiple &&
        chosen.map((choice) => <Chip key={choice.key} choice={choice} onRemove={() => state.choose(choice)} />)}
      <input
        ref={field}
        type="text"
        role="combobox"
        class="combobox-field"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-activedescendant={isOpen && choices[active] ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        {...names}
        placeholder={hintOf(props, isOpen)}
        value={shown}
        onClick={state.open}
        onInput={({ currentTarget }) => state.type(currentTarget.value)}
        onKeyDown={(event) => pressKey(event, state, props)}
        onBlur={state.close}
      />
      {props.isClearable && only && !isMultiple && !isOpen && (
        <button type="button" class="icon-button combobox-clear" aria-label="Clear" onClick={() => props.onChoose([])}>
          <Icon name="close" size={14} />
        </button>
      )}
      {isBusy ? <Spinner /> : <Icon name="down" size={16} />}
      {isOpen && (
        <Floating anchor={box} isAsWide>
          <Listbox id={id} {...{ ...state, note, isMultiple, chosen }} label={placeholder} onPick={state.choose} />
        </Floating>
      )}
    </div>
  );
}

function hintOf({ isMultiple, chosen: [only], placeholder }: ComboboxProps, isOpen: boolean): string {
  if (only === undefined) return placeholder;
  return isOpen && !isMultiple ? only.text : '';
}

function Chip({ choice, onRemove }: { choice: Choice; onRemove: () => void }) {
  return (
    <span class="combobox-chip">
      <EmojiText text={choice.text} />
      <button type="button" class="icon-button combobox-remove" aria-label={`Remove ${choice.text}`} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

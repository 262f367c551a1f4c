import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import type { Choice, ChoiceGroup } from './combobox.ts';
import { EmojiText } from './inline.tsx';

interface ListboxProps {
  id: string;
  label: string;
  groups: readonly ChoiceGroup[];
  chosen: readonly Choice[];
  active: number;
  isMultiple: boolean;
  note: string | undefined;
  onPick(choice: Choice): void;
  setActive(at: number): void;
}

/** The choices of a combobox. Its field keeps the focus, and says which one is meant. */
export function Listbox(props: ListboxProps) {
  const { id, label, groups, chosen, active, isMultiple, note } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { choices }) => sum + choices.length, 0));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press takes no focus from the field, and no more.
    <div ref={box} class="listbox-scroll" onMouseDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={label} aria-multiselectable={isMultiple || undefined}>
        {groups.map((group, number) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list.
          <div key={number} role="group" aria-label={group.label || undefined}>
            {group.label && <div class="listbox-label">{group.label}</div>}
            {group.choices.map((choice, at) => (
              <Option
                key={choice.key}
                {...{ id, choice }}
                at={(starts[number] ?? 0) + at}
                isActive={(starts[number] ?? 0) + at === active}
                isChosen={chosen.some(({ key }) => key === choice.key)}
                onPick={() => props.onPick(choice)}
                onPoint={() => props.setActive((starts[number] ?? 0) + at)}
              />
            ))}
          </div>
        ))}
      </div>
      {(note ?? (groups.length === 0 ? 'No results' : undefined)) && (
        <div class="listbox-note" role="status">
          {note ?? 'No results'}
        </div>
      )}
    </div>
  );
}

interface OptionProps {
  id: string;
  choice: Choice;
  at: number;
  isActive: boolean;
  isChosen: boolean;
  onPick(): void;
  onPoint(): void;
}

function Option({ id, choice, at, isActive, isChosen, onPick, onPoint }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard.
    // biome-ignore lint/a11y/useFocusableInteractive: and the focus.
    <div
      id={`${id}-${at}`}
      data-at={at}
      role="option"
      aria-selected={isChosen}
      class={isActive ? 'listbox-option listbox-active' : 'listbox-option'}
      onClick={onPick}
      onPointerMove={() => isActive || onPoint()}
    >
      <span class="listbox-text">
        <EmojiText text={choice.text} />
        {choice.note && <span class="listbox-description">{choice.note}</span>}
      </span>
      {isChosen && <Icon name="check" size={16} />}
    </div>
  );
}

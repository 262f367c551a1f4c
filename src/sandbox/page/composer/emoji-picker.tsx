import './picker.css';
import { createPortal } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { placeBeside, windowSize } from '../parts/place.ts';
import { EmojiGroups, type PickerGroup, sectionId } from './emoji-groups.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { usePicking } from './use-picking.ts';

interface EmojiPickerProps {
  /** The name, without colons. */
  onPick(name: string): void;
  /** Escape, a press beside it, or an emoji was picked. */
  onClose(): void;
  /** What it opens next to. */
  anchor: Element;
}

/** As wide as its rows; a phone's are as wide as the phone. */
const columnsIn = (width: number): number => (width <= 640 ? Math.max(6, Math.floor((width - 24) / 44)) : 9);

/** Over everything, beside its anchor; at the bottom of a phone. */
function useOverlay(anchor: Element, onClose: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(() => columnsIn(innerWidth));
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    element.showPopover?.();
    const place = (): void => {
      setColumns(columnsIn(innerWidth));
      const isPhone = innerWidth <= 640;
      const size = element.getBoundingClientRect();
      const { left, top } = placeBeside(anchor.getBoundingClientRect(), size, windowSize(), { side: 'above' });
      Object.assign(element.style, isPhone ? { left: '', top: '' } : { left: `${left}px`, top: `${top}px` });
    };
    const outside = ({ target }: PointerEvent): void => {
      if (
        target instanceof Element &&
        !target.matches('.picker-scrim') &&
        !element.contains(target) &&
        !anchor.contains(target)
      )
        onClose();
    };
    place();
    addEventListener('resize', place);
    document.addEventListener('pointerdown', outside, true);
    return () => {
      removeEventListener('resize', place);
      document.removeEventListener('pointerdown', outside, true);
    };
  }, [anchor]);
  return { box, columns };
}

function holdFocus(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [...box.querySelectorAll<HTMLElement>('input, .picker-tab')];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

function Panel(props: EmojiPickerProps) {
  const id = useId();
  const { box, columns } = useOverlay(props.anchor, props.onClose);
  useFocusBack(box, () => box.current?.querySelector('input')?.focus());
  const { query, search, groups, active, point, pick, press } = usePicking(props, columns, id);
  const shown = groups.flatMap(({ emoji }) => emoji)[active ?? -1];
  const isSearching = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && box.current) holdFocus(box.current, event);
    press(event);
  };
  return (
    <div
      class="floating picker"
      popover="manual"
      ref={box}
      role="dialog"
      aria-label="Emoji"
      style={{ '--picker-columns': columns }}
      onKeyDown={onKeyDown}
    >
      <Search {...{ id, query, active }} onQuery={search} />
      {!isSearching && <Tabs id={id} groups={groups} />}
      <EmojiGroups {...{ id, groups, columns, active }} onPoint={point} onPick={pick} />
      {groups.length === 0 && (
        <p class="picker-none">{isSearching ? `No emoji is called “${query.trim()}”.` : 'Loading…'}</p>
      )}
      <div class="picker-foot">
        {shown && <span class="picker-foot-emoji">{shown.character}</span>}
        <span class={shown ? 'picker-foot-name' : 'picker-foot-hint'}>
          {shown ? `:${shown.name}:` : 'Choose an emoji'}
        </span>
      </div>
    </div>
  );
}

interface SearchProps {
  id: string;
  query: string;
  active: number | undefined;
  onQuery(query: string): void;
}

function Search({ id, query, active, onQuery }: SearchProps) {
  return (
    <label class="picker-search">
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label="Search emoji"
        aria-expanded="true"
        aria-haspopup="grid"
        aria-controls={`${id}-grid`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
        aria-autocomplete="list"
        placeholder="Search emoji"
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </label>
  );
}

/** Jumps to the groups. */
function Tabs({ id, groups }: { id: string; groups: readonly PickerGroup[] }) {
  return (
    <nav class="picker-tabs" aria-label="Groups">
      {groups.map(({ title, emoji }) => (
        <button
          type="button"
          class="picker-tab"
          key={title}
          title={title}
          aria-label={title}
          onClick={() => document.getElementById(sectionId(id, title))?.scrollIntoView({ block: 'start' })}
        >
          {title === 'Recently used' ? <Icon name="clock" /> : emoji[0]?.character}
        </button>
      ))}
    </nav>
  );
}

/** All emoji, to pick one. */
export function EmojiPicker(props: EmojiPickerProps) {
  return createPortal(
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside a phone's sheet; Escape does the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div class="picker-scrim" onClick={props.onClose} />
      <Panel {...props} />
    </>,
    document.body,
  );
}

import { useEffect } from 'preact/hooks';
import { isTouch } from './field.ts';

/** A phone would open its keyboard over what one came to read. */
function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (!field || isTouch() || document.querySelector('dialog[open], [aria-modal="true"]')) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}

/** What takes letters itself. */
const taking = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="grid"]';

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** A room or a thread that opens is written into; so is the one that was last pressed in, when a letter is typed beside every field. */
export function useTypeAnywhere(field: { current: HTMLTextAreaElement | null }, isRoom: boolean): void {
  useEffect(() => {
    focusAtEnd(field.current);
    const press = (event: KeyboardEvent): void => {
      const { activeElement } = document;
      if (event.defaultPrevented || !isLetter(event) || activeElement?.closest(taking)) return;
      const pane = activeElement?.closest('.pane');
      if (pane ? pane.contains(field.current) : isRoom) focusAtEnd(field.current);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

import { useEffect } from 'preact/hooks';
import { isTouch } from './field.ts';

/** A phone would open its keyboard over what one came to read. */
function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (!field || isTouch() || document.querySelector('dialog[open], [aria-modal="true"]')) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}

/** A room that opens is written into; so is the one shown when a letter is typed beside every field. */
export function useTypeAnywhere(field: { current: HTMLTextAreaElement | null }, isRoom: boolean): void {
  useEffect(() => {
    focusAtEnd(field.current);
    if (!isRoom) return undefined;
    const press = (event: KeyboardEvent): void => {
      const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isLetter && isFree && !event.defaultPrevented) focusAtEnd(field.current);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

import type { Change, Selected } from './format.ts';

export const selectedIn = (field: HTMLTextAreaElement): Selected => ({
  text: field.value,
  start: field.selectionStart,
  end: field.selectionEnd,
});

/** Types the change in, so that Ctrl+Z takes it back. */
export function applyChange(field: HTMLTextAreaElement, { from, to, insert, start, end }: Change): void {
  field.focus();
  field.setSelectionRange(from, to);
  const isTyped = insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert);
  if (!isTyped && (insert !== '' || from !== to)) {
    field.setRangeText(insert, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(start, end);
}

/** In place of what is selected. */
export function typeIn(field: HTMLTextAreaElement, insert: string): void {
  const { start, end } = selectedIn(field);
  applyChange(field, { from: start, to: end, insert, start: start + insert.length, end: start + insert.length });
}

/** As tall as its text; the style sheet says how tall at most. */
export function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = '0';
  field.style.height = `${field.scrollHeight}px`;
}

export const isMac = (): boolean => /Mac|iPhone|iPad/u.test(navigator.platform);

/** Fingers and no mouse. */
export const isTouch = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches;

/** `isMac`: ⌘ and so on. */
export const keyLabel = (keys: string): string =>
  isMac() ? keys.replace('Ctrl+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧') : keys;

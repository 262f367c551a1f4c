/** The parts of the page in their order, and what in each of them takes the focus. */
const parts: readonly [place: string, target: string][] = [
  ['.rail', '.rail-person[aria-pressed="true"]'],
  ['.sidebar', '.row[aria-current], .row'],
  ['.room .list', '.message[tabindex="0"]'],
  ['.room .composer-place', 'textarea'],
  ['.thread .list', '.message[tabindex="0"]'],
  ['.thread .composer-place', 'textarea'],
];

/** Puts the focus into the next part of the page, or into the one before. */
export function nextPart(back: boolean): void {
  const found = parts.flatMap(([place, target]) => {
    const part = document.querySelector(place);
    const element = part?.querySelector<HTMLElement>(target);
    return part && element ? [{ part, element }] : [];
  });
  const at = found.findIndex(({ part }) => part.contains(document.activeElement));
  const step = back ? -1 : 1;
  const from = at < 0 && back ? 0 : at;
  found[(from + step + found.length) % found.length]?.element.focus();
}

/** Where one writes, in the pane that something stands in. */
export const composerIn = (within: Element | null): HTMLTextAreaElement | null | undefined =>
  within?.closest('.pane')?.querySelector<HTMLTextAreaElement>('.composer-place textarea');

/** The message that something stands in. */
export const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;

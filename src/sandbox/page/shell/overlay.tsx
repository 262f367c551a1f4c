import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface OverlayProps {
  /** What it is called, for those who hear the page. */
  label: string;
  class: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Above all else and without a heading, with the keyboard held inside and Escape to leave. */
export function Overlay({ label, class: kind, onClose, children }: OverlayProps) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it.
    <dialog
      ref={box}
      class={`overlay ${kind}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={({ target }) => target === box.current && onClose()}
    >
      {children}
    </dialog>
  );
}

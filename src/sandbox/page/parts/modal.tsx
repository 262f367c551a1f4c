import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ModalProps {
  class: string;
  /** What it is called, or the id of what says so. */
  label?: string;
  labelledBy?: string;
  role?: 'dialog' | 'alertdialog';
  /** A press beside it closes it. @default true */
  closesOutside?: boolean;
  /** Escape, or a press beside it. */
  onClose(): void;
  children: ComponentChildren;
}

/** Above the page, which is out of reach meanwhile. The browser keeps the focus inside; at the end it goes back. */
export function Modal({ class: name, label, labelledBy, role, closesOutside = true, onClose, children }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    const focused = document.activeElement;
    current?.showModal();
    return () => {
      // Nothing outside of it takes the focus while it is open. The browser gives it back, but a field without its caret.
      current?.close();
      if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
      queueMicrotask(() => {
        if (document.activeElement === document.body && focused instanceof HTMLElement) focused.focus();
      });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same.
    <dialog
      ref={box}
      class={name}
      role={role}
      aria-label={label}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === box.current) onClose();
      }}
      // A browser closes it itself when Escape is pressed twice in a row.
      onClose={({ target }) => target === box.current && onClose()}
      onClick={({ target }) => closesOutside && target === box.current && onClose()}
    >
      {children}
    </dialog>
  );
}

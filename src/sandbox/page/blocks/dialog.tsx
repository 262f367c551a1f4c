import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: ComponentChildren;
  /** Escape, or a press beside it. */
  onClose(): void;
  children: ComponentChildren;
  footer?: ComponentChildren;
  /** What stands before and after the title. */
  before?: ComponentChildren;
  after?: ComponentChildren;
  class?: string;
  role?: 'dialog' | 'alertdialog';
  /** A press beside it closes it. @default true */
  closesOutside?: boolean;
}

/** A window over the page, which is out of reach meanwhile. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children, footer, before, after, ...options }: DialogProps) {
  const { class: name = '', role = 'dialog', closesOutside = true } = options;
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const { current } = box;
    const focused = document.activeElement;
    current?.showModal();
    return () => {
      if (focused instanceof HTMLElement) focused.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same.
    <dialog
      ref={box}
      class={`dialog ${name}`}
      role={role}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === box.current) onClose();
      }}
      // A browser closes it itself when Escape is pressed twice in a row.
      onClose={({ target }) => target === box.current && onClose()}
      onClick={({ target }) => closesOutside && target === box.current && onClose()}
    >
      <div class="dialog-frame">
        <header class="dialog-header">
          {before}
          <h1 id={id} class="dialog-title">
            {title}
          </h1>
          {after}
        </header>
        {children}
        {footer !== undefined && <footer class="dialog-footer">{footer}</footer>}
      </div>
    </dialog>
  );
}

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Modal } from './modal.tsx';

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

/** A window over the page with a heading, and what closes it below. */
export function Dialog({ title, children, footer, before, after, class: name = '', ...modal }: DialogProps) {
  const id = useId();
  return (
    <Modal role="dialog" {...modal} class={`dialog ${name}`} labelledBy={id}>
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
    </Modal>
  );
}

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { EmojiPicker } from '../composer/emoji-picker.tsx';
import { tip } from '../parts/tooltip.tsx';

interface AddReactionProps {
  class: string;
  children: ComponentChildren;
  onPick(name: string): void;
}

/** A button that opens all emoji. */
export function AddReaction({ class: name, children, onPick }: AddReactionProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={name}
        aria-label="Add reaction"
        {...tip('Add reaction')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && anchor.current && (
        <EmojiPicker anchor={anchor.current} onPick={onPick} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

import { IconButton } from '../parts/icon-button.tsx';
import type { Toast } from './use-toasts.ts';

export function Toasts({ toasts, onClose }: { toasts: readonly Toast[]; onClose(id: number): void }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text }) => (
        <div class="toast" key={id}>
          <span class="toast-text">{text}</span>
          <IconButton icon="close" label="Close" size={16} class="toast-close" onClick={() => onClose(id)} />
        </div>
      ))}
    </div>
  );
}

import { Icon } from './icon.tsx';
import type { Toast } from './use-toasts.ts';

export function Toasts({ toasts, onClose }: { toasts: readonly Toast[]; onClose(id: number): void }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text }) => (
        <div class="toast" key={id}>
          <span class="toast-text">{text}</span>
          <button type="button" class="toast-close" aria-label="Close" onClick={() => onClose(id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}

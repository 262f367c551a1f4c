import { useCallback, useRef, useState } from 'preact/hooks';

export interface Toast {
  id: number;
  text: string;
}

const shownFor = 6000;
const mostShown = 3;

/** Lines that are shown for a moment. */
export function useToasts(): [readonly Toast[], (text: string) => void, (id: number) => void] {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const close = useCallback((id: number) => setToasts((known) => known.filter((toast) => toast.id !== id)), []);
  const tell = useCallback(
    (text: string) => {
      const id = next.current++;
      setToasts((known) => [...known.filter((toast) => toast.text !== text), { id, text }].slice(-mostShown));
      setTimeout(() => close(id), shownFor);
    },
    [close],
  );
  return [toasts, tell, close];
}

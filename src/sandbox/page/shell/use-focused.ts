import { useEffect, useState } from 'preact/hooks';

const isWatched = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/** Whether somebody looks: the page is on screen and its window has the focus. */
export function useFocused(): boolean {
  const [isFocused, setFocused] = useState(isWatched);
  useEffect(() => {
    const look = (): void => setFocused(isWatched());
    addEventListener('focus', look);
    addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return isFocused;
}

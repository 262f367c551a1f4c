import { useCallback, useState } from 'preact/hooks';
import { keep, readKept } from './kept.ts';

export type Theme = 'system' | 'light' | 'dark';

const place = 'sandbox-theme';
const order: readonly Theme[] = ['system', 'light', 'dark'];

function kept(): Theme {
  const found = readKept(place);
  return order.find((theme) => theme === found) ?? 'system';
}

/** Colours the page as the person chose it last. */
export function applyTheme(theme: Theme = kept()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** The theme, and the step to the next one. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState(kept);
  const next = useCallback(() => {
    setTheme((before) => {
      const after = order[(order.indexOf(before) + 1) % order.length] ?? 'system';
      keep(place, after);
      applyTheme(after);
      return after;
    });
  }, []);
  return [theme, next];
}

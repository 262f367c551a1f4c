import type { Clock } from '../../context/host.ts';
import { wordsOf } from '../../run/failure.ts';

/** The Home tabs that people look at. */
export interface Homes {
  /** A person looks at theirs. */
  opened(user: string): Promise<void>;
  /** Something changed that theirs shows, or, where nobody is named, that of anybody may. */
  changed(user?: string): void;
}

export interface HomesParts {
  /** A person's tab as it is now. */
  draw(user: string): Promise<Record<string, unknown>>;
  /** Shows it, in its turn. */
  publish(user: string, view: Record<string, unknown>): Promise<unknown>;
  clock: Clock;
  signal: AbortSignal;
  warn(message: string): void;
}

/** Milliseconds that changes are gathered, and that a tab is kept up to date after it was opened. */
const [pause, memory] = [3000, 15 * 60_000];
/** People whose tabs are kept up to date: those who looked last. */
const most = 20;

interface Tab {
  openedAt: number;
  /** What it shows; undefined where that is not known. */
  shown?: string | undefined;
}

/** Shows a tab when it is opened, and for a while after that again where it would show something else. */
export function createHomes({ draw, publish, clock, signal, warn }: HomesParts): Homes {
  const tabs = new Map<string, Tab>();
  const changed = new Set<string>();
  let isRefreshing = false;
  const now = (): number => clock.now().getTime();
  const show = async (user: string, tab: Tab): Promise<void> => {
    const view = await draw(user);
    const shown = JSON.stringify(view);
    if (shown === tab.shown) return;
    await publish(user, view);
    tab.shown = shown;
  };
  const attempt = (user: string, tab: Tab): Promise<void> =>
    show(user, tab).catch((error: unknown) => warn(`the Home tab could not be shown: ${wordsOf(error)}`));
  const refresh = async (): Promise<void> => {
    while (changed.size > 0) {
      await clock.sleep(pause, signal);
      const users = [...changed];
      changed.clear();
      for (const user of users) {
        const tab = tabs.get(user);
        if (tab === undefined || signal.aborted) continue;
        if (now() - tab.openedAt > memory) tabs.delete(user);
        else await attempt(user, tab);
      }
    }
  };
  return {
    opened: (user) => {
      const tab: Tab = { openedAt: now() };
      tabs.delete(user);
      tabs.set(user, tab);
      const [oldest] = tabs.keys();
      if (tabs.size > most && oldest !== undefined) tabs.delete(oldest);
      return attempt(user, tab);
    },
    changed: (user) => {
      const concerned = user === undefined ? [...tabs.keys()] : [user];
      for (const one of concerned) if (tabs.has(one)) changed.add(one);
      if (changed.size === 0 || isRefreshing) return;
      isRefreshing = true;
      // It ends with the listener.
      const end = (): void => {
        isRefreshing = false;
      };
      void refresh().then(end, end);
    },
  };
}

import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Route } from '../route.ts';
import type { Known, Pending, Store } from '../store.ts';

/** What can be open above all else. */
export type DialogName = 'switcher' | 'threads' | 'channels' | 'direct' | 'members' | 'topic' | 'keys';

export interface Editing {
  channel: string;
  ts: string;
}

/** What the frame of the page shares among its own parts. */
export interface Shell {
  store: Store;
  route: Route;
  /** Another address in the same window; `replace` leaves no step back. */
  go(route: Route, replace?: boolean): void;
  switchPerson(id: string): void;
  dialog: DialogName | undefined;
  openDialog(name: DialogName | undefined): void;
  editing: Editing | undefined;
  stopEditing(): void;
  retry(pending: Pending): void;
  discard(pending: Pending): void;
}

export const ShellContext = createContext<Shell>(undefined as never);
export const useShell = (): Shell => useContext(ShellContext);

/** A part of what is known; draws again when that part is another one. */
export function useStore<Part>(store: Store, pick: (known: Known) => Part): Part {
  const part = pick(store.get());
  const [, draw] = useReducer<number, undefined>((count) => count + 1, 0);
  const latest = useRef({ pick, part });
  latest.current = { pick, part };
  useLayoutEffect(() => {
    const look = (): void => {
      if (latest.current.pick(store.get()) !== latest.current.part) draw(undefined);
    };
    look();
    return store.follow(look);
  }, [store]);
  return part;
}

export const useKnown = <Part>(pick: (known: Known) => Part): Part => useStore(useShell().store, pick);

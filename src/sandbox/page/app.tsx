import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Page, PageContext } from './page.ts';
import { Tooltips } from './parts/tooltip.tsx';
import type { PageState } from './protocol.ts';
import type { Route } from './route.ts';
import { useEmoji } from './shell/emoji.ts';
import { peopleOf, sameRoute } from './shell/people.ts';
import { Preview, type Previewed } from './shell/preview.tsx';
import { retryMessage } from './shell/send.ts';
import { Shell } from './shell/shell.tsx';
import {
  type DialogName,
  type Editing,
  ShellContext,
  type Shell as ShellValue,
  useStore,
} from './shell/shell-context.ts';
import { FirstSkeleton } from './shell/skeleton.tsx';
import { Toasts } from './shell/toasts.tsx';
import { useLive } from './shell/use-live.ts';
import { usePageValue } from './shell/use-page.ts';
import { useRoute } from './shell/use-route.ts';
import { useToasts } from './shell/use-toasts.ts';
import { createStore } from './store.ts';

type Go = (route: Route, replace?: boolean) => void;

/** Whom to connect as. The server takes a name too; the connection stays when that name becomes an id. */
function useConnectedAs(state: PageState | undefined, { as }: Route): string | undefined {
  const connected = useRef(as);
  const isKnown = !state || peopleOf(state).some(({ id, name }) => id === as || name === as);
  if (isKnown && as !== state?.me.id && as !== state?.me.name) connected.current = as;
  return connected.current;
}

/** Keeps the address in step with who looks: a name becomes an id, and another person stays where the last one was. */
function usePerson(state: PageState | undefined, route: Route, go: Go): void {
  const before = useRef<PageState>(undefined);
  useEffect(() => {
    if (!state) return;
    const wanted = peopleOf(state).find(({ id, name }) => id === route.as || name === route.as);
    const last = before.current;
    before.current = state;
    if (last && last.me.id !== state.me.id && state.me.id === route.as) go(sameRoute(route, last, state), true);
    else if (route.as !== (wanted ?? state.me).id) go({ ...route, as: (wanted ?? state.me).id }, true);
  }, [state, route, go]);
}

function useShellValue(route: Route, go: Go, tell: Page['tell'], store: ShellValue['store']) {
  const [dialog, openDialog] = useState<DialogName>();
  const [editing, setEditing] = useState<Editing>();
  const stopEditing = useCallback(() => setEditing(undefined), []);
  const startEdit = useCallback((channel: string, ts: string) => setEditing({ channel, ts }), []);
  const value = useMemo<ShellValue>(
    () => ({
      ...{ store, route, go, dialog, openDialog, editing, stopEditing },
      switchPerson(id) {
        stopEditing();
        go({ ...route, as: id });
      },
      retry: (pending) => retryMessage(store, pending),
      discard: ({ key }) => store.dispatch({ type: 'sent', key }),
    }),
    [store, route, go, tell, dialog, editing, stopEditing],
  );
  return { value, startEdit };
}

export function App() {
  const store = useMemo(() => createStore(), []);
  const [route, go] = useRoute();
  const [toasts, tell, closeToast] = useToasts();
  const [previewed, preview] = useState<Previewed>();
  const state = useStore(store, (known) => known.page);
  useLive(store, useConnectedAs(state, route), tell);
  usePerson(state, route, go);
  const { value, startEdit } = useShellValue(route, go, tell, store);
  const page = usePageValue({ store, route, go, tell, preview, startEdit }, state, useEmoji());
  if (!page) return <FirstSkeleton />;
  return (
    <ShellContext.Provider value={value}>
      <PageContext.Provider value={page}>
        <Shell />
        {previewed && <Preview file={previewed} onClose={() => preview(undefined)} />}
        <Toasts toasts={toasts} onClose={closeToast} />
        <Tooltips />
      </PageContext.Provider>
    </ShellContext.Provider>
  );
}

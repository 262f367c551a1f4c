import { useCallback, useEffect, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from '../route.ts';

const here = (): Route => parseRoute(new URL(location.href));

/** The address of the window, and the way to another one. */
export function useRoute(): [Route, (route: Route, replace?: boolean) => void] {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const back = (): void => setRoute(here());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = useCallback((next: Route, replace = false) => {
    const address = formatRoute(next);
    if (replace) history.replaceState(null, '', address);
    else if (address !== `${location.pathname}${location.search}`) history.pushState(null, '', address);
    setRoute(next);
  }, []);
  return [route, go];
}

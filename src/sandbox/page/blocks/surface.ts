import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { usePage } from '../page.ts';
import type { Place, Values } from '../protocol.ts';
import { valuesOf, withControls, withValue } from './state-values.ts';

/** What all the controls of one message or view share. */
export interface Surface {
  place: Place;
  values: Values;
  /** What is wrong with what a person put in, by block. */
  errors: Readonly<Record<string, string>>;
  isWaiting: boolean;
  /** Answers with the values as they are now. */
  set(blockId: string, actionId: string, value: Json): Values;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === undefined) throw new Error('a control was drawn outside of any message or view');
  return surface;
}

/** What people chose and did not send yet. A message that scrolled away and came back still shows it. */
const touched = new Map<string, Values>();

const nothing: Values = {};

const surfaceKey = (person: string, place: Place): string =>
  'view' in place ? `${person} ${place.view}` : `${person} ${place.channel} ${place.ts}`;

interface SurfaceOptions {
  errors?: Readonly<Record<string, string>>;
  isWaiting?: boolean;
  onChange?: (blockId: string) => void;
}

const noErrors = {};

export function useNewSurface(place: Place, blocks: readonly Json[], options: SurfaceOptions = {}): Surface {
  const { errors = noErrors, isWaiting = false, onChange } = options;
  const key = surfaceKey(usePage().me.id, place);
  const current = 'channel' in place ? place.channel : undefined;
  const [change, setChange] = useState(0);
  const chosen = touched.get(key) ?? nothing;
  useEffect(() => {
    if (chosen === nothing) return;
    const kept = withControls(chosen, blocks);
    if (Object.keys(kept).length === 0) touched.delete(key);
    else touched.set(key, kept);
  }, [key, blocks]);
  const values = useMemo(() => valuesOf(blocks, chosen, current), [blocks, chosen, current, change]);
  return useMemo(
    () => ({
      ...{ place, values, errors, isWaiting },
      set(blockId, actionId, value) {
        const now = withValue(touched.get(key) ?? nothing, blockId, actionId, value);
        touched.set(key, now);
        setChange((count) => count + 1);
        onChange?.(blockId);
        return valuesOf(blocks, now, current);
      },
    }),
    [place, values, errors, isWaiting, key, blocks, current, onChange],
  );
}

/** Forgets what anybody put into a message that is gone, or into all messages of a room. */
export function forgetMessages(channel: string, ts = ''): void {
  for (const key of touched.keys()) if (key.includes(` ${channel} ${ts}`)) touched.delete(key);
}

/** Forgets what was put into a view that is gone. */
export const forgetView = (person: string, view: string): void => {
  touched.delete(surfaceKey(person, { view }));
};

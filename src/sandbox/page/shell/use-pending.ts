import { useMemo } from 'preact/hooks';
import { usePage } from '../page.ts';
import type { Pending } from '../store.ts';
import { useKnown } from './shell-context.ts';

/** What the person sent to a room or a thread and that is still on its way. */
export function usePending(channel: string, thread: string | undefined): readonly Pending[] {
  const { me } = usePage();
  const pending = useKnown((known) => known.pending);
  return useMemo(
    () =>
      pending.filter(({ request }) => request.as === me.id && request.channel === channel && request.thread === thread),
    [pending, me.id, channel, thread],
  );
}

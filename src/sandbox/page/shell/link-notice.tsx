import { useKnown } from './shell-context.ts';

/** Says that nothing new comes in. It shows after a moment: most breaks are shorter. */
export function LinkNotice() {
  const link = useKnown((known) => known.link);
  return (
    <div class="link-notice" role="status">
      {link === 'lost' && <span class="link-notice-text">Reconnecting…</span>}
    </div>
  );
}

import './views.css';
import { useEffect, useRef } from 'preact/hooks';
import { EmojiText } from '../blocks/inline.tsx';
import { textOf } from '../blocks/json.ts';
import { forgetView } from '../blocks/surface.ts';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Dialog } from '../parts/dialog.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { sentenceFor } from '../shell/load.ts';
import { Form } from './modal-form.tsx';

/** Forgets what was put into views that are gone. */
function useForgetting(): void {
  const { state, me } = usePage();
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    const open = state.views.map(({ id }) => id);
    for (const view of before.current) if (!open.includes(view)) forgetView(me.id, view);
    before.current = open;
  }, [state.views, me.id]);
}

/** The app's modals, the one on top; those below keep what was put into them. */
export function Modals() {
  const { state, me, tell } = usePage();
  useForgetting();
  const closing = useRef<string>(undefined);
  const { views } = state;
  const top = views.at(-1);
  if (!top) return null;
  const isPushed = views.length > 1;
  const close = (all = false): void => {
    // Escape pressed twice asks once.
    if (closing.current === top.id) return;
    closing.current = top.id;
    const request = { as: me.id, view: top.id, ...(all ? { all } : {}) };
    ask('close', request).catch((error) => {
      closing.current = undefined;
      tell(sentenceFor(error));
    });
  };
  return (
    <Dialog
      key={me.id}
      class="views-modal"
      title={<EmojiText text={textOf(top.title)} />}
      before={
        isPushed && <IconButton label="Back" icon="back" class="dialog-close views-back" onClick={() => close()} />
      }
      after={
        <IconButton
          label={isPushed ? 'Close all' : 'Close'}
          icon="close"
          class="dialog-close"
          onClick={() => close(isPushed)}
        />
      }
      closesOutside={false}
      onClose={() => close()}
    >
      <Form key={top.id} view={top} onClose={() => close()} />
    </Dialog>
  );
}

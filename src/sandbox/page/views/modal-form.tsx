import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.tsx';
import { Spinner } from '../blocks/control.tsx';
import { textOf } from '../blocks/json.ts';
import { SurfaceContext, useNewSurface } from '../blocks/surface.ts';
import { validate } from '../blocks/validate.ts';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import type { PageView, Place, Values } from '../protocol.ts';
import { hasInputs, misplacedErrors } from './form.ts';

const trouble = 'We had some trouble connecting. Try again?';

type Errors = Readonly<Record<string, string>>;

const without = (errors: Errors, blockId: string): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([id]) => id !== blockId));

/** Sends a form, once it is right as far as the page can tell, and keeps what the app finds wrong with it. */
function useSubmit(view: PageView, place: Place) {
  const page = usePage();
  const [errors, setErrors] = useState<Errors>({});
  const [submitted, setSubmitted] = useState<Errors>({});
  const [failure, setFailure] = useState<string>();
  const [isWaiting, setWaiting] = useState(false);
  const onChange = useCallback((blockId: string) => {
    setErrors((before) => (blockId in before ? without(before, blockId) : before));
  }, []);
  const surface = useNewSurface(place, view.blocks, { errors, isWaiting, onChange });
  const refuse = (wrong: Errors): void => {
    setErrors(wrong);
    setSubmitted(wrong);
  };
  const send = async (values: Values): Promise<void> => {
    setWaiting(true);
    setFailure(undefined);
    const answer = await ask('submit', { as: page.me.id, view: view.id, values }).catch(() => ({
      failure: trouble,
      errors: {},
    }));
    setWaiting(false);
    refuse(answer.errors ?? {});
    setFailure(answer.failure);
  };
  const submit = (): void => {
    if (isWaiting) return;
    const wrong = validate(view.blocks, surface.values);
    refuse(wrong);
    if (Object.keys(wrong).length === 0) void send(surface.values);
  };
  return { surface, errors, submitted, failure, isWaiting, submit };
}

/** Shows the first thing that was wrong with what was sent, and puts the focus there. */
function useFirstError(body: { current: HTMLElement | null }, errors: Errors): void {
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const first = body.current?.querySelector('.input-wrong');
    first?.scrollIntoView({ block: 'nearest' });
    first?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea, button')?.focus();
  }, [errors, body]);
}

function Footer({ view, isWaiting, onClose }: { view: PageView; isWaiting: boolean; onClose: () => void }) {
  const needsSubmit = view.submit !== undefined || hasInputs(view.blocks);
  return (
    <>
      <button type="button" class="button button-large" onClick={onClose}>
        {textOf(view.close) || (needsSubmit ? 'Cancel' : 'Close')}
      </button>
      {needsSubmit && (
        <button type="submit" class="button button-large button-primary" aria-busy={isWaiting} disabled={isWaiting}>
          <span class="button-text">{textOf(view.submit) || 'Submit'}</span>
          {isWaiting && <Spinner />}
        </button>
      )}
    </>
  );
}

/** What is to be filled in first has the focus, unless something asked for it. */
function useFirstFocus(body: { current: HTMLElement | null }): void {
  useEffect(() => {
    const isTaken = body.current?.contains(document.activeElement);
    const first = body.current?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea');
    if (!isTaken)
      (first ?? body.current?.closest('dialog')?.querySelector<HTMLElement>('.dialog-footer button'))?.focus();
  }, [body]);
}

/** What stands in a modal, and the ways out of it. */
export function Form({ view, onClose }: { view: PageView; onClose: () => void }) {
  const place = useMemo<Place>(() => ({ view: view.id }), [view.id]);
  const { surface, errors, submitted, failure, isWaiting, submit } = useSubmit(view, place);
  const body = useRef<HTMLDivElement>(null);
  useFirstFocus(body);
  useFirstError(body, submitted);
  const told = [...(failure === undefined ? [] : [failure]), ...misplacedErrors(view.blocks, errors)];
  return (
    <form
      class="views-form"
      noValidate
      aria-busy={isWaiting}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div ref={body} class="dialog-body">
        <SurfaceContext value={surface}>
          <Blocks blocks={view.blocks} place={place} />
        </SurfaceContext>
      </div>
      {told.length > 0 && (
        <div class="views-failure" role="alert">
          <Icon name="warning" />
          {told.join(' ')}
        </div>
      )}
      <footer class="dialog-footer">
        <Footer view={view} isWaiting={isWaiting} onClose={onClose} />
      </footer>
    </form>
  );
}

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CompletionList, optionId } from './completion.tsx';
import { applyChange, fitHeight, isMac, isTouch, selectedIn, typeIn } from './field.ts';
import { formatted } from './format.ts';
import { type Action, actionOf, type Mark } from './keys.ts';
import { Toolbar } from './toolbar.tsx';
import { type Completion, useCompletion } from './use-completion.ts';

export interface WriterProps {
  channel: string;
  text: string;
  label: string;
  placeholder?: string;
  /** Ids of what is said about the text. */
  describedBy?: string;
  isInvalid: boolean;
  /** A slash at the beginning calls a command. */
  withCommands: boolean;
  field: { current: HTMLTextAreaElement | null };
  onText(text: string): void;
  onEnter(): void;
  onCancel?(): void;
  /** Arrow up in an empty text. */
  onUp?(): void;
  onFiles?(files: readonly File[]): void;
  onAttach?(): void;
  above?: ComponentChildren;
  below?: ComponentChildren;
  /** At the end of the toolbar. */
  children: ComponentChildren;
}

/** Does it; false leaves the key to the browser and to those around. */
function perform(action: Action, field: HTMLTextAreaElement, props: WriterProps, completion: Completion): boolean {
  if (action.does === 'format') applyChange(field, formatted(selectedIn(field), action.mark));
  else if (action.does === 'break') typeIn(field, '\n');
  else if (action.does === 'next') completion.move(1);
  else if (action.does === 'previous') completion.move(-1);
  else if (action.does === 'take') completion.take();
  else if (action.does === 'dismiss') completion.dismiss();
  else {
    const act = { send: props.onEnter, cancel: props.onCancel, editLast: props.onUp }[action.does];
    act?.();
    return act !== undefined;
  }
  return true;
}

/** Where the caret stands; nothing is completed where something is selected. */
const caretOf = (field: HTMLTextAreaElement): number | undefined =>
  document.activeElement === field && field.selectionStart === field.selectionEnd ? field.selectionStart : undefined;

/** Files that were copied; a copied cell or paragraph comes with a picture of itself and is text. */
const pastedFiles = (data: DataTransfer | null): File[] =>
  data && !data.types.includes('text/plain') ? [...data.files] : [];

type SetCaret = (caret: number | undefined | ((known: number | undefined) => number | undefined)) => void;

type FieldEvent<Kind extends Event = Event> = Kind & { currentTarget: HTMLTextAreaElement };

function fieldEvents(props: WriterProps, completion: Completion, setCaret: SetCaret) {
  // What is typed is completed; a caret that is put somewhere else is not typing.
  const look = ({ currentTarget }: FieldEvent): void =>
    setCaret((known) => (known === caretOf(currentTarget) ? known : undefined));
  return {
    onInput(event: FieldEvent): void {
      props.onText(event.currentTarget.value);
      setCaret(caretOf(event.currentTarget));
    },
    onKeyDown(event: FieldEvent<KeyboardEvent>): void {
      const isSuggesting = completion.candidates.length > 0;
      const situation = { isMac: isMac(), isTouch: isTouch(), isSuggesting, isEmpty: props.text === '' };
      const action = actionOf(event, situation);
      if (!action || !perform(action, event.currentTarget, props, completion)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onPaste(event: FieldEvent<ClipboardEvent>): void {
      const files = props.onFiles ? pastedFiles(event.clipboardData) : [];
      if (files.length === 0) return;
      event.preventDefault();
      props.onFiles?.(files);
    },
    onSelect: look,
    onKeyUp: look,
    onBlur: () => setCaret(undefined),
  };
}

function Field({ props, completion, setCaret }: { props: WriterProps; completion: Completion; setCaret: SetCaret }) {
  const { text, field } = props;
  const isSuggesting = completion.candidates.length > 0;
  useLayoutEffect(() => {
    if (field.current) fitHeight(field.current);
  }, [text]);
  return (
    <textarea
      class="composer-text"
      rows={1}
      ref={field}
      value={text}
      placeholder={props.placeholder}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={props.isInvalid}
      aria-autocomplete="list"
      aria-controls={isSuggesting ? completion.id : undefined}
      aria-activedescendant={isSuggesting ? optionId(completion.id, completion.active) : undefined}
      autocomplete="off"
      enterkeyhint={isTouch() ? 'enter' : 'send'}
      {...fieldEvents(props, completion, setCaret)}
    />
  );
}

/** The text, with what can be completed in it and the tools under it. */
export function Writer(props: WriterProps) {
  const { channel, text, field, withCommands } = props;
  const box = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number>();
  const completion = useCompletion({ field, channel, text, caret, withCommands });
  const { length } = completion.candidates;
  const onFormat = (mark: Mark): void => {
    if (field.current) applyChange(field.current, formatted(selectedIn(field.current), mark));
  };
  const onType = (typed: string): void => {
    if (field.current) typeIn(field.current, typed);
  };
  return (
    <div class="composer-box" ref={box}>
      {props.above}
      <Field {...{ props, completion, setCaret }} />
      {props.below}
      <Toolbar {...{ onFormat, onType }} onAttach={props.onAttach}>
        {props.children}
      </Toolbar>
      {length > 0 && <CompletionList completion={completion} anchor={box} />}
      <span class="composer-unseen" role="status">
        {length > 0 && `${length} ${length === 1 ? 'suggestion' : 'suggestions'}`}
      </span>
    </div>
  );
}

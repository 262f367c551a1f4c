import './fields.css';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { type ControlProps, Failure, InputContext, Spinner, useControl, useNames } from './control.tsx';
import { integer, record, string, strings, textOf } from './json.ts';
import { richTextOf, textOfRichText } from './rich-text-input.ts';

/** Which keys a phone offers. */
const keys: Readonly<Record<string, 'email' | 'url' | 'decimal'>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** When an app that listens hears of what is typed. */
function dispatches(element: Json, when: string): boolean {
  const wanted = strings(record(element['dispatch_action_config'])['trigger_actions_on']);
  return wanted.length === 0 ? when === 'on_enter_pressed' : wanted.includes(when);
}

/** Characters from which on it says how many are left; of a short field, when half of it is full. */
const lowRoom = 100;

function Room({ element, text }: { element: Json; text: string }) {
  if (element['max_length'] === undefined) return null;
  const most = integer(element['max_length'], 1, 3000);
  const left = most - text.length;
  if (left > Math.min(lowRoom, most / 2)) return null;
  return (
    <span class={left < 0 ? 'block-field-room block-field-room-over' : 'block-field-room'} role="status">
      {left}
    </span>
  );
}

interface FieldProps {
  control: ControlProps;
  /** Text ↔ what the payload has. */
  show(value: Json | undefined): string;
  read(text: string): Json;
  isMultiline: boolean;
}

function Field({ control: props, show, read, isMultiline }: FieldProps) {
  const { element } = props;
  const control = useControl(props);
  const input = useContext(InputContext);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const text = show(control.value);
  const type = string(element['type']);
  useEffect(() => {
    if (element['focus_on_load'] === true) field.current?.focus();
  }, [element]);
  const isHeard = input === undefined || input.isDispatching;
  const put = (typed: string): void => {
    if (dispatches(element, 'on_character_entered')) control.change(read(typed));
    else control.keep(read(typed));
  };
  const shared = {
    ref: field,
    class: isMultiline ? 'block-field block-field-area' : 'block-field',
    ...useNames(element, textOf(element['placeholder']) || 'Text'),
    placeholder: textOf(element['placeholder']),
    value: text,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => put(currentTarget.value),
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !isHeard || !dispatches(element, 'on_enter_pressed')) return;
    event.preventDefault();
    control.press(read(text));
  };
  return (
    <span class="control block-field-control">
      {isMultiline ? (
        <textarea {...shared} rows={4} />
      ) : (
        <input {...shared} type="text" inputMode={keys[type] ?? 'text'} onKeyDown={enter} />
      )}
      <Room element={element} text={text} />
      {control.isWaiting && <Spinner />}
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

const plain = {
  show: (value: Json | undefined) => string(value?.['value']),
  read: (text: string) => ({ value: text || null }),
};

export const TextField = (props: ControlProps) => (
  <Field control={props} {...plain} isMultiline={props.element['multiline'] === true} />
);

/** What is typed stays as it was typed: from the rich_text alone it would come back tidied. */
export function RichTextField(props: ControlProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <Field
      control={props}
      show={(value) => typed ?? textOfRichText(record(value?.['rich_text_value']))}
      read={(text) => {
        setTyped(text);
        return { rich_text_value: text.trim() === '' ? null : richTextOf(text) };
      }}
      isMultiline
    />
  );
}

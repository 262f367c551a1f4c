import './fields.css';
import { useEffect, useRef } from 'preact/hooks';
import { tip } from '../parts/tooltip.tsx';
import { type ControlProps, Failure, Spinner, useControl, useNames } from './control.tsx';
import { string, textOf } from './json.ts';
import { localTime, secondsOf } from './pickers.ts';

interface Kind {
  input: 'date' | 'time' | 'datetime-local';
  label: string;
  field: string;
  show(held: unknown): string;
  read(typed: string): unknown;
}

const kinds: Readonly<Record<string, Kind>> = {
  datepicker: {
    ...{ input: 'date', label: 'Select a date', field: 'selected_date' },
    ...{ show: string, read: (typed) => typed || null },
  },
  timepicker: {
    ...{ input: 'time', label: 'Select a time', field: 'selected_time' },
    ...{ show: string, read: (typed) => typed || null },
  },
  datetimepicker: {
    ...{ input: 'datetime-local', label: 'Select a date and time', field: 'selected_date_time' },
    ...{ show: localTime, read: secondsOf },
  },
};

/** A date, a time, or both, with the browser's own picker. */
export function Picker(props: ControlProps) {
  const { element } = props;
  const control = useControl(props);
  const kind = kinds[string(element['type'])] ?? (kinds['datepicker'] as Kind);
  const label = textOf(element['placeholder']) || kind.label;
  const names = useNames(element, label);
  const field = useRef<HTMLInputElement>(null);
  const isTyping = useRef(false);
  const held = kind.show(control.value?.[kind.field]);
  useEffect(() => {
    if (element['focus_on_load'] === true) field.current?.focus();
  }, [element]);
  const commit = (): void => {
    isTyping.current = false;
    const typed = field.current?.value ?? '';
    if (typed !== held) control.change({ [kind.field]: kind.read(typed) });
  };
  return (
    <span class="control block-field-picks">
      {held === '' && (
        <span class="block-field-hint" aria-hidden="true">
          {label}
        </span>
      )}
      <input
        ref={field}
        type={kind.input}
        class={held === '' ? 'block-field block-field-picker block-field-empty' : 'block-field block-field-picker'}
        {...names}
        value={held}
        {...tip(label)}
        // A year typed digit by digit is a date after each of them: what is typed counts when it is left.
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
          else isTyping.current = key !== 'Tab';
        }}
        onChange={() => isTyping.current || commit()}
        onBlur={commit}
      />
      {control.isWaiting && <Spinner />}
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

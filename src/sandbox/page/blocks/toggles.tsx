import './toggles.css';
import { useId } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { type ControlProps, Failure, Spinner, useControl, useNames } from './control.tsx';
import { record, records, string } from './json.ts';
import { TextObject } from './text.tsx';

interface ToggleProps {
  type: 'radio' | 'checkbox';
  name: string;
  option: Json;
  isChosen: boolean;
  onChange(): void;
}

function Toggle({ type, name, option, isChosen, onChange }: ToggleProps) {
  const { text, description } = option;
  return (
    <label class="toggles-option">
      {/* It is drawn again after each press, as it is held: a no to the question leaves it as it was. */}
      <input {...{ type, name }} class="toggles-mark" checked={isChosen} onInput={onChange} />
      <span>
        <TextObject text={text} />
        {record(description)['text'] !== undefined && (
          <span class="toggles-description">
            <TextObject text={description} />
          </span>
        )}
      </span>
    </label>
  );
}

interface GroupProps {
  control: ControlProps;
  type: 'radio' | 'checkbox';
  /** The values that are chosen. */
  chosen: (value: Json | undefined) => readonly string[];
  next: (option: Json, value: Json | undefined) => Json;
}

function Toggles({ control: props, type, chosen, next }: GroupProps) {
  const control = useControl(props);
  const names = useNames(props.element, type === 'radio' ? 'Choose one' : 'Choose any');
  const name = useId();
  const values = chosen(control.value);
  return (
    <span class="control toggles">
      <div role={type === 'radio' ? 'radiogroup' : 'group'} class="toggles-group" {...names}>
        {records(props.element['options']).map((option) => (
          <Toggle
            key={string(option['value'])}
            {...{ type, name, option }}
            isChosen={values.includes(string(option['value']))}
            onChange={() => control.change(next(option, control.value))}
          />
        ))}
      </div>
      {control.isWaiting && <Spinner />}
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

export const Radios = (props: ControlProps) => (
  <Toggles
    control={props}
    type="radio"
    chosen={(value) => [string(record(value?.['selected_option'])['value'])]}
    next={(option) => ({ selected_option: option })}
  />
);

/** In the order of the page, whatever the order in which they were ticked. */
function ticked(options: readonly Json[], option: Json, value: Json | undefined): Json[] {
  const before = records(value?.['selected_options']).map((one) => one['value']);
  const toggles = (one: Json): boolean => (one['value'] === option['value']) !== before.includes(one['value']);
  return options.filter(toggles);
}

export const Checkboxes = (props: ControlProps) => (
  <Toggles
    control={props}
    type="checkbox"
    chosen={(value) => records(value?.['selected_options']).map((option) => string(option['value']))}
    next={(option, value) => ({ selected_options: ticked(records(props.element['options']), option, value) })}
  />
);

import type { ComponentType } from 'preact';
import type { Json } from '../../state/model.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { tip } from '../parts/tooltip.tsx';
import { Button, FeedbackButtons } from './button.tsx';
import { type ControlProps, Failure, useControl } from './control.tsx';
import { RichTextField, TextField } from './fields.tsx';
import { FileInput } from './file-input.tsx';
import { own, string, strings, textOf } from './json.ts';
import { Overflow } from './overflow.tsx';
import { Picker } from './pickers.tsx';
import { Select } from './select.tsx';
import { Checkboxes, Radios } from './toggles.tsx';

/** A small button with a picture, for some people only where the app says so. */
function IconButton(props: ControlProps) {
  const { element } = props;
  const control = useControl(props);
  const { me } = usePage();
  const seen = strings(element['visible_to_user_ids']);
  if (seen.length > 0 && !seen.includes(me.id)) return null;
  const label = string(element['accessibility_label']) || textOf(element['text']);
  return (
    <span class="control">
      <button
        type="button"
        class="button button-icon"
        {...tip(textOf(element['text']))}
        aria-label={label}
        onClick={() => control.press({ value: element['value'] })}
      >
        <Icon name={element['icon'] === 'trash' ? 'trash' : 'more'} size={16} />
      </button>
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

const selects = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);

const drawings: Readonly<Record<string, ComponentType<ControlProps>>> = {
  button: Button,
  workflow_button: Button,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
  overflow: Overflow,
  datepicker: Picker,
  timepicker: Picker,
  datetimepicker: Picker,
  radio_buttons: Radios,
  checkboxes: Checkboxes,
  plain_text_input: TextField,
  email_text_input: TextField,
  url_text_input: TextField,
  number_input: TextField,
  rich_text_input: RichTextField,
  file_input: FileInput,
  ...Object.fromEntries(selects.map((name) => [name, Select])),
};

/** Any interactive element. */
export function Element({ element, blockId }: { element: Json; blockId: string }) {
  const type = string(element['type']);
  const Drawing = own(drawings, type);
  return Drawing ? <Drawing element={element} blockId={blockId} /> : <Unknown />;
}

export const Unknown = () => <span class="blocks-unknown">This content can’t be shown here</span>;

import { useCallback, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { type ControlProps, Failure, Spinner, useControl, useNames } from './control.tsx';
import { EmojiText } from './inline.tsx';
import { records, string, textOf } from './json.ts';
import { linkUrl } from './urls.ts';

/** Three dots with a few more things to do behind them. */
export function Overflow(props: ControlProps) {
  const control = useControl(props);
  const names = useNames(props.element, 'More options');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const options = records(props.element['options']);
  const items = options.map((option) => ({
    key: string(option['value']),
    label: <EmojiText text={textOf(option['text'])} />,
    ...(textOf(option['description']) ? { note: textOf(option['description']) } : {}),
    url: linkUrl(option['url']),
  }));
  return (
    <span class="control">
      <button
        ref={anchor}
        type="button"
        class="button button-icon"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-busy={control.isWaiting}
        {...names}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="button-text">
          <Icon name="across" />
        </span>
        {control.isWaiting && <Spinner />}
      </button>
      {isOpen && (
        <Menu
          {...{ anchor, items }}
          label="More options"
          onClose={close}
          onPick={(key) => control.press({ selected_option: options.find((option) => option['value'] === key) })}
        />
      )}
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

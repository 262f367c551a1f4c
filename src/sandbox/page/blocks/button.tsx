import { tip } from '../parts/tooltip.tsx';
import { type ControlProps, Failure, Spinner, useControl } from './control.tsx';
import { EmojiText } from './inline.tsx';
import { record, string, textOf } from './json.ts';
import { linkUrl } from './urls.ts';

const styles = new Set(['primary', 'danger']);

function open(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}

/** A button, or a link that looks like one; the app hears of both. */
export function Button(props: ControlProps) {
  const { element } = props;
  const control = useControl(props);
  const { text, value, style, url, confirm } = element;
  const href = url === undefined ? undefined : linkUrl(url);
  const press = (event: MouseEvent): void => {
    const asks = confirm !== undefined;
    if (href !== undefined && asks) event.preventDefault();
    control.press(value === undefined ? {} : { value }, () => href !== undefined && asks && open(href));
  };
  const look = styles.has(string(style)) ? `button button-${string(style)}` : 'button';
  const names = { 'aria-label': string(element['accessibility_label']) || undefined, 'aria-busy': control.isWaiting };
  const inside = (
    <>
      <span class="button-text">
        <EmojiText text={textOf(text)} />
      </span>
      {control.isWaiting && <Spinner />}
    </>
  );
  return (
    <span class="control">
      {href === undefined ? (
        <button type="button" class={look} {...names} onClick={press}>
          {inside}
        </button>
      ) : (
        <a class={look} href={href} target="_blank" rel="noopener noreferrer" {...names} onClick={press}>
          {inside}
        </a>
      )}
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

const thumbs = { positive_button: '👍', negative_button: '👎' } as const;

/** Thumbs up and down, under what an assistant answered. */
export function FeedbackButtons(props: ControlProps) {
  const control = useControl(props);
  return (
    <span class="control">
      {(Object.keys(thumbs) as (keyof typeof thumbs)[]).map((name) => {
        const { text, value, accessibility_label: label } = record(props.element[name]);
        return (
          <button
            key={name}
            type="button"
            class="button button-icon"
            {...tip(textOf(text))}
            aria-label={string(label) || textOf(text)}
            onClick={() => control.press({ value })}
          >
            <span class="inline-emoji">{thumbs[name]}</span>
          </button>
        );
      })}
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

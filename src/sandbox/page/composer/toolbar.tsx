import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icon.tsx';
import { tip } from '../parts/tooltip.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import { keyLabel } from './field.ts';
import type { Mark } from './keys.ts';

interface ToolProps {
  icon: IconName;
  label: string;
  keys?: string;
  isExpanded?: boolean;
  onClick(button: HTMLElement): void;
}

function Tool({ icon, label, keys, isExpanded, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button composer-tool"
      aria-label={label}
      {...tip(keys ? `${label} (${keyLabel(keys)})` : label)}
      aria-expanded={isExpanded}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onClick(event.currentTarget)}
    >
      <Icon name={icon} />
    </button>
  );
}

const formats: readonly { mark: Mark; icon: IconName; label: string; keys: string }[] = [
  { mark: 'bold', icon: 'bold', label: 'Bold', keys: 'Ctrl+B' },
  { mark: 'italic', icon: 'italic', label: 'Italic', keys: 'Ctrl+I' },
  { mark: 'strike', icon: 'strike', label: 'Strikethrough', keys: 'Ctrl+Shift+X' },
  { mark: 'quote', icon: 'quote', label: 'Quote', keys: 'Ctrl+Shift+9' },
  { mark: 'code', icon: 'code', label: 'Code', keys: 'Ctrl+Shift+C' },
  { mark: 'fence', icon: 'fence', label: 'Code block', keys: 'Ctrl+Alt+Shift+C' },
];

const toolsIn = (bar: HTMLElement): HTMLElement[] => [...bar.querySelectorAll<HTMLElement>('.composer-tool')];

function makeStop(bar: HTMLElement, stop: HTMLElement | undefined): void {
  for (const tool of toolsIn(bar)) tool.tabIndex = tool === stop ? 0 : -1;
}

/** One stop for Tab; the arrows move within. */
function moveFocus(bar: HTMLElement, event: KeyboardEvent): void {
  const tools = toolsIn(bar);
  const at = tools.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = tools[(to + tools.length) % tools.length];
  makeStop(bar, next);
  next?.focus();
}

/** Formatting is put away at first where it does not fit into the line. */
function useFormats(bar: { current: HTMLElement | null }) {
  const [areShown, setShown] = useState(true);
  useLayoutEffect(() => {
    const [first, last] = [
      bar.current?.querySelector<HTMLElement>('.composer-tool'),
      bar.current?.querySelector<HTMLElement>('.composer-formats'),
    ];
    if (first && last && last.offsetTop > first.offsetTop + 2) setShown(false);
  }, []);
  useLayoutEffect(() => {
    const tools = bar.current ? toolsIn(bar.current) : [];
    if (bar.current && !tools.some((tool) => tool.tabIndex === 0)) makeStop(bar.current, tools[0]);
  }, [areShown]);
  return { areShown, toggle: () => setShown(!areShown) };
}

interface ToolbarProps {
  onFormat(mark: Mark): void;
  onType(text: string): void;
  onAttach?: (() => void) | undefined;
  /** At the end of the line: what sends or saves. */
  children: ComponentChildren;
}

export function Toolbar({ onFormat, onType, onAttach, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { areShown, toggle } = useFormats(bar);
  const [picker, setPicker] = useState<HTMLElement>();
  const label = areShown ? 'Hide formatting' : 'Show formatting';
  const openPicker = (button: HTMLElement): void => setPicker(picker ? undefined : button);
  const closePicker = (): void => setPicker(undefined);
  return (
    <div class="composer-bar">
      <div
        class="composer-tools"
        role="toolbar"
        aria-label="Formatting and more"
        tabIndex={-1}
        ref={bar}
        onKeyDown={(event) => moveFocus(event.currentTarget, event)}
      >
        {onAttach && <Tool icon="plus" label="Attach files" onClick={onAttach} />}
        <Tool icon="letters" label={label} isExpanded={areShown} onClick={toggle} />
        <Tool icon="emoji" label="Emoji" isExpanded={picker !== undefined} onClick={openPicker} />
        <Tool icon="mention" label="Mention someone" onClick={() => onType('@')} />
        {areShown && (
          <span class="composer-formats">
            {formats.map(({ mark, ...tool }) => (
              <Tool key={mark} {...tool} onClick={() => onFormat(mark)} />
            ))}
          </span>
        )}
      </div>
      {children}
      {picker && <EmojiPicker anchor={picker} onPick={(name) => onType(`:${name}: `)} onClose={closePicker} />}
    </div>
  );
}

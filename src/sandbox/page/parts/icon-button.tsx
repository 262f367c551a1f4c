import { Icon, type IconName } from './icon.tsx';
import { tip } from './tooltip.tsx';

interface IconButtonProps {
  icon: IconName;
  /** What it does, for those who hear the page, and for who rests on it. */
  label: string;
  /** Said in place of the label to who rests on it. */
  tip?: string;
  class?: string;
  size?: number;
  onClick(): void;
}

/** A square with a picture. */
export const IconButton = ({
  icon,
  label,
  tip: words = label,
  class: name = '',
  size = 20,
  onClick,
}: IconButtonProps) => (
  <button type="button" class={`icon-button ${name}`} aria-label={label} {...tip(words)} onClick={onClick}>
    <Icon name={icon} size={size} />
  </button>
);

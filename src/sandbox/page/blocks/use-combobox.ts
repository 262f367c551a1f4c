import { useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { type Choice, type ChoiceGroup, filterGroups, moveTo } from './combobox.ts';

export interface ComboboxProps {
  names: Json;
  placeholder: string;
  groups: readonly ChoiceGroup[];
  chosen: readonly Choice[];
  isMultiple: boolean;
  /** How many may be chosen at most. */
  most?: number;
  isBusy: boolean;
  isClearable: boolean;
  takesFocus: boolean;
  /** Instead of the choices: why there are none. */
  note?: string | undefined;
  onChoose(choices: readonly Choice[]): void;
  /** Something else finds the choices for what is typed. */
  onType?: (typed: string) => void;
}

const toggled = (chosen: readonly Choice[], choice: Choice): readonly Choice[] =>
  chosen.some(({ key }) => key === choice.key) ? chosen.filter(({ key }) => key !== choice.key) : [...chosen, choice];

export interface ComboboxState {
  isOpen: boolean;
  typed: string;
  active: number;
  groups: readonly ChoiceGroup[];
  choices: readonly Choice[];
  setActive(at: number): void;
  open(): void;
  close(): void;
  type(text: string): void;
  choose(choice: Choice | undefined): void;
}

/** What is open, typed and meant, and the ways to change it. */
export function useCombobox(props: ComboboxProps): ComboboxState {
  const { chosen, isMultiple, most = Number.POSITIVE_INFINITY, onChoose, onType } = props;
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const groups = onType ? props.groups : filterGroups(props.groups, typed);
  const choices = groups.flatMap((group) => group.choices);
  const close = (): void => {
    setOpen(false);
    setTyped('');
  };
  const open = (): void => {
    if (isOpen) return;
    setOpen(true);
    onType?.('');
    const at = isMultiple ? 0 : choices.findIndex(({ key }) => key === chosen[0]?.key);
    setActive(Math.max(0, at));
  };
  const type = (text: string): void => {
    setTyped(text);
    setActive(0);
    setOpen(true);
    onType?.(text);
  };
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    const next = isMultiple ? toggled(chosen, choice) : [choice];
    if (next.length > most) return;
    if (!isMultiple) close();
    else if (typed !== '') type('');
    if (isMultiple || choice.key !== chosen[0]?.key) onChoose(next);
  };
  return { isOpen, typed, active, groups, choices, setActive, open, close, type, choose };
}

/** The keys of a combobox. Escape closes the list alone, not the dialog that it stands in. */
export function pressKey(event: KeyboardEvent, state: ComboboxState, props: ComboboxProps): void {
  const { isOpen, active, choices, typed } = state;
  const { isMultiple, chosen } = props;
  const to = moveTo(event.key, isOpen ? active : -1, choices.length);
  if (event.key === 'Backspace') {
    if (typed === '' && isMultiple && chosen.length > 0) props.onChoose(chosen.slice(0, -1));
    return;
  }
  if (event.key === 'Escape') {
    if (!isOpen) return;
    state.close();
    event.stopPropagation();
  } else if (event.key === 'Enter') {
    if (isOpen) state.choose(choices[active]);
    else state.open();
  } else if (to === undefined) return;
  else if (isOpen) state.setActive(to);
  else state.open();
  event.preventDefault();
}

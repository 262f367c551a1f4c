import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { choicesFor, chosenOf, optionGroups } from './choices.ts';
import type { ChoiceGroup } from './combobox.ts';
import { Combobox } from './combobox.tsx';
import { type ControlProps, Failure, InputContext, useControl, useNames } from './control.tsx';
import { integer, string, textOf } from './json.ts';
import { valueField } from './state-values.ts';
import { useSurface } from './surface.ts';

/** Milliseconds after the last key until the app is asked. */
const pause = 250;
const usualShortest = 3;

/** What the app offers for what was typed, asked for as one types. */
function useExternal({ element, blockId }: ControlProps) {
  const page = usePage();
  const { place } = useSurface();
  const [groups, setGroups] = useState<readonly ChoiceGroup[]>([]);
  const [note, setNote] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const least =
    element['min_query_length'] === undefined ? usualShortest : integer(element['min_query_length'], 0, 100);
  const find = async (value: string): Promise<void> => {
    asked.current += 1;
    const own = asked.current;
    const request = { as: page.me.id, place, blockId, actionId: string(element['action_id']), value };
    const none = { failure: 'Results could not be loaded', options: [] };
    const { options, failure } = await ask('options', request).catch(() => none);
    if (own !== asked.current) return;
    setGroups(optionGroups(options));
    setNote(failure);
  };
  const type = (text: string): void => {
    clearTimeout(timer.current);
    asked.current += 1;
    setGroups([]);
    const lacking = least - text.trim().length;
    setNote(
      lacking > 0
        ? `Type ${lacking === least ? 'at least ' : ''}${lacking} ${lacking === least ? '' : 'more '}${lacking === 1 ? 'character' : 'characters'} to search`
        : 'Loading…',
    );
    if (lacking <= 0) timer.current = setTimeout(() => void find(text), pause);
  };
  return { groups, note, type };
}

/** All selects: of options, people or rooms, one or several. */
export function Select(props: ControlProps) {
  const { element } = props;
  const page = usePage();
  const control = useControl(props);
  const external = useExternal(props);
  const input = useContext(InputContext);
  const type = string(element['type']);
  const isExternal = type.endsWith('external_select');
  const isMultiple = type.startsWith('multi_');
  const field = valueField(type) ?? '';
  const groups = isExternal ? external.groups : choicesFor(element, page.state);
  const most = element['max_selected_items'];
  const placeholder = textOf(element['placeholder']) || (isMultiple ? 'Select options' : 'Select an option');
  return (
    <span class="control">
      <Combobox
        names={useNames(element, placeholder)}
        {...{ placeholder, groups, isMultiple }}
        chosen={chosenOf(control.value?.[field], groups)}
        {...(most === undefined ? {} : { most: integer(most, 1, 1000) })}
        isBusy={control.isWaiting}
        isClearable={input?.isOptional === true}
        takesFocus={element['focus_on_load'] === true}
        {...(isExternal ? { onType: external.type, note: external.note } : {})}
        onChoose={(choices) => {
          const values = choices.map(({ value }) => value);
          control.change({ [field]: isMultiple ? values : (values[0] ?? null) });
        }}
      />
      <Failure text={control.failure} />
      {control.question}
    </span>
  );
}

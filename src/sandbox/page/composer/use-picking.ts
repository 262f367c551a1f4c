import { useLayoutEffect, useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { type Move, moveIn } from './emoji-grid.ts';
import type { PickerGroup } from './emoji-groups.tsx';
import { emojiCalled, findEmoji } from './emoji-search.ts';
import { isComposing } from './keys.ts';
import { recentEmoji, rememberEmoji } from './recent-emoji.ts';

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** Whole rows, where there is more than one. */
const inRows = <Item>(items: readonly Item[], columns: number): readonly Item[] =>
  items.length > columns ? items.slice(0, items.length - (items.length % columns)) : items;

function useGroups(query: string, columns: number): readonly PickerGroup[] {
  const { emojiTable } = usePage();
  const [recent] = useState(() => recentEmoji(localStorage));
  if (query.trim() !== '') {
    const found = findEmoji(emojiTable, query, recent);
    return found.length === 0 ? [] : [{ title: 'Search results', emoji: found }];
  }
  const all = emojiTable.map(({ group, emoji }) => ({
    title: group,
    emoji: emoji.map(([character, name = '']) => ({ character, name })),
  }));
  const used = inRows(emojiCalled(emojiTable, recent), columns);
  return used.length === 0 ? all : [{ title: 'Recently used', emoji: used }, ...all];
}

interface Wanted {
  onPick(name: string): void;
  onClose(): void;
}

interface Active {
  index: number | undefined;
  /** A mouse points at what is in sight already. */
  isKeyed: boolean;
}

/** What is searched for, what is found, and which of it the keys or the mouse are on. `id` is the grid's. */
export function usePicking({ onPick, onClose }: Wanted, columns: number, id: string) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<Active>({ index: undefined, isKeyed: true });
  const groups = useGroups(query, columns);
  const flat = groups.flatMap(({ emoji }) => emoji);
  const active = at.index ?? (query.trim() === '' ? undefined : 0);
  useLayoutEffect(() => {
    if (at.isKeyed) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, active]);
  const search = (typed: string): void => {
    setQuery(typed);
    setAt({ index: undefined, isKeyed: true });
    document.getElementById(`${id}-grid`)?.scrollTo(0, 0);
  };
  const pick = (name: string): void => {
    rememberEmoji(localStorage, name);
    onClose();
    onPick(name);
  };
  const go = (move: Move): boolean => {
    // In the empty field, left and right are the field's.
    if (active === undefined && move !== 'down' && move !== 'pageDown') return false;
    const sizes = groups.map(({ emoji }) => emoji.length);
    const leaves = move === 'up' && active !== undefined && active < columns;
    setAt({ index: leaves ? undefined : moveIn(sizes, columns, active, move), isKeyed: true });
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    event.stopPropagation();
    const isButton = event.target instanceof HTMLButtonElement;
    const move = isButton || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : moves[event.key];
    const picked = event.key === 'Enter' && !isButton ? flat[active ?? -1] : undefined;
    if (event.key === 'Escape') onClose();
    else if (picked) pick(picked.name);
    else if (!move || !go(move)) return;
    event.preventDefault();
  };
  return { query, search, groups, active, pick, press, point: (index: number) => setAt({ index, isKeyed: false }) };
}

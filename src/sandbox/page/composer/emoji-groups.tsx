import { memo } from 'preact/compat';
import type { FoundEmoji } from './emoji-search.ts';

export interface PickerGroup {
  title: string;
  emoji: readonly FoundEmoji[];
}

export const sectionId = (id: string, title: string): string => `${id}-${title.replaceAll(/\W+/gu, '-')}`;

interface GroupProps {
  id: string;
  group: PickerGroup;
  /** The index of its first emoji among all. */
  first: number;
  columns: number;
  /** Undefined where it is in another group. */
  active: number | undefined;
}

function rowsOf(emoji: readonly FoundEmoji[], columns: number): FoundEmoji[][] {
  const count = Math.ceil(emoji.length / columns);
  return Array.from({ length: count }, (_, row) => emoji.slice(row * columns, (row + 1) * columns));
}

/** Drawn anew only when the active emoji enters, moves in or leaves it: there are 1,900. */
const Group = memo(function Group({ id, group, first, columns, active }: GroupProps) {
  const { title, emoji } = group;
  const section = sectionId(id, title);
  const rows = rowsOf(emoji, columns);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid, not of a table
    <div
      class="picker-group"
      role="rowgroup"
      id={section}
      aria-labelledby={`${section}-title`}
      style={{ '--picker-rows': rows.length }}
    >
      <div class="picker-title" id={`${section}-title`} aria-hidden="true">
        {title}
      </div>
      {rows.map((row, rowAt) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: the search field has the focus
        <div class="picker-row" role="row" key={row[0]?.name}>
          {row.map(({ character, name }, column) => {
            const at = first + rowAt * columns + column;
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <span
                class={at === active ? 'picker-emoji picker-emoji-active' : 'picker-emoji'}
                role="gridcell"
                aria-label={name}
                aria-selected={at === active}
                id={`${id}-${at}`}
                data-at={at}
                key={name}
              >
                {character}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
});

interface GroupsProps {
  id: string;
  groups: readonly PickerGroup[];
  columns: number;
  active: number | undefined;
  onPoint(at: number): void;
  onPick(name: string): void;
}

const atOf = ({ target }: Event): number | undefined => {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
  return at === undefined ? undefined : Number(at);
};

export function EmojiGroups({ id, groups, columns, active, onPoint, onPick }: GroupsProps) {
  let first = 0;
  const flat = groups.flatMap(({ emoji }) => emoji);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys
    // biome-ignore lint/a11y/useSemanticElements: a grid of pictures, not a table
    <div
      class="picker-grid"
      role="grid"
      id={`${id}-grid`}
      aria-label="Emoji"
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={(event) => {
        const at = atOf(event);
        if (at !== undefined && at !== active) onPoint(at);
      }}
      onClick={(event) => {
        const picked = flat[atOf(event) ?? -1];
        if (picked) onPick(picked.name);
      }}
    >
      {groups.map((group) => {
        const start = first;
        first += group.emoji.length;
        const isHere = active !== undefined && active >= start && active < first;
        return (
          <Group key={group.title} {...{ id, group, columns }} first={start} active={isHere ? active : undefined} />
        );
      })}
    </div>
  );
}

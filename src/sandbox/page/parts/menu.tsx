import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { Floating } from './floating.tsx';

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  note?: ComponentChildren;
  icon?: ComponentChildren;
  /** Something that opens beside the page; picking it is told all the same. */
  url?: string | undefined;
  isDangerous?: boolean;
  /** A line above it. */
  isApart?: boolean;
}

interface MenuProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  items: readonly MenuItem[];
  onPick(key: string): void;
  onClose(): void;
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A list of things to do beside the button that opened it, for pointer and keyboard. */
export function Menu({ anchor, label, items, onPick, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const leave = useCallback(() => {
    onClose();
    anchor.current?.focus();
  }, [onClose, anchor]);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      leave();
      return;
    }
    const all = entries();
    const to = steps[event.key]?.(all.indexOf(document.activeElement as HTMLElement), all.length);
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const pick = (key: string) => (): void => {
    leave();
    onPick(key);
  };
  return (
    <Floating anchor={anchor} align="right" onClose={onClose}>
      <div ref={list} role="menu" aria-label={label} class="floating-menu" onKeyDown={press}>
        {items.map((item) => (
          <Entry key={item.key} item={item} onPick={pick(item.key)} />
        ))}
      </div>
    </Floating>
  );
}

function Entry({ item, onPick }: { item: MenuItem; onPick: () => void }) {
  const name = item.isDangerous ? 'floating-menu-item floating-menu-danger' : 'floating-menu-item';
  const inside = (
    <>
      {item.icon}
      <span>
        {item.label}
        {item.note !== undefined && <span class="floating-menu-note">{item.note}</span>}
      </span>
    </>
  );
  return (
    <>
      {item.isApart && <hr class="floating-menu-line" />}
      {item.url === undefined ? (
        <button type="button" role="menuitem" tabIndex={-1} class={name} onClick={onPick}>
          {inside}
        </button>
      ) : (
        <a role="menuitem" tabIndex={-1} class={name} href={item.url} {...elsewhere} onClick={onPick}>
          {inside}
        </a>
      )}
    </>
  );
}

const elsewhere = { target: '_blank', rel: 'noopener noreferrer' } as const;

import { useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { tip } from '../parts/tooltip.tsx';
import { keep, readKept } from './kept.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type DialogName, useShell } from './shell-context.ts';
import { SidebarRow } from './sidebar-row.tsx';
import { useMoreUnreads } from './use-more-unreads.ts';

const place = 'sandbox-collapsed';
const collapsed = (): readonly string[] => readKept(place)?.split('\n') ?? [];

function useCollapsed(name: string): [boolean, () => void] {
  const [isCollapsed, setCollapsed] = useState(() => collapsed().includes(name));
  const toggle = (): void => {
    const others = collapsed().filter((known) => known !== name && known !== '');
    keep(place, [...others, ...(isCollapsed ? [] : [name])].join('\n'));
    setCollapsed(!isCollapsed);
  };
  return [isCollapsed, toggle];
}

const adding: Readonly<Record<Section['name'], { dialog: DialogName; label: string } | undefined>> = {
  Channels: { dialog: 'channels', label: 'Browse channels' },
  'Direct messages': { dialog: 'direct', label: 'New message' },
  Apps: undefined,
};

function SidebarSection({ name, conversations }: Section) {
  const { route, openDialog } = useShell();
  const [isCollapsed, toggle] = useCollapsed(name);
  const add = adding[name];
  const shown = conversations.filter(({ id, unread }) => !isCollapsed || id === route.room || unread > 0);
  return (
    <section class="sidebar-section" aria-label={name}>
      <div class="section-head">
        <button type="button" class="section-toggle" aria-expanded={!isCollapsed} onClick={toggle}>
          <Icon name={isCollapsed ? 'right' : 'down'} size={16} />
          {name}
        </button>
        {add && (
          <button
            type="button"
            class="section-add"
            aria-label={add.label}
            {...tip(add.label)}
            onClick={() => openDialog(add.dialog)}
          >
            <Icon name="plus" size={16} />
          </button>
        )}
      </div>
      <ul class="section-rows">
        {shown.map((conversation) => (
          <SidebarRow key={conversation.id} conversation={conversation} />
        ))}
        {conversations.length === 0 && add && !isCollapsed && (
          <li>
            <button type="button" class="row row-add" onClick={() => openDialog(add.dialog)}>
              <span class="row-icon">
                <Icon name="plus" size={16} />
              </span>
              {add.label}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

const shortcut = (): string => (/Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘K' : 'Ctrl K');

const MoreUnreads = ({ where, onClick }: { where: 'above' | 'below'; onClick: () => void }) => (
  <button type="button" class={`jump jump-new more-unreads more-unreads-${where}`} onClick={onClick}>
    More unreads
    <Icon name="latest" size={16} />
  </button>
);

export function Sidebar() {
  const more = useMoreUnreads();
  const { state } = usePage();
  const { openDialog } = useShell();
  return (
    <nav class="sidebar" aria-label="Conversations">
      <header class="sidebar-head">
        <h1 class="sidebar-team">{state.team.name}</h1>
        <IconButton icon="write" label="New message" class="sidebar-write" onClick={() => openDialog('direct')} />
      </header>
      <button
        type="button"
        class="sidebar-jump"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => openDialog('switcher')}
      >
        <Icon name="search" size={16} />
        <span class="sidebar-jump-text">Jump to…</span>
        <span class="sidebar-keys">{shortcut()}</span>
      </button>
      <div class="sidebar-list">
        {more.isAbove && <MoreUnreads where="above" onClick={() => more.go('above')} />}
        <div class="sidebar-rows" ref={more.list} onScroll={more.look}>
          <div class="sidebar-section">
            <button type="button" class="row row-add" onClick={() => openDialog('threads')}>
              <span class="row-icon">
                <Icon name="thread" size={18} />
              </span>
              Threads
            </button>
          </div>
          {sectionsOf(state)
            .filter(({ name, conversations }) => conversations.length > 0 || name !== 'Apps')
            .map((section) => (
              <SidebarSection key={section.name} {...section} />
            ))}
        </div>
        {more.isBelow && <MoreUnreads where="below" onClick={() => more.go('below')} />}
      </div>
    </nav>
  );
}

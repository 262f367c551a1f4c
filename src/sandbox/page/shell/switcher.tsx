import { useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { Modal } from '../parts/modal.tsx';
import type { PageConversation, PageState, PageUser } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { matching } from './match.ts';
import { nameOf, titleOf } from './names.ts';
import { ConversationIcon } from './sidebar-row.tsx';

type Target = { conversation: PageConversation } | { user: PageUser };

const mostShown = 12;
const isRoom = (target: Target): target is { conversation: PageConversation } => 'conversation' in target;

/** Where one can go: unread places first, then the others; at the end people without direct messages so far. */
function targetsOf({ state }: ReturnType<typeof usePage>): Target[] {
  const rooms = [...state.conversations].sort((one, other) => Number(other.unread > 0) - Number(one.unread > 0));
  const written = new Set(state.conversations.filter(({ kind }) => kind === 'im').map(({ name }) => name));
  const strangers = state.users.filter(({ id }) => !written.has(id) && id !== state.me.id);
  return [...rooms.map((conversation) => ({ conversation })), ...strangers.map((user) => ({ user }))];
}

function Option({ target, isActive, onPick, at }: { target: Target; isActive: boolean; onPick(): void; at: number }) {
  const { state } = usePage();
  const name = isRoom(target) ? titleOf(state, target.conversation) : nameOf(target.user);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus.
    <div id={`switcher-${at}`} role="option" class="switcher-option" aria-selected={isActive} onClick={onPick}>
      {isRoom(target) ? (
        <ConversationIcon conversation={target.conversation} />
      ) : (
        <Avatar id={target.user.id} name={name} isBot={target.user.isBot} size={20} />
      )}
      <span class="switcher-name">{name}</span>
      {isRoom(target) && !target.conversation.isMember && <span class="switcher-hint">not joined</span>}
      {isRoom(target) && target.conversation.unread > 0 && <span class="badge switcher-unread">new</span>}
    </div>
  );
}

const nameFor = (state: PageState, target: Target): string =>
  isRoom(target) ? titleOf(state, target.conversation) : nameOf(target.user);

interface FieldProps {
  query: string;
  active: string | undefined;
  onQuery(query: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

function Field({ query, active, onQuery, onKeyDown }: FieldProps) {
  return (
    <input
      class="switcher-field"
      role="combobox"
      aria-expanded="true"
      aria-controls="switcher-options"
      aria-activedescendant={active}
      aria-label="Jump to"
      placeholder="Jump to a channel or a person"
      value={query}
      autocomplete="off"
      spellcheck={false}
      onInput={({ currentTarget }) => onQuery(currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Goes anywhere by a few letters. */
export function Switcher({ onClose }: { onClose(): void }) {
  const page = usePage();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const called = (target: Target): string => nameFor(page.state, target);
  const found = matching(targetsOf(page), query.replace(/^[#@]/u, ''), called).slice(0, mostShown);
  const pick = (target: Target | undefined): void => {
    if (!target) return;
    onClose();
    if (isRoom(target)) page.openConversation(target.conversation.id);
    else page.openUser(target.user.id);
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter' && !event.isComposing) pick(found[active]);
    else return;
    event.preventDefault();
  };
  const change = (typed: string): void => {
    setQuery(typed);
    setActive(0);
  };
  const place = found.length > 0 ? `switcher-${active}` : undefined;
  return (
    <Modal label="Jump to a conversation" class="overlay switcher" onClose={onClose}>
      <Field query={query} active={place} onQuery={change} onKeyDown={press} />
      <div id="switcher-options" class="switcher-options" role="listbox" aria-label="Conversations">
        {found.map((target, at) => {
          const key = isRoom(target) ? target.conversation.id : target.user.id;
          return <Option key={key} {...{ target, at }} isActive={at === active} onPick={() => pick(target)} />;
        })}
      </div>
      {found.length === 0 && <p class="switcher-none">Nothing is called that.</p>}
    </Modal>
  );
}

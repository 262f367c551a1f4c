import { useRef, useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Menu } from '../parts/menu.tsx';
import { tip } from '../parts/tooltip.tsx';
import type { PageConversation } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { isDirect, nameOf, titleOf } from './names.ts';
import { peopleOf } from './people.ts';
import { useShell } from './shell-context.ts';
import { ConversationIcon } from './sidebar-row.tsx';
import { Topic } from './topic.tsx';

/** On a phone: the way back to the list. */
export function BackButton({ label, onClick }: { label: string; onClick(): void }) {
  return <IconButton icon="back" class="back-button" {...{ label, onClick }} />;
}

function Members({ conversation }: { conversation: PageConversation }) {
  const { openDialog } = useShell();
  const count = conversation.members.length;
  return (
    <button
      type="button"
      class="header-members"
      aria-label={`${count} ${count === 1 ? 'member' : 'members'}`}
      {...tip('Members')}
      onClick={() => openDialog('members')}
    >
      <Icon name="people" size={18} />
      {count}
    </button>
  );
}

function Tabs() {
  const { route, go } = useShell();
  const { home, thread: _, at: __, ...rest } = route;
  return (
    <div class="tabs" role="tablist" aria-label="Views of the app">
      <button
        type="button"
        role="tab"
        class="tab"
        aria-selected={home === true}
        onClick={() => go({ ...rest, home: true })}
      >
        Home
      </button>
      <button type="button" role="tab" class="tab" aria-selected={!home} onClick={() => go(rest)}>
        Messages
      </button>
    </div>
  );
}

function Presence({ conversation }: { conversation: PageConversation }) {
  const { state } = usePage();
  if (conversation.kind !== 'im' || conversation.name !== state.app.userId) return null;
  const { connections } = state.app;
  return <span class="header-presence">{connections > 0 ? 'Connected' : 'Not connected'}</span>;
}

/** On a phone, where the people are not in sight: who one is, and the others. */
function Me() {
  const { state, me } = usePage();
  const { switchPerson } = useShell();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const items = peopleOf(state).map((person) => ({
    key: person.id,
    label: nameOf(person),
    icon: <Avatar id={person.id} name={nameOf(person)} size={20} />,
  }));
  return (
    <>
      <button
        ref={button}
        type="button"
        class="header-me"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={`You post as ${nameOf(me)}`}
        onClick={() => setOpen(!isOpen)}
      >
        <Avatar id={me.id} name={nameOf(me)} size={32} />
      </button>
      {isOpen && (
        <Menu anchor={button} label="Post as" items={items} onPick={switchPerson} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

export function Header({ conversation }: { conversation: PageConversation }) {
  const { state, me } = usePage();
  const { go } = useShell();
  const isApp = conversation.kind === 'im' && conversation.name === state.app.userId;
  return (
    <header class={isApp ? 'header header-tabbed' : 'header'}>
      <div class="header-line">
        <BackButton label="Back to the conversations" onClick={() => go({ as: me.id })} />
        <h1 class="header-title">
          <ConversationIcon conversation={conversation} size={isDirect(conversation) ? 24 : 20} />
          <span class="header-name">{titleOf(state, conversation)}</span>
        </h1>
        <Topic conversation={conversation} />
        <Presence conversation={conversation} />
        <span class="header-end">
          {conversation.kind !== 'im' && <Members conversation={conversation} />}
          <Me />
        </span>
      </div>
      {isApp && <Tabs />}
    </header>
  );
}

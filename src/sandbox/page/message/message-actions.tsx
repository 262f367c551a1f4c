import './message-actions.css';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Message } from '../../state/model.ts';
import { ask } from '../client.ts';
import { type Page, usePage } from '../page.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Menu, type MenuItem } from '../parts/menu.tsx';
import { tip } from '../parts/tooltip.tsx';
import { sentenceFor } from '../shell/load.ts';
import { isAtRoot } from '../shell/room-messages.ts';
import { justBefore } from '../shell/time.ts';
import { AddReaction } from './add-reaction.tsx';
import { copiedText } from './copied-text.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { useReact } from './use-react.ts';

interface MessageActionsProps {
  channel: string;
  message: Message;
}

const quick = [
  { name: 'white_check_mark', label: 'Completed' },
  { name: 'eyes', label: 'Taking a look…' },
  { name: 'raised_hands', label: 'Nicely done' },
] as const;

interface ToolProps {
  label: string;
  icon: IconName | undefined;
  text?: string | undefined;
  isOn?: boolean;
  onClick(): void;
}

function Tool({ label, icon, text, isOn, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button message-actions-tool"
      aria-label={label}
      {...tip(label)}
      aria-pressed={isOn}
      onClick={onClick}
    >
      {text === undefined ? icon && <Icon name={icon} /> : <span class="message-actions-emoji">{text}</span>}
    </button>
  );
}

const iconOf = (name: IconName) => <Icon name={name} size={16} />;

function itemsFor(page: Page, message: Message): MenuItem[] {
  const isOwn = message.user === page.me.id && message.bot_id === undefined;
  const shortcuts = page.state.shortcuts.filter(({ type }) => type === 'message');
  return [
    { key: 'link', label: 'Copy link', icon: iconOf('link') },
    { key: 'text', label: 'Copy text', icon: iconOf('copy') },
    ...(!isOwn && isAtRoot(message) ? [{ key: 'unread', label: 'Mark unread', icon: iconOf('eye') }] : []),
    ...(isOwn ? [{ key: 'edit', label: 'Edit message', icon: iconOf('edit'), isApart: true }] : []),
    ...(isOwn ? [{ key: 'delete', label: 'Delete message…', icon: iconOf('trash'), isDangerous: true }] : []),
    ...shortcuts.map(({ callbackId, name }, at) => ({
      ...{ key: `shortcut ${callbackId}`, label: name, note: page.state.app.name, isApart: at === 0 },
    })),
  ];
}

async function copy(page: Page, text: string, said: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => page.tell(said),
    () => page.tell('The browser did not let it be copied.'),
  );
}

async function markUnread(page: Page, channel: string, message: Message): Promise<void> {
  const request = { as: page.me.id, channel, ts: justBefore(message.ts) };
  await ask('read', request).catch((error) => page.tell(sentenceFor(error)));
}

async function runShortcut(page: Page, callbackId: string, channel: string, ts: string): Promise<void> {
  const request = { as: page.me.id, callbackId, message: { channel, ts } };
  await ask('shortcut', request).then(
    ({ failure }) => failure !== undefined && page.tell(failure),
    (error) => page.tell(sentenceFor(error)),
  );
}

function usePicked({ channel, message }: MessageActionsProps, onDelete: () => void): (key: string) => void {
  const page = usePage();
  const names = {
    user: (id: string) => page.user(id)?.name,
    channel: (id: string) => page.conversation(id)?.name,
    emoji: page.emoji,
  };
  return (key) => {
    const within = message.thread_ts === message.ts ? undefined : message.thread_ts;
    if (key === 'link') void copy(page, page.linkTo(channel, message.ts, within), 'Link copied');
    else if (key === 'text') void copy(page, copiedText(message, names), 'Text copied');
    else if (key === 'unread') void markUnread(page, channel, message);
    else if (key === 'edit') page.startEdit(channel, message.ts);
    else if (key === 'delete') onDelete();
    else void runShortcut(page, key.replace(/^shortcut /u, ''), channel, message.ts);
  };
}

function More(props: MessageActionsProps) {
  const page = usePage();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const pick = usePicked(props, () => setDeleting(true));
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="icon-button message-actions-tool"
        aria-label="More actions"
        {...tip('More actions')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <Menu
          anchor={anchor}
          label="More actions"
          items={itemsFor(page, props.message)}
          onPick={pick}
          onClose={close}
        />
      )}
      {isDeleting && <DeleteDialog {...props} onClose={() => setDeleting(false)} />}
    </>
  );
}

/** What one can do with a message, above its right corner. */
export function MessageActions({ channel, message }: MessageActionsProps) {
  const page = usePage();
  const react = useReact(channel, message.ts);
  const hasMine = (name: string): boolean =>
    message.reactions?.some((one) => one.name === name && one.users.includes(page.me.id)) ?? false;
  return (
    <div class="message-actions" role="toolbar" aria-label="Message actions">
      {quick.map(({ name, label }) => (
        <Tool
          key={name}
          label={label}
          icon={undefined}
          text={page.emoji(name) ?? ''}
          isOn={hasMine(name)}
          onClick={() => react(name, !hasMine(name))}
        />
      ))}
      <AddReaction class="icon-button message-actions-tool" onPick={(name) => react(name, true)}>
        <Icon name="react" />
      </AddReaction>
      <Tool
        label="Reply in thread"
        icon="thread"
        onClick={() => page.openThread(channel, message.thread_ts ?? message.ts)}
      />
      <More channel={channel} message={message} />
    </div>
  );
}

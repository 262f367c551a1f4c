import { Dialog } from '../parts/dialog.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import type { PageConversation } from '../protocol.ts';
import { BrowseChannels } from './browse-channels.tsx';
import { Members } from './members.tsx';
import { NewMessage } from './new-message.tsx';
import { useShell } from './shell-context.ts';
import { Switcher } from './switcher.tsx';
import { Threads } from './threads.tsx';
import { EditTopic } from './topic.tsx';

const keys: readonly [string, string][] = [
  ['Jump to a conversation', 'Ctrl K'],
  ['Post as the first, second … person', 'Alt 1 … Alt 9'],
  ['Next or previous conversation', 'Alt ↓ · Alt ↑'],
  ['Next or previous unread one', 'Alt Shift ↓ · Alt Shift ↑'],
  ['From part to part of the page', 'F6'],
  ['From message to message', '↓ · ↑ · Home · End'],
  ['Open the thread of a message', '→'],
  ['Edit your last message', '↑ in an empty composer'],
  ['A new line in the composer', 'Shift Enter'],
  ['Close a thread, leave an edit', 'Escape'],
];

function Keys() {
  return (
    <dl class="keys">
      {keys.map(([what, key]) => (
        <div class="keys-line" key={what}>
          <dt>{what}</dt>
          <dd>
            <kbd>{key}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whatever is open above the page, but for the app's modals. */
export function Dialogs({ conversation }: { conversation: PageConversation | undefined }) {
  const { dialog, openDialog } = useShell();
  const close = (): void => openDialog(undefined);
  if (dialog === undefined) return null;
  if (dialog === 'switcher') return <Switcher onClose={close} />;
  const titles = {
    ...{ channels: 'Channels', direct: 'New message', members: 'Members', topic: 'Topic' },
    ...{ threads: 'Threads', keys: 'Keyboard shortcuts' },
  };
  const after = <IconButton icon="close" label="Close" class="dialog-close" onClick={close} />;
  return (
    <Dialog title={titles[dialog]} after={after} class="shell-dialog" onClose={close}>
      <div class="dialog-body">
        {dialog === 'threads' && <Threads onClose={close} />}
        {dialog === 'channels' && <BrowseChannels onClose={close} />}
        {dialog === 'direct' && <NewMessage onClose={close} />}
        {dialog === 'members' && conversation && <Members conversation={conversation} onClose={close} />}
        {dialog === 'topic' && conversation && <EditTopic conversation={conversation} onClose={close} />}
        {dialog === 'keys' && <Keys />}
      </div>
    </Dialog>
  );
}

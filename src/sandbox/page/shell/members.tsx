import { usePage } from '../page.ts';
import type { PageConversation } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { nameOf } from './names.ts';

/** Who is in a conversation; each of them can be written to. */
export function Members({ conversation, onClose }: { conversation: PageConversation; onClose(): void }) {
  const { user, me, openUser } = usePage();
  return (
    <ul class="picks">
      {conversation.members.map((id) => {
        const member = user(id);
        return (
          <li class="pick" key={id}>
            <Avatar id={id} name={nameOf(member)} isBot={member?.isBot} size={32} />
            <span class="pick-text">
              <span class="pick-name">{nameOf(member)}</span>
              <span class="pick-hint">{id === me.id ? 'you' : member?.isBot ? 'app' : `@${member?.name ?? id}`}</span>
            </span>
            {id !== me.id && (
              <button
                type="button"
                class="button"
                aria-label={`Message ${nameOf(member)}`}
                onClick={() => {
                  onClose();
                  openUser(id);
                }}
              >
                Message
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
